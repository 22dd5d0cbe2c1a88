using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>The head of an HTTP response as a web archive keeps it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The fields; those of one name joined by commas.</param>
/// <param name="BodyStart">Where the body begins in the block.</param>
internal sealed record HttpMessage(int Status, IReadOnlyDictionary<string, string> Fields, int BodyStart)
{
    /// <summary>A head that is longer is none that a server sends.</summary>
    public const int LongestHead = 64 * 1024;

    /// <summary>Reads the head at the start of a block; nothing where there is none.</summary>
    public static HttpMessage? Parse(ReadOnlySpan<byte> block)
    {
        int end = block.IndexOf("\r\n\r\n"u8);
        int bare = block.IndexOf("\n\n"u8);
        int bodyStart = end >= 0 && (bare < 0 || end < bare) ? end + 4 : bare + 2;
        if (end < 0 && bare < 0)
            return null;
        string[] lines = Encoding.Latin1.GetString(block[..bodyStart]).Split('\n');
        string[] status = lines[0].Split(' ', 3, StringSplitOptions.TrimEntries);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && name is not null)
            {
                fields[name] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                name = line[..colon].Trim();
                fields[name] = fields.TryGetValue(name, out string? before) ? before + ", " + line[(colon + 1)..].Trim() : line[(colon + 1)..].Trim();
            }
        }

        return new HttpMessage(code, fields, bodyStart);
    }

    public string? Field(string name) => Fields.GetValueOrDefault(name);
}
