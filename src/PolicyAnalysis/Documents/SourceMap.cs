namespace PolicyAnalysis.Documents;

/// <summary>Which marks of a source stand between the characters a reader sees.</summary>
internal enum SourceSyntax
{
    /// <summary>None: what is written is what is read.</summary>
    Plain,

    /// <summary>Markdown marks, link targets, HTML tags and entities.</summary>
    Markdown,

    /// <summary>Tags, comments, scripts and entities.</summary>
    Html,
}

/// <summary>
/// Leads from the canonical text back to the source. The map is built by reading the visible characters of the source in
/// order and finding each block among them, on the first question only.
/// </summary>
internal sealed class SourceMap
{
    public static readonly SourceMap None = new(string.Empty, string.Empty, [], [], SourceSyntax.Plain, new HashSet<string>(StringComparer.Ordinal));

    private readonly Lazy<Index> _index;
    private readonly int _start;

    public SourceMap(string source, string text, IReadOnlyList<DocumentBlock> blocks, IReadOnlyList<int> starts, SourceSyntax syntax, IReadOnlySet<string> imageTexts)
        : this(new Lazy<Index>(() => Index.Build(source, text, blocks, starts, syntax, imageTexts)), 0)
    {
    }

    /// <summary>The map of a text whose reader knows the place of each character.</summary>
    public SourceMap(string source, int[] offsets)
        : this(new Lazy<Index>(() => Index.Of(source, offsets)), 0)
    {
    }

    private SourceMap(Lazy<Index> index, int start)
    {
        _index = index;
        _start = start;
    }

    public SourcePosition PositionOf(int offset) => _index.Value.PositionOf(_start + offset);

    /// <summary>The map of the part of the text that begins at an offset.</summary>
    public SourceMap From(int offset) => new(_index, _start + offset);

    private sealed class Index
    {
        private readonly int[] _lineStarts;
        private readonly int[] _sourceOffsets;

        private Index(int[] lineStarts, int[] sourceOffsets)
        {
            _lineStarts = lineStarts;
            _sourceOffsets = sourceOffsets;
        }

        public static Index Of(string source, int[] offsets) => new(LineStarts(source), offsets);

        public static Index Build(string source, string text, IReadOnlyList<DocumentBlock> blocks, IReadOnlyList<int> starts, SourceSyntax syntax, IReadOnlySet<string> imageTexts)
        {
            VisibleText visible = VisibleText.Read(source, syntax, imageTexts);
            int[] offsets = new int[text.Length + 1];
            Array.Fill(offsets, -1);
            int[] places = BlockPlaces.Find(visible, text, blocks, starts);
            for (int index = 0; index < blocks.Count; index++)
            {
                if (places[index] >= 0)
                    visible.Align(text, blocks[index].Range, places[index], offsets);
            }

            int last = 0;
            for (int index = 0; index < offsets.Length; index++)
            {
                if (offsets[index] < 0)
                    offsets[index] = last;
                else
                    last = offsets[index];
            }

            return new Index(LineStarts(source), offsets);
        }

        public SourcePosition PositionOf(int offset)
        {
            // A document that was not read from a source has a map of one place.
            int source = _sourceOffsets[Math.Min(offset, _sourceOffsets.Length - 1)];
            int line = Array.BinarySearch(_lineStarts, source);
            if (line < 0)
                line = ~line - 1;
            return new SourcePosition(source, line + 1, source - _lineStarts[line] + 1);
        }

        private static int[] LineStarts(string source)
        {
            var starts = new List<int> { 0 };
            for (int index = 0; index < source.Length; index++)
            {
                if (source[index] == '\n' || (source[index] == '\r' && (index + 1 == source.Length || source[index + 1] != '\n')))
                    starts.Add(index + 1);
            }

            return [.. starts];
        }
    }
}
