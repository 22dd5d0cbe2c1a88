using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Provisions;

/// <summary>
/// Gives provisions ids that survive edits elsewhere: the first 64 bits of a SHA-256 over the text. Only where the same text
/// stands again does the innermost heading tell the two apart, and an ordinal where that is the same as well.
/// </summary>
/// <remarks>
/// A heading is not part of the first id, so that what stands under a renamed or moved section keeps its own; numbers at the
/// start of a heading never count.
/// </remarks>
internal sealed class ProvisionIdentity
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Of(IReadOnlyList<string> headings, string text)
    {
        string id = Fingerprint(text);
        if (_seen.TryAdd(id, 1))
            return id;
        string heading = headings.Count == 0 ? string.Empty : headings[^1];
        id = Fingerprint(heading[Documents.PrintedNumber.Length(heading)..].Trim() + "\n" + text);
        int count = _seen.GetValueOrDefault(id) + 1;
        _seen[id] = count;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }

    private static string Fingerprint(string text) =>
        "p" + BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToString("x16", CultureInfo.InvariantCulture);
}
