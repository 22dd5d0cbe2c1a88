using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>The marks of all blocks of a document, each with its one reading: whether <c>i</c> is a letter or a number, only its neighbours tell.</summary>
internal sealed class ClauseMarks
{
    private readonly ClauseMark?[] _marks;
    private readonly EnumerationReading[] _readings;

    public ClauseMarks(PolicyDocument document)
    {
        _marks = new ClauseMark?[document.Blocks.Count];
        _readings = new EnumerationReading[_marks.Length];
        for (int index = 0; index < _marks.Length; index++)
            _marks[index] = ClauseMark.Of(document.Blocks[index], document.Blocks[index].Range.Of(document.Text.AsSpan()));
        Read();
    }

    /// <summary>The mark of a block; nothing where it has none.</summary>
    public ClauseMark? this[int block] => _marks[block];

    /// <summary>How the counting mark of a block is read.</summary>
    public EnumerationReading ReadingOf(int block) => _readings[block];

    private void Read()
    {
        // Per style, the last readings that may be gone on with: a letter waits while roman numbers count inside it.
        var open = new Dictionary<string, List<EnumerationReading>>(StringComparer.Ordinal);
        for (int index = 0; index < _marks.Length; index++)
        {
            if (_marks[index] is not { Enumeration: { } mark })
                continue;
            if (!open.TryGetValue(mark.Style, out List<EnumerationReading>? before))
                open[mark.Style] = before = [];
            EnumerationMark? next = NextOf(index, mark.Style);
            if (Chosen(_marks[index]!, mark, next, before) is not { } reading)
            {
                _marks[index] = null;
                continue;
            }

            _readings[index] = reading;
            before.RemoveAll(earlier => earlier.Kind == reading.Kind || (earlier.Value < reading.Value && mark.After(earlier) == reading));
            before.Add(reading);
            if (before.Count > 4)
                before.RemoveAt(0);
        }
    }

    private static EnumerationReading? Chosen(ClauseMark whole, EnumerationMark mark, EnumerationMark? next, List<EnumerationReading> before)
    {
        EnumerationReading? chosen = null;
        int best = -1;
        foreach (EnumerationReading reading in mark.Readings)
        {
            bool isNext = before.Exists(earlier => mark.After(earlier) == reading);
            bool goesOn = next?.After(reading) is not null;
            int score = (isNext ? 4 : 0) + (goesOn ? 3 : 0) + (reading.Value == 1 ? 2 : 0);
            if (score > best)
                (chosen, best) = (reading, score);
        }

        // A letter with a dot that nothing counts from or to is an initial.
        return whole.IsUnsure && best < 3 ? null : chosen;
    }

    private EnumerationMark? NextOf(int index, string style)
    {
        for (int next = index + 1; next < Math.Min(_marks.Length, index + Furthest); next++)
        {
            if (_marks[next] is { Enumeration: { } mark } && mark.Style == style)
                return mark;
        }

        return null;
    }

    /// <summary>How many blocks may stand between a mark and the next of its kind.</summary>
    private const int Furthest = 60;
}
