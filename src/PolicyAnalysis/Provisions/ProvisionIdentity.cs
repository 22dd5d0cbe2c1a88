using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Provisions;

/// <summary>
/// Gives provisions ids that survive edits elsewhere: the first 64 bits of a SHA-256 over the innermost heading and the text,
/// and an ordinal only where both stand more than once.
/// </summary>
/// <remarks>Numbers at the start of a heading are left out, so that renumbered sections keep the ids of what stands in them.</remarks>
internal sealed class ProvisionIdentity
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Of(IReadOnlyList<string> headings, string text)
    {
        string heading = headings.Count == 0 ? string.Empty : headings[^1];
        int number = Documents.PrintedNumber.Length(heading);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(heading[number..].Trim() + "\n" + text));
        string id = "p" + BinaryPrimitives.ReadUInt64BigEndian(hash).ToString("x16", CultureInfo.InvariantCulture);
        int count = _seen.GetValueOrDefault(id) + 1;
        _seen[id] = count;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }
}
