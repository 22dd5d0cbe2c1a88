using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Writes the URL text fragment that leads to a passage of a page: its first and last words, as many as tell it from every
/// earlier place of the page, and where its own words cannot, the words before it.
/// </summary>
/// <remarks>Source: WICG, URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/ .</remarks>
internal static class TextFragmentDirective
{
    private const int FewestWords = 5;
    private const int ShortQuote = 100;

    /// <summary>How many words before a passage are tried, one after the other.</summary>
    private static readonly int[] ContextSizes = [3, 6, 12, 24];

    /// <summary>The directive for a range of a document, without the words <c>:~:text=</c>; empty for a range without words.</summary>
    public static string Of(PolicyDocument document, TextRange range)
    {
        // A directive matches inside one block, so it starts in the first line or cell and ends in the last.
        string[] pieces = Pieces(document, range).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length == 0)
            return string.Empty;
        VisibleText page = document.Origin.Visible;
        int start = page.Count == 0 ? -1 : document.Origin.VisibleIndexOf(range.Start);
        string first = pieces[0];
        string[] words = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 1 && (first.Length <= ShortQuote || words.Length < 2 * FewestWords))
            return Context(page, start, first) + Encode(first);

        int opening = FewestWordsFor(words, pieces.Length == 1 ? words.Length / 2 : words.Length, count => IsFirst(page, start, Join(words, 0, count)));
        string from = Join(words, 0, opening);
        int behind = start + Squeeze(from).Length;
        string[] lastWords = pieces.Length == 1 ? words[opening..] : pieces[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = start < 0 ? -1 : EndOf(document, range);
        bool isTold = false;
        int closing = FewestWordsFor(lastWords, lastWords.Length, count =>
            isTold = start < 0 || EndsThere(page, behind, end, Join(lastWords, lastWords.Length - count, count)));
        if (!isTold && pieces.Length == 1)
            return Context(page, start, first) + Encode(first);
        return Context(page, start, from) + Encode(from) + "," + Encode(Join(lastWords, lastWords.Length - closing, closing));
    }

    /// <summary>The range's text, broken also where the page breaks a line inside one of its blocks.</summary>
    private static string Pieces(PolicyDocument document, TextRange range)
    {
        VisibleText page = document.Origin.Visible;
        var text = new StringBuilder(range.Length + 8);
        int last = -1;
        for (int index = range.Start; index < range.End; index++)
        {
            char character = document.Text[index];
            if (page.Count > 0 && !char.IsWhiteSpace(character))
            {
                int visible = document.Origin.VisibleIndexOf(index);
                if (last >= 0 && visible != last && page.BeginsBlock(visible))
                    text.Append('\n');
                last = visible;
            }

            text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>The words before the passage, where its own stand earlier too.</summary>
    private static string Context(VisibleText page, int start, string words)
    {
        if (start < 0 || IsFirst(page, start, words))
            return string.Empty;
        string before = string.Empty;
        foreach (int size in ContextSizes)
        {
            before = page.WordsBefore(start, size);
            string squeezed = Squeeze(before);
            if (page.FindIgnoringCase(squeezed + Squeeze(words), 0) == start - squeezed.Length)
                break;
        }

        return before.Length == 0 ? string.Empty : Encode(before) + "-,";
    }

    private static int FewestWordsFor(string[] words, int most, Func<int, bool> tells)
    {
        for (int count = FewestWords; count < most; count += FewestWords)
        {
            if (tells(count))
                return count;
        }

        most = Math.Clamp(most, 1, words.Length);
        tells(most);
        return most;
    }

    private static bool IsFirst(VisibleText page, int start, string words) => start < 0 || page.FindIgnoringCase(Squeeze(words), 0) == start;

    private static bool EndsThere(VisibleText page, int from, int end, string words)
    {
        string squeezed = Squeeze(words);
        return page.FindIgnoringCase(squeezed, from) is >= 0 and var found && found + squeezed.Length == end;
    }

    /// <summary>The index behind the passage's last visible character.</summary>
    private static int EndOf(PolicyDocument document, TextRange range)
    {
        int last = range.End - 1;
        while (last > range.Start && char.IsWhiteSpace(document.Text[last]))
            last--;
        return document.Origin.VisibleIndexOf(last) + 1;
    }

    private static string Join(string[] words, int start, int count) => string.Join(' ', words, start, count);

    private static string Squeeze(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

    private static string Encode(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            valid.Append(rune.ToString());

        // The hyphen has a meaning of its own in a directive and is left alone by percent-encoding.
        return Uri.EscapeDataString(valid.ToString()).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
