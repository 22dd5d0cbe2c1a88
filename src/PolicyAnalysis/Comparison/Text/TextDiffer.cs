namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Compares texts and keeps its buffers from one comparison to the next, so that only the result is allocated.
/// Not thread-safe: one differ a thread.
/// </summary>
/// <remarks>
/// Equal lines are passed over by vectorised comparison or paired by hash, then equal sentences of what is left; only
/// the rest is split into words, interned to integers and aligned. The page <c>docs/diff.md</c> explains each step.
/// </remarks>
public sealed class TextDiffer
{
    private const int ShortestIsland = 24;
    private const int ShortestMoved = 40;
    private const int LongestWithoutSentences = 1200;

    private readonly TextDiffOptions _options;
    private readonly LineWalk _walk = new();
    private readonly LineAnchors _anchors = new();
    private readonly TokenTable _table = new();
    private readonly TokenList _beforeLines = new(), _afterLines = new(), _beforeSentences = new(), _afterSentences = new();
    private readonly WordAligner _words = new();
    private readonly SequenceAligner _aligner = new();
    private readonly ChangeList _changes = new();
    private readonly CharacterNarrower _narrower = new();
    private int[] _lineMatch = [], _sentenceMatch = [];

    /// <summary>Makes a differ.</summary>
    /// <param name="options">Level and budget; <see langword="null"/> for <see cref="TextDiffOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step budget is under 1.</exception>
    public TextDiffer(TextDiffOptions? options = null)
    {
        _options = options ?? TextDiffOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.StepBudget, 1, nameof(options));
    }

    /// <summary>Compares two texts; see <see cref="TextDiff.Compare"/>.</summary>
    /// <param name="before">The text before; any UTF-16, lone surrogates included.</param>
    /// <param name="after">The text after.</param>
    public TextEditScript Compare(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        // One order for both directions makes the mirrored comparison the mirrored script, ties included.
        int order = before.Length != after.Length ? before.Length - after.Length : before.SequenceCompareTo(after);
        if (order == 0) return TextEditScript.Unchanged(before.Length);
        bool isSwapped = order > 0;
        TextPair texts = isSwapped ? new TextPair(after, before) : new TextPair(before, after);
        Run(texts);
        return _changes.ToScript(texts, isSwapped, _aligner.IsCoarse, _aligner.Steps);
    }

    private void Run(in TextPair texts)
    {
        _aligner.Reset(_options.StepBudget);
        _changes.Clear();
        ReadOnlySpan<char> old = texts.Before, now = texts.After;
        int lead = old[..old.CommonPrefixLength(now)].LastIndexOf('\n') + 1;
        int tail = CommonEnd.Length(old[lead..], now[lead..]);
        int newline = old[(old.Length - tail)..].IndexOf('\n');
        tail = newline < 0 ? 0 : tail - newline - 1;
        _changes.Match(texts, 0, 0, lead);
        Lines(texts, lead, old.Length - tail, now.Length - tail);
        _changes.Match(texts, old.Length - tail, now.Length - tail, tail);
        ChangeSlider.Slide(texts, _changes.Changes);
        if (_options.Level == TextDiffLevel.Character) _narrower.Narrow(texts, _changes, _aligner);
        else if (_options.Level == TextDiffLevel.Line) _changes.Widen(texts, static (left, _) => left == '\n');
        else if (_options.Level == TextDiffLevel.Sentence)
            _changes.Widen(texts, static (left, right) => left == '\n' || (TextPieces.EndsSentence(left) && char.IsWhiteSpace(right)));
    }

    private void Lines(in TextPair texts, int start, int beforeEnd, int afterEnd)
    {
        List<Run>? runs = _walk.Find(texts.Before[start..beforeEnd], texts.After[start..afterEnd]);
        if (runs is null || HasMovedLine(texts, runs, start, beforeEnd, afterEnd))
        {
            PairLines(texts, start, beforeEnd, afterEnd);
            return;
        }

        int beforeFrom = start, afterFrom = start;
        foreach (Run run in runs)
        {
            int b = start + run.Before, a = start + run.After;
            bool isIsland = run.Length < ShortestIsland && b > beforeFrom && a > afterFrom && b + run.Length < beforeEnd && a + run.Length < afterEnd;
            if (isIsland) continue;
            Gap(texts, beforeFrom, b, afterFrom, a);
            _changes.Match(texts, b, a, run.Length);
            (beforeFrom, afterFrom) = (b + run.Length, a + run.Length);
        }

        Gap(texts, beforeFrom, beforeEnd, afterFrom, afterEnd);
    }

    // Counting lines would keep three short lines and move a long one; where lines moved, weight has to decide.
    private bool HasMovedLine(in TextPair texts, List<Run> runs, int start, int beforeEnd, int afterEnd)
    {
        if (runs.Count < 2) return false;
        _beforeLines.Clear();
        _afterLines.Clear();
        (int b, int a) = (start, start);
        foreach (Run run in runs)
        {
            AddLines(texts.Before, b, start + run.Before, _beforeLines);
            AddLines(texts.After, a, start + run.After, _afterLines);
            (b, a) = (start + run.Before + run.Length, start + run.After + run.Length);
        }

        AddLines(texts.Before, b, beforeEnd, _beforeLines);
        AddLines(texts.After, a, afterEnd, _afterLines);
        if (_beforeLines.Count == 0 || _afterLines.Count == 0) return false;
        _table.Reset(_beforeLines.Count + _afterLines.Count);
        _table.InternExactly(texts, false, _beforeLines);
        int known = _table.Count;
        _table.InternExactly(texts, true, _afterLines);
        return _afterLines.Ids.AsSpan(0, _afterLines.Count).ContainsAnyInRange(0, known - 1);
    }

    private static void AddLines(ReadOnlySpan<char> text, int start, int end, TokenList lines)
    {
        while (start < end)
        {
            int next = TextPieces.LineEnd(text[..end], start);
            if (next - start >= ShortestMoved) lines.Add(start, next);
            start = next;
        }
    }

    private void PairLines(in TextPair texts, int start, int beforeEnd, int afterEnd)
    {
        TextPieces.SplitLines(texts.Before, start, beforeEnd, _beforeLines);
        TextPieces.SplitLines(texts.After, start, afterEnd, _afterLines);
        ReadOnlySpan<int> match = Pair(texts, _beforeLines, _afterLines, ref _lineMatch);
        int beforeFrom = start, afterFrom = start;
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] < 0) continue;
            int b = _beforeLines.Starts[i], a = _afterLines.Starts[match[i]], length = _beforeLines.Ends[i] - b;
            Gap(texts, beforeFrom, b, afterFrom, a);
            _changes.Match(texts, b, a, length);
            (beforeFrom, afterFrom) = (b + length, a + length);
        }

        Gap(texts, beforeFrom, beforeEnd, afterFrom, afterEnd);
    }

    private ReadOnlySpan<int> Pair(in TextPair texts, TokenList before, TokenList after, ref int[] match)
    {
        _table.Reset(before.Count + after.Count);
        _table.InternExactly(texts, false, before);
        _table.InternExactly(texts, true, after);
        if (match.Length < before.Count) match = new int[before.Count * 2];
        Span<int> found = match.AsSpan(0, before.Count);
        _anchors.Pair(before, after, _table.Count, found);
        return found;
    }

    private void Gap(in TextPair texts, int beforeStart, int beforeEnd, int afterStart, int afterEnd)
    {
        if (beforeStart == beforeEnd || afterStart == afterEnd) return;
        ReadOnlySpan<char> old = texts.Before[beforeStart..beforeEnd], now = texts.After[afterStart..afterEnd];
        int lead = TextPieces.CutBefore(old, 0, old.CommonPrefixLength(now));
        if (lead > 0) _changes.Match(texts, beforeStart, afterStart, lead);
        int tail = CommonEnd.Length(old[lead..], now[lead..]);
        tail = old.Length - TextPieces.CutAfter(old, old.Length - tail, old.Length);
        (beforeStart, afterStart) = (beforeStart + lead, afterStart + lead);
        (int beforeTail, int afterTail) = (beforeEnd - tail, afterEnd - tail);
        if (Math.Min(beforeTail - beforeStart, afterTail - afterStart) > LongestWithoutSentences) Sentences(texts, beforeStart, beforeTail, afterStart, afterTail);
        else Words(texts, beforeStart, beforeTail, afterStart, afterTail);
        if (tail > 0) _changes.Match(texts, beforeTail, afterTail, tail);
    }

    private void Sentences(in TextPair texts, int beforeStart, int beforeEnd, int afterStart, int afterEnd)
    {
        TextPieces.SplitSentences(texts.Before, beforeStart, beforeEnd, _beforeSentences);
        TextPieces.SplitSentences(texts.After, afterStart, afterEnd, _afterSentences);
        ReadOnlySpan<int> match = Pair(texts, _beforeSentences, _afterSentences, ref _sentenceMatch);
        (int beforeFrom, int afterFrom) = (beforeStart, afterStart);
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] < 0) continue;
            int b = _beforeSentences.Starts[i], a = _afterSentences.Starts[match[i]], length = _beforeSentences.Ends[i] - b;
            Words(texts, beforeFrom, b, afterFrom, a);
            _changes.Match(texts, b, a, length);
            (beforeFrom, afterFrom) = (b + length, a + length);
        }

        Words(texts, beforeFrom, beforeEnd, afterFrom, afterEnd);
    }

    private void Words(in TextPair texts, int beforeStart, int beforeEnd, int afterStart, int afterEnd)
    {
        if (beforeStart == beforeEnd || afterStart == afterEnd) return;
        _words.Align(texts, new TextRange(beforeStart, beforeEnd), new TextRange(afterStart, afterEnd), _table, _aligner, _changes);
    }
}
