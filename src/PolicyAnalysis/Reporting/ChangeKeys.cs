using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Reporting;

/// <summary>Ids for change records that stay the same as long as the change does, whatever stands around it.</summary>
internal static class ChangeKeys
{
    /// <summary>One id for each change, in order: a fingerprint of operation and quotes, with an ordinal where the same change stands twice.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ChangeRecord> changes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] keys = new string[changes.Count];
        for (int index = 0; index < keys.Length; index++)
        {
            string key = Fingerprint(changes[index]);
            int count = seen[key] = seen.GetValueOrDefault(key) + 1;
            keys[index] = count == 1 ? key : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}-{count}");
        }

        return keys;
    }

    private static string Fingerprint(ChangeRecord change)
    {
        string text = string.Join('\u001f', WireNames.Of(change.Operation), change.Before?.Text, change.After?.Text);
        return "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
