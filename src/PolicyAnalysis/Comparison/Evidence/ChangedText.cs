namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>One side of a change with the ranges that changed in it and the sentences they stand in.</summary>
internal sealed class ChangedText
{
    private readonly List<TextRange> _sentences = [];

    public ChangedText(string text, IReadOnlyList<TextEdit> edits, bool isAfter)
    {
        Text = text;
        Changed = [.. edits.Select(edit => isAfter ? edit.After : edit.Before).Where(static range => !range.IsEmpty)];
        int start = 0;
        int next = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && !Sentences.IsEnd(text, i))
                continue;
            var sentence = new TextRange(start, i + 1);
            while (next < Changed.Count && Changed[next].End <= sentence.Start)
                next++;
            if (next < Changed.Count && Changed[next].Overlaps(sentence))
                _sentences.Add(sentence);
            start = i + 1;
        }
    }

    public string Text { get; }

    /// <summary>The ranges that changed, in order, none empty.</summary>
    public IReadOnlyList<TextRange> Changed { get; }

    /// <summary>Those of some ranges, in order, that overlap what changed.</summary>
    public List<TextRange> Touched(IReadOnlyList<TextRange> ranges)
    {
        var touched = new List<TextRange>();
        int next = 0;
        foreach (TextRange range in ranges)
        {
            while (next < Changed.Count && Changed[next].End <= range.Start)
                next++;
            if (next < Changed.Count && Changed[next].Overlaps(range))
                touched.Add(range);
        }

        return touched;
    }

    /// <summary>The share of the changed sentences that hold one of some ranges; the first, which says what it is about, counts twice.</summary>
    public double Share(IReadOnlyList<TextRange> ranges)
    {
        if (ranges.Count == 0)
            return 0;
        int votes = 0;
        for (int i = 0; i < _sentences.Count; i++)
        {
            if (ranges.Any(range => range.Overlaps(_sentences[i])))
                votes += i == 0 ? 2 : 1;
        }

        return _sentences.Count == 0 ? 1 : votes / (_sentences.Count + 1.0);
    }
}
