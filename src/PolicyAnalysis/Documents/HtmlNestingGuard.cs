using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Refuses pages before they are parsed whose parsing would not end in time: too many elements, too many open at once (tree
/// construction is quadratic in them), or formatting left open that every block would reopen. Linear in the page.
/// </summary>
/// <remarks>Counts as the parser does where it matters: an end tag closes only what is open, and not through a barrier.</remarks>
internal static class HtmlNestingGuard
{
    /// <summary>Formatting that may stay open without being counted as work.</summary>
    private const int FreeFormatting = 64;

    /// <summary>How many formatting elements may be reopened over the whole page.</summary>
    private const int MaximumReopened = 500_000;

    /// <exception cref="PolicyReadException">More elements than a limit.</exception>
    public static void Check(string html, string name, PolicyReadOptions options)
    {
        var open = new OpenElements();
        int elements = 0;
        long reopened = 0;
        int position = 0;
        while ((position = html.IndexOf('<', position)) >= 0 && position + 1 < html.Length)
        {
            HtmlTag tag = HtmlTag.Read(html, position);
            position = tag.End;
            if (tag.Name.IsEmpty)
                continue;
            if (tag.IsEnd)
            {
                open.Close(tag.Name);
                continue;
            }

            elements++;
            if (elements > options.MaximumElements)
                throw TooMuch(name, $"more than {options.MaximumElements} elements up to character {position}", nameof(PolicyReadOptions.MaximumElements));
            open.Open(tag.Name);
            reopened += Math.Max(0, open.Formatting - FreeFormatting);
            if (open.Count > options.MaximumOpenElements || reopened > MaximumReopened)
                throw TooMuch(name, $"more than {options.MaximumOpenElements} elements are open at once near character {position}", nameof(PolicyReadOptions.MaximumOpenElements));
            position = HtmlTag.SkipRawText(html, tag);
        }
    }

    private static PolicyReadException TooMuch(string name, FormattableString what, string limit) =>
        new($"{name}: {what.ToString(CultureInfo.InvariantCulture)}; if the page is genuine, raise {limit}.");

    /// <summary>How far down an end tag is followed; the page's own nesting is far shallower.</summary>
    private const int MaximumReach = 256;

    /// <summary>The elements that are open, by what their end tags do.</summary>
    private sealed class OpenElements
    {
        private readonly List<(string Name, ElementKind Kind)> _open = [];
        private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

        public int Count => _open.Count + Formatting;

        /// <summary>Formatting elements that no end tag has closed; closing the block around them does not.</summary>
        public int Formatting { get; private set; }

        public void Open(ReadOnlySpan<char> name)
        {
            ElementKind kind = HtmlTag.KindOf(name);
            if (kind is ElementKind.Void or ElementKind.ClosedByOthers)
                return;
            string key = Add(name, 1);
            if (kind == ElementKind.Formatting)
            {
                Formatting++;
                return;
            }

            _open.Add((key, kind));
        }

        public void Close(ReadOnlySpan<char> name)
        {
            var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!counts.TryGetValue(name, out int count) || count == 0)
                return;
            ElementKind kind = HtmlTag.KindOf(name);
            if (kind == ElementKind.Formatting)
            {
                Add(name, -1);
                Formatting--;
                return;
            }

            int found = Reach(name, kind);
            if (found < 0)
                return;
            for (int index = found; index < _open.Count; index++)
                Add(_open[index].Name, -1);
            _open.RemoveRange(found, _open.Count - found);
        }

        /// <summary>The place of the open element above every barrier to its end tag; -1 where there is none.</summary>
        private int Reach(ReadOnlySpan<char> name, ElementKind kind)
        {
            for (int index = _open.Count - 1; index >= 0 && index >= _open.Count - MaximumReach; index--)
            {
                if (name.Equals(_open[index].Name, StringComparison.OrdinalIgnoreCase))
                    return index;

                // An inline end tag stops at any block; a block's end tag at a table cell or an embedded object.
                ElementKind above = _open[index].Kind;
                if (above == ElementKind.Barrier || (kind == ElementKind.Inline && above != ElementKind.Inline))
                    return -1;
            }

            return -1;
        }

        private string Add(ReadOnlySpan<char> name, int change)
        {
            var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
            counts.TryGetValue(name, out string? key, out int count);
            counts[name] = count + change;
            return key ?? name.ToString();
        }
    }
}
