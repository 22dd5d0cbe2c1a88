using System.Text;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>
/// The chain over the entries: the hash of an entry is the SHA-256 of the hexadecimal digits of the hash before it, a line
/// feed, the entry's line and a line feed. Before the first entry stand 64 zeros.
/// </summary>
internal static class HashChain
{
    public static readonly byte[] Origin = new byte[Sha256Hash.Length];

    public static byte[] Next(ReadOnlySpan<byte> before, string line)
    {
        int size = Encoding.UTF8.GetByteCount(line);
        byte[] content = new byte[(2 * Sha256Hash.Length) + 1 + size + 1];
        Encoding.ASCII.GetBytes(Sha256Hash.Hex(before), content);
        content[2 * Sha256Hash.Length] = (byte)'\n';
        Encoding.UTF8.GetBytes(line, content.AsSpan((2 * Sha256Hash.Length) + 1));
        content[^1] = (byte)'\n';
        return Sha256Hash.Of(content);
    }
}
