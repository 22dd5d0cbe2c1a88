using System.Net;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>Checks apart from the readers that each visible character of a document stands where the document says it does.</summary>
internal static class SourceEvidence
{
    /// <summary>The provisions' characters that do not stand at their place in the source; empty where all do.</summary>
    public static string Differences(PolicyDocument document, string source)
    {
        foreach (DocumentBlock block in document.Blocks)
        {
            int last = -1;
            for (int index = block.Range.Start; index < block.Range.End; index++)
            {
                char character = document.Text[index];
                if (char.IsWhiteSpace(character))
                    continue;
                int place = document.GetSourcePosition(index).Offset;
                if (place < last || !StandsAt(source, place, character))
                    return $"'{character}' of \"{block.Range.Of(document.Text)}\" is said to stand at {place}, where \"{source[place..Math.Min(source.Length, place + 12)]}\" stands";
                last = place;
            }
        }

        return string.Empty;
    }

    private static bool StandsAt(string source, int place, char character)
    {
        if (source[place] == character)
            return true;

        // A character reference, or the mark of a footnote, which the source writes in its own way.
        if (source[place] == '&' && source.IndexOf(';', place) is > 0 and var end)
            return WebUtility.HtmlDecode(source[place..(end + 1)]).Contains(character, StringComparison.Ordinal);
        return source.AsSpan(place).StartsWith("[^") && char.IsAsciiDigit(character);
    }
}
