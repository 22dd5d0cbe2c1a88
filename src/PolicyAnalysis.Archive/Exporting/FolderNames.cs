using System.Buffers;
using System.Globalization;
using System.Text;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>Names of platforms and documents as names of folders that every common file system takes.</summary>
/// <remarks>What a file system may refuse is written as <c>%</c> and two hexadecimal digits, as in addresses; long names are cut and told apart by their hash.</remarks>
internal static class FolderNames
{
    /// <summary>File systems take 255 bytes; the rest is for endings.</summary>
    private const int LongestName = 200;

    private static readonly SearchValues<char> Refused = SearchValues.Create("/\\:*?\"<>|%");

    /// <summary>Names that Windows keeps for devices.</summary>
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(static number => (string[])[string.Create(CultureInfo.InvariantCulture, $"COM{number}"), string.Create(CultureInfo.InvariantCulture, $"LPT{number}")])],
        StringComparer.OrdinalIgnoreCase);

    public static string Of(string name)
    {
        var safe = new StringBuilder(name.Length);
        for (int index = 0; index < name.Length; index++)
        {
            char unit = name[index];
            // A dot or space at an end goes missing on Windows; a dot in front hides the folder.
            bool atEnd = unit is '.' or ' ' && (index == 0 || index == name.Length - 1);
            if (Refused.Contains(unit) || char.IsControl(unit) || atEnd)
                safe.Append(CultureInfo.InvariantCulture, $"%{(int)unit:X2}");
            else
                safe.Append(unit);
        }

        string whole = safe.ToString();
        if (Devices.Contains(whole.Split('.')[0]))
            whole = string.Create(CultureInfo.InvariantCulture, $"%{(int)whole[0]:X2}") + whole[1..];
        return Encoding.UTF8.GetByteCount(whole) <= LongestName ? whole : Cut(whole, name);
    }

    private static string Cut(string whole, string name)
    {
        var kept = new StringBuilder();
        int size = 0;
        foreach (Rune rune in whole.EnumerateRunes())
        {
            if ((size += rune.Utf8SequenceLength) > LongestName - 20)
                break;
            kept.Append(rune.ToString());
        }

        return kept.Append('~').Append(Sha256Hash.Hex(Sha256Hash.Of(name))[..16]).ToString();
    }
}
