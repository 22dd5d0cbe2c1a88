using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>
/// Finds the sentence that introduces a list or a table: the block before it, or the item a nested list hangs on. Paragraphs
/// that are numbered as items are a list too, and a list that goes on counting behind an interruption keeps its lead-in.
/// </summary>
internal sealed class LeadIns(ClauseMarks marks)
{
    /// <summary>A paragraph without a colon introduces a list only where it is this short.</summary>
    private const int LongestWithoutColon = 300;

    private readonly Dictionary<int, TextRange?> _ofList = [];
    private readonly Dictionary<int, TextRange?> _ofTable = [];
    private readonly Dictionary<int, (string Style, EnumerationReading Reading, TextRange? LeadIn)> _lastOfLevel = [];
    private readonly List<(string Style, EnumerationReading Reading, TextRange? LeadIn)> _paragraphs = [];
    private TextRange? _candidate;
    private bool _hasColon;
    private bool _opens;
    private int _itemLevel;

    /// <summary>The lead-in of a block, or nothing.</summary>
    public TextRange? For(DocumentBlock block, int index)
    {
        if (block.ListIndex >= 0)
            return OfItem(block, index);
        if (block.TableIndex >= 0)
            return Remember(_ofTable, block.TableIndex, _itemLevel == 0 || _hasColon ? _candidate : null);
        return block.Kind == DocumentBlockKind.Paragraph ? OfNumbered(index) : null;
    }

    /// <summary>Tells that a block was read, so that it may introduce what follows.</summary>
    public void Passed(DocumentBlock block, string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd();
        bool colon = !trimmed.IsEmpty && trimmed[^1] is ':' or '：';
        if (block.Kind == DocumentBlockKind.Heading)
        {
            _lastOfLevel.Clear();
            _paragraphs.Clear();
        }

        _opens = colon || (!trimmed.IsEmpty && trimmed[^1] is ',' or '–' or '—' or '-');
        _hasColon = colon && block.Kind is not (DocumentBlockKind.TableHeader or DocumentBlockKind.TableRow);
        _itemLevel = block.Kind == DocumentBlockKind.ListItem ? block.Level : 0;
        _candidate = block.Kind switch
        {
            DocumentBlockKind.TableHeader or DocumentBlockKind.TableRow => null,
            DocumentBlockKind.Heading => colon ? block.Range : null,
            _ => colon || text.Length <= LongestWithoutColon ? block.Range : null,
        };
    }

    private TextRange? OfItem(DocumentBlock block, int index)
    {
        EnumerationMark? mark = marks[index]?.Enumeration;
        if (!_ofList.TryGetValue(block.ListIndex, out TextRange? leadIn))
        {
            // An item without a colon introduces only what is nested in it.
            leadIn = _itemLevel == 0 || _hasColon || block.Level > _itemLevel ? _candidate : null;

            // Behind a sentence that ends in a colon another list begins; elsewhere the count tells whether the list goes on.
            if (!_hasColon && mark is not null && _lastOfLevel.TryGetValue(block.Level, out (string Style, EnumerationReading Reading, TextRange? LeadIn) before) && mark.Style == before.Style && mark.After(before.Reading) is not null)
                leadIn = before.LeadIn;
            _ofList.Add(block.ListIndex, leadIn);
        }

        if (mark is not null)
            _lastOfLevel[block.Level] = (mark.Style, marks.ReadingOf(index), leadIn);
        return leadIn;
    }

    /// <summary>The lead-in of a paragraph with a mark such as (a): the sentence before the first of them that a colon or a comma leaves open.</summary>
    private TextRange? OfNumbered(int index)
    {
        if (marks[index] is not { Enumeration: { } mark } || marks[index]!.IsNumber)
            return null;
        EnumerationReading reading = marks.ReadingOf(index);
        int same = _paragraphs.FindLastIndex(open => open.Style == mark.Style && open.Reading.Kind == reading.Kind);
        TextRange? leadIn = null;
        if (same >= 0 && mark.After(_paragraphs[same].Reading) is not null)
            leadIn = _paragraphs[same].LeadIn;
        else if (_opens && reading.Value == 1)
            leadIn = _candidate;
        if (same >= 0)
            _paragraphs.RemoveRange(same, _paragraphs.Count - same);
        _paragraphs.Add((mark.Style, reading, leadIn));
        return leadIn;
    }

    private static TextRange? Remember(Dictionary<int, TextRange?> known, int index, TextRange? candidate)
    {
        if (!known.TryGetValue(index, out TextRange? leadIn))
        {
            leadIn = candidate;
            known.Add(index, leadIn);
        }

        return leadIn;
    }
}
