using System.Globalization;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>Where the block of a record lies, as one text.</summary>
/// <param name="File">The number of the file.</param>
/// <param name="Block">Where the block begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsResponse">Whether it is an HTTP response; otherwise it is the page itself.</param>
/// <param name="Digest">The digest that the block must have, where the record names one.</param>
internal readonly record struct WarcPlace(int File, long Block, long Length, bool IsResponse, string? Digest)
{
    /// <summary>The place of a page that the files do not hold.</summary>
    public const string Missing = "-";

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{File} {Block} {Length} {(IsResponse ? 1 : 0)} {Digest}");

    public static WarcPlace Read(string text)
    {
        string[] parts = text.Split(' ', 5);
        return new WarcPlace(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[3] == "1",
            parts[4].Length > 0 ? parts[4] : null);
    }
}
