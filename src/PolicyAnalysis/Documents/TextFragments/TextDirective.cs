using System.Text;

namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>
/// A directive <c>prefix-,start,end,-suffix</c>: what stands before the passage, its first words, its last words, and what
/// stands after it, each a range of a searchable text.
/// </summary>
/// <remarks>Source: WICG, URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/ .</remarks>
internal readonly record struct TextDirective(TextRange Start)
{
    public TextRange? Prefix { get; init; }

    public TextRange? End { get; init; }

    public TextRange? Suffix { get; init; }

    /// <summary>The directive as an address writes it, without the words <c>text=</c>.</summary>
    public string Encode(string text)
    {
        var written = new StringBuilder();
        if (Prefix is { } prefix)
            written.Append(Encode(prefix.Of(text.AsSpan()))).Append("-,");
        written.Append(Encode(Start.Of(text.AsSpan())));
        if (End is { } end)
            written.Append(',').Append(Encode(end.Of(text.AsSpan())));
        if (Suffix is { } suffix)
            written.Append(",-").Append(Encode(suffix.Of(text.AsSpan())));
        return written.ToString();
    }

    private static string Encode(ReadOnlySpan<char> words)
    {
        var valid = new StringBuilder(words.Length);
        foreach (Rune rune in words.EnumerateRunes())
            valid.Append(rune);

        // The hyphen has a meaning of its own in a directive and is left alone by percent-encoding.
        return Uri.EscapeDataString(valid.ToString()).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
