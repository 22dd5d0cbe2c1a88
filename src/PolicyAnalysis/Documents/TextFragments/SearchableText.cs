using System.Text;

namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>
/// The text of a page as a browser searches it for a text fragment: what is shown, white space folded, a line feed where a
/// match cannot go on because a block, a line break or an image stands there.
/// </summary>
/// <remarks>Which styles make a block of an inline element, or hide one, is known of the page's own attributes only.</remarks>
internal sealed class SearchableText
{
    private readonly int[] _starts;
    private readonly HashSet<int> _tags;

    private SearchableText(string text, int[] starts, HashSet<int> tags)
    {
        _tags = tags;
        Text = text;
        Folded = Fold(text);
        _starts = starts;
    }

    /// <summary>The text as it is written.</summary>
    public string Text { get; }

    /// <summary>The text as it is compared: without letter case and accents, unit by unit.</summary>
    public string Folded { get; }

    /// <summary>Whether a place parts two words. Between two elements only styles tell, which may set them apart.</summary>
    public WordBoundary BoundaryAt(int place) =>
        WordBoundaries.At(Folded, place) is var boundary && boundary == WordBoundary.Inside && _tags.Contains(place) ? WordBoundary.Unsure : boundary;

    /// <summary>Where the text of a node begins; -1 where it is not shown.</summary>
    public int StartOf(int node) => _starts[node];

    /// <summary>A text that stands for its page: each line and each cell is a block. The whole text is node 0.</summary>
    public static SearchableText Of(string canonical) => new(canonical.Replace('\t', '\n').Replace(WhiteSpace.Joiner.ToString(), string.Empty, StringComparison.Ordinal), [0], []);

    public static SearchableText Of(PageTree tree)
    {
        List<PageNode> nodes = tree.Nodes;
        var text = new StringBuilder(nodes[0].TextLength * 5 / 4);
        int[] starts = new int[nodes.Count];
        Array.Fill(starts, -1);
        var blocks = new Stack<int>();
        var tags = new HashSet<int>();
        (int End, int Parent) last = (0, 0);
        int preformattedEnd = 0;
        for (int index = 0; index < nodes.Count; index++)
        {
            while (blocks.Count > 0 && index >= blocks.Peek())
            {
                blocks.Pop();
                Break(text);
            }

            PageNode node = nodes[index];
            if (node.Has(ElementTraits.NotRendered))
            {
                if (!node.Has(ElementTraits.Inline))
                    Append(text, " ", breaksLines: false);
                index = node.End - 1;
            }
            else if (node.IsText)
            {
                if (last != (index, node.Parent))
                    tags.Add(text.Length);
                last = (node.End, node.Parent);
                starts[index] = text.Length;
                Append(text, node.Data!, breaksLines: index < preformattedEnd);
            }
            else if (IsBreak(node))
            {
                Break(text);
                blocks.Push(node.End);
                if (IsPreformatted(node))
                    preformattedEnd = Math.Max(preformattedEnd, node.End);
            }
        }

        return new SearchableText(text.ToString(), starts, tags);
    }

    /// <summary>The next place at or behind one where something is written.</summary>
    public static int NextWritten(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\n')
            at++;
        return at;
    }

    private static bool IsBreak(PageNode node) =>
        node.Name is "img" || !node.Has(ElementTraits.Inline) || (node.Element!.GetAttribute("style") is { } style && Displays(style));

    private static bool Displays(string style) =>
        style.Contains("display", StringComparison.OrdinalIgnoreCase) && !style.Contains("contents", StringComparison.OrdinalIgnoreCase)
        && (style.Contains("block", StringComparison.OrdinalIgnoreCase) || style.Contains("flex", StringComparison.OrdinalIgnoreCase) || style.Contains("grid", StringComparison.OrdinalIgnoreCase) || style.Contains("table", StringComparison.OrdinalIgnoreCase));

    private static bool IsPreformatted(PageNode node) =>
        node.Name is "pre" || (node.Element!.GetAttribute("style") is { } style && style.Contains("white-space", StringComparison.OrdinalIgnoreCase) && style.Contains("pre", StringComparison.OrdinalIgnoreCase));

    private static void Append(StringBuilder text, string data, bool breaksLines)
    {
        bool isAfterInvisible = false;
        foreach (char character in data)
        {
            if (character == WhiteSpace.Joiner || WhiteSpace.IsInvisible(character))
            {
                isAfterInvisible = true;
                continue;
            }

            // White space on both sides of an invisible sign is two spaces to a search and one to a reader.
            if (isAfterInvisible && char.IsWhiteSpace(character) && text.Length > 0 && text[^1] == ' ')
                Break(text);
            isAfterInvisible = false;
            if (breaksLines && character == '\n')
                Break(text);
            else if (!char.IsWhiteSpace(character))
                text.Append(character);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    /// <summary>Takes letter case and accents off: browsers compare by the base characters.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (folded, written) =>
    {
        var known = new Dictionary<char, char>();
        for (int index = 0; index < written.Length; index++)
        {
            char character = written[index];
            if (char.IsAscii(character))
            {
                folded[index] = char.ToLowerInvariant(character);
            }
            else if (char.IsSurrogate(character) || character is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF'))
            {
                folded[index] = character;
            }
            else
            {
                if (!known.TryGetValue(character, out char simple))
                    known[character] = simple = char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormKD)[0]);
                folded[index] = simple;
            }
        }
    });
}
