using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Refuses pages before they are parsed whose parsing would not end in time: too many elements, too many open at once (tree
/// construction is quadratic in them), or formatting left open that every block would reopen. Linear in the page.
/// </summary>
/// <remarks>Counts as the parser does where it matters: an end tag closes only what is open, and not through a barrier.</remarks>
internal sealed class HtmlNestingGuard(string page, PolicyReadOptions options)
{
    /// <summary>Formatting that may stay open without being counted as work.</summary>
    private const int FreeFormatting = 64;

    /// <summary>How many formatting elements may be reopened over the whole page.</summary>
    private const int MaximumReopened = 500_000;

    private readonly OpenElements _open = new();
    private int _elements;
    private long _reopened;

    /// <summary>Whether the page stands inside a drawing or a formula, whose elements may close themselves.</summary>
    public bool IsInForeignContent => _open.IsOpen(HtmlElementName.Svg) || _open.IsOpen(HtmlElementName.Math);

    public bool IsInTable => _open.IsOpen(HtmlElementName.Table);

    /// <param name="name">The name of an end tag.</param>
    /// <param name="closes">Whether it closes something; otherwise the parser drops it.</param>
    /// <returns>The name, as a number with what it does.</returns>
    public HtmlElementName Close(ReadOnlySpan<char> name, out bool closes) => _open.Close(name, out closes);

    /// <returns>The name, as a number with what its end tag does.</returns>
    /// <exception cref="PolicyReadException">More elements than a limit.</exception>
    public HtmlElementName Open(ReadOnlySpan<char> name, int position)
    {
        _elements++;
        if (_elements > options.MaximumElements)
            throw TooMuch(page, $"more than {options.MaximumElements} elements up to character {position}", nameof(PolicyReadOptions.MaximumElements));
        HtmlElementName element = _open.Open(name);
        _reopened += Math.Max(0, _open.Formatting - FreeFormatting);
        if (_open.Count > options.MaximumOpenElements || _reopened > MaximumReopened)
            throw TooMuch(page, $"more than {options.MaximumOpenElements} elements are open at once near character {position}", nameof(PolicyReadOptions.MaximumOpenElements));
        return element;
    }

    private static PolicyReadException TooMuch(string name, FormattableString what, string limit) =>
        new($"{name}: {what.ToString(CultureInfo.InvariantCulture)}; if the page is genuine, raise {limit}.");

    /// <summary>How far down an end tag is followed; the page's own nesting is far shallower.</summary>
    private const int MaximumReach = 256;

    /// <summary>The elements that are open, by what their end tags do.</summary>
    private sealed class OpenElements
    {
        private readonly List<HtmlElementName> _open = [];
        private readonly Dictionary<string, HtmlElementName> _others = new(StringComparer.OrdinalIgnoreCase);
        private int[] _counts = new int[HtmlElementName.KnownCount + 16];

        public int Count => _open.Count + Formatting;

        /// <summary>Formatting elements that no end tag has closed; closing the block around them does not.</summary>
        public int Formatting { get; private set; }

        public bool IsOpen(HtmlElementName name) => _counts[name.Number] > 0;

        public HtmlElementName Open(ReadOnlySpan<char> name)
        {
            HtmlElementName element = NameOf(name);
            if (element.Kind == ElementKind.Void)
                return element;
            _counts[element.Number]++;
            if (element.Kind == ElementKind.ClosedByOthers)
                return element;
            if (element.Kind == ElementKind.Formatting)
                Formatting++;
            else
                _open.Add(element);
            return element;
        }

        public HtmlElementName Close(ReadOnlySpan<char> name, out bool closes)
        {
            HtmlElementName element = NameOf(name);

            // The end tag of a paragraph that is not open makes an empty one.
            closes = _counts[element.Number] > 0 || HtmlTag.Is(name, "p");
            if (_counts[element.Number] == 0)
                return element;
            if (element.Kind == ElementKind.ClosedByOthers)
            {
                _counts[element.Number]--;
            }
            else if (element.Kind == ElementKind.Formatting)
            {
                _counts[element.Number]--;
                Formatting--;
            }
            else if (Reach(element) is >= 0 and var found)
            {
                for (int index = found; index < _open.Count; index++)
                    _counts[_open[index].Number]--;
                _open.RemoveRange(found, _open.Count - found);
            }

            return element;
        }

        /// <summary>The place of the open element above every barrier to its end tag; -1 where there is none.</summary>
        private int Reach(HtmlElementName element)
        {
            for (int index = _open.Count - 1; index >= 0 && index >= _open.Count - MaximumReach; index--)
            {
                if (element.Number == _open[index].Number)
                    return index;

                // An inline end tag stops at any block; a block's end tag at a table cell or an embedded object.
                ElementKind above = _open[index].Kind;
                if (above == ElementKind.Barrier || (element.Kind == ElementKind.Inline && above != ElementKind.Inline))
                    return -1;
            }

            return -1;
        }

        private HtmlElementName NameOf(ReadOnlySpan<char> name)
        {
            if (HtmlElementName.TryFind(name, out HtmlElementName known))
                return known;
            var others = _others.GetAlternateLookup<ReadOnlySpan<char>>();
            if (others.TryGetValue(name, out HtmlElementName other))
                return other;
            other = new HtmlElementName(HtmlElementName.KnownCount + _others.Count, ElementKind.Inline);
            others[name] = other;
            if (other.Number >= _counts.Length)
                Array.Resize(ref _counts, 2 * _counts.Length);
            return other;
        }
    }
}
