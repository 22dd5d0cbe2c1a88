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
    private const int LongestWithoutSentences = 400;
    private const int ShortestSentenceWalk = 1 << 15;
    private const long LargestTriedTwice = 300_000_000;

    private readonly TextDiffOptions _options;
    private readonly PieceWalk _lineWalk = new(areSentences: false), _sentenceWalk = new(areSentences: true);
    private readonly PieceAnchors _anchors = new();
    private readonly TokenTable _table = new();
    private readonly PiecePairs _lines = new(areSentences: false), _sentences = new(areSentences: true);
    private readonly TokenList _beforeLines = new(), _afterLines = new();
    private readonly WordAligner _words = new();
    private readonly SequenceAligner _aligner = new();
    private readonly ChangeList _changes = new(), _spare = new(), _spareLines = new();
    private readonly CharacterNarrower _narrower = new();

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
    public TextEditScript Compare(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => Compare(before, after, null, null);

    /// <summary>Compares two texts whose words have their integers already; the script is that of the texts themselves.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after, of the same vocabulary.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The texts were added to different vocabularies.</exception>
    public TextEditScript Compare(TokenizedText before, TokenizedText after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Vocabulary != after.Vocabulary)
            throw new ArgumentException("The two texts were added to different vocabularies; add both to the same one.", nameof(after));
        return Compare(before.Text, after.Text, before, after);
    }

    private TextEditScript Compare(ReadOnlySpan<char> before, ReadOnlySpan<char> after, TokenizedText? beforeWords, TokenizedText? afterWords)
    {
        // One order for both directions makes the mirrored comparison the mirrored script, ties included.
        if (before.SequenceEqual(after)) return TextEditScript.Unchanged(before.Length);
        bool isSwapped = before.Length != after.Length ? before.Length > after.Length : before.SequenceCompareTo(after) > 0;
        TextPair texts = isSwapped ? new TextPair(after, before) : new TextPair(before, after);
        _words.Use(isSwapped ? afterWords : beforeWords, isSwapped ? beforeWords : afterWords);
        Run(texts);
        _words.Use(null, null);
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
        Walk(texts, new Stretch(lead, old.Length - tail, lead, now.Length - tail), _lineWalk, _lines);
        _changes.Match(texts, old.Length - tail, now.Length - tail, tail);
        ChangeSlider.Slide(texts, _changes.Changes);
        if (_options.Level == TextDiffLevel.Character) _narrower.Narrow(texts, _changes, _aligner);
        else if (_options.Level == TextDiffLevel.Line) _changes.Widen(texts, static (left, _) => left == '\n');
        else if (_options.Level == TextDiffLevel.Sentence)
            _changes.Widen(texts, static (left, right) => left == '\n' || (TextPieces.EndsSentence(left) && char.IsWhiteSpace(right)));
    }

    // Window after window: what is walked is done while it is still in the processor's cache.
    private void Walk(in TextPair texts, Stretch rest, PieceWalk walk, PiecePairs pairs)
    {
        while (true)
        {
            WalkOutcome outcome = walk.Walk(texts.Before[rest.BeforeStart..rest.BeforeEnd], texts.After[rest.AfterStart..rest.AfterEnd]);
            if (outcome == WalkOutcome.Lost)
            {
                Pieces(texts, rest, pairs);
                return;
            }

            Stretch walked = rest;
            if (outcome == WalkOutcome.Partial)
            {
                Run last = walk.Runs[^1];
                walked = rest with { BeforeEnd = rest.BeforeStart + last.Before + last.Length, AfterEnd = rest.AfterStart + last.After + last.Length };
            }

            Window(texts, walked, walk.Runs, pairs);
            if (outcome == WalkOutcome.Finished) return;
            rest = rest with { BeforeStart = walked.BeforeEnd, AfterStart = walked.AfterEnd };
        }
    }

    private void Window(in TextPair texts, in Stretch stretch, List<Run> runs, PiecePairs pairs)
    {
        var place = _changes.Place;
        Walked(texts, stretch, runs, pairs);
        _changes.Match(texts, stretch.BeforeEnd, stretch.AfterEnd, 0);
        if (pairs.AreSentences || !HasMovedLine(texts, stretch, runs)) return;
        long walked = _changes.ChangedSince(place.Count);
        _changes.TakeBack(place, _spareLines);
        Pieces(texts, stretch, pairs);
        _changes.Match(texts, stretch.BeforeEnd, stretch.AfterEnd, 0);
        if (_changes.ChangedSince(place.Count) >= walked) _changes.PutBack(place, _spareLines);
    }

    private void Walked(in TextPair texts, in Stretch stretch, List<Run> runs, PiecePairs pairs)
    {
        (int beforeFrom, int afterFrom) = (stretch.BeforeStart, stretch.AfterStart);
        foreach (Run run in runs)
        {
            int b = stretch.BeforeStart + run.Before, a = stretch.AfterStart + run.After;
            bool isIsland = run.Length < ShortestIsland && b > beforeFrom && a > afterFrom && b + run.Length < stretch.BeforeEnd && a + run.Length < stretch.AfterEnd;
            if (isIsland) continue;
            Inside(texts, new Stretch(beforeFrom, b, afterFrom, a), pairs);
            _changes.Match(texts, b, a, run.Length);
            (beforeFrom, afterFrom) = (b + run.Length, a + run.Length);
        }

        Inside(texts, new Stretch(beforeFrom, stretch.BeforeEnd, afterFrom, stretch.AfterEnd), pairs);
    }

    // Counting lines keeps three short lines and moves a long one; where lines moved, weight has its say too.
    private bool HasMovedLine(in TextPair texts, in Stretch stretch, List<Run> runs)
    {
        if (runs.Count < 2) return false;
        _beforeLines.Clear();
        _afterLines.Clear();
        (int b, int a) = (stretch.BeforeStart, stretch.AfterStart);
        foreach (Run run in runs)
        {
            AddLines(texts.Before, b, stretch.BeforeStart + run.Before, _beforeLines);
            AddLines(texts.After, a, stretch.AfterStart + run.After, _afterLines);
            (b, a) = (stretch.BeforeStart + run.Before + run.Length, stretch.AfterStart + run.After + run.Length);
        }

        AddLines(texts.Before, b, stretch.BeforeEnd, _beforeLines);
        AddLines(texts.After, a, stretch.AfterEnd, _afterLines);
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

    // Pairs equal pieces; what lies between pairs that nothing crosses is compared by itself.
    private void Pieces(in TextPair texts, in Stretch stretch, PiecePairs pairs)
    {
        pairs.Split(texts, stretch);
        pairs.Match(texts, _table, _anchors);
        if (pairs.Length * 3 < stretch.Shorter && stretch.Area <= LargestTriedTwice)
        {
            Between(texts, stretch, pairs, 0, pairs.Count);
            return;
        }

        int first = 0, beforeFrom = stretch.BeforeStart, afterFrom = stretch.AfterStart;
        for (int i = 0; i <= pairs.Count; i++)
        {
            if (i < pairs.Count && (!pairs.IsPaired(i) || pairs.IsCrossed(i))) continue;
            Run run = i < pairs.Count ? pairs.RunOf(i) : new Run(stretch.BeforeEnd, stretch.AfterEnd, 0);
            Between(texts, new Stretch(beforeFrom, run.Before, afterFrom, run.After), pairs, first, i);
            _changes.Match(texts, run.Before, run.After, run.Length);
            (first, beforeFrom, afterFrom) = (i + 1, run.Before + run.Length, run.After + run.Length);
        }
    }

    // Where something moved, or little is equal, the pairs may keep the wrong part: words alone are tried too, and the shorter script stays.
    private void Between(in TextPair texts, in Stretch stretch, PiecePairs pairs, int first, int end)
    {
        var place = _changes.Place;
        bool isTriedTwice = stretch.Area <= LargestTriedTwice && pairs.MayHideMoves(stretch, first, end);
        Anchored(texts, stretch, pairs, first, end);
        if (!isTriedTwice) return;
        _changes.Match(texts, stretch.BeforeEnd, stretch.AfterEnd, 0);
        long anchored = _changes.ChangedSince(place.Count);
        _changes.TakeBack(place, _spare);
        Words(texts, stretch);
        _changes.Match(texts, stretch.BeforeEnd, stretch.AfterEnd, 0);
        if (_changes.ChangedSince(place.Count) >= anchored) _changes.PutBack(place, _spare);
    }

    private void Anchored(in TextPair texts, in Stretch stretch, PiecePairs pairs, int first, int end)
    {
        (int beforeFrom, int afterFrom) = (stretch.BeforeStart, stretch.AfterStart);
        for (int i = first; i < end; i++)
        {
            if (!pairs.IsPaired(i)) continue;
            Run run = pairs.RunOf(i);
            Inside(texts, new Stretch(beforeFrom, run.Before, afterFrom, run.After), pairs);
            _changes.Match(texts, run.Before, run.After, run.Length);
            (beforeFrom, afterFrom) = (run.Before + run.Length, run.After + run.Length);
        }

        Inside(texts, new Stretch(beforeFrom, stretch.BeforeEnd, afterFrom, stretch.AfterEnd), pairs);
    }

    private void Inside(in TextPair texts, in Stretch stretch, PiecePairs pairs)
    {
        if (pairs.AreSentences) Words(texts, stretch);
        else Gap(texts, stretch);
    }

    private void Gap(in TextPair texts, in Stretch stretch)
    {
        if (stretch.IsOneSided) return;
        ReadOnlySpan<char> old = texts.Before[stretch.BeforeStart..stretch.BeforeEnd], now = texts.After[stretch.AfterStart..stretch.AfterEnd];
        int lead = TextPieces.CutBefore(old, 0, old.CommonPrefixLength(now));
        if (lead > 0) _changes.Match(texts, stretch.BeforeStart, stretch.AfterStart, lead);
        int tail = CommonEnd.Length(old[lead..], now[lead..]);
        tail = old.Length - TextPieces.CutAfter(old, old.Length - tail, old.Length);
        var inner = new Stretch(stretch.BeforeStart + lead, stretch.BeforeEnd - tail, stretch.AfterStart + lead, stretch.AfterEnd - tail);
        if (inner.Shorter > ShortestSentenceWalk) Walk(texts, inner, _sentenceWalk, _sentences);
        else if (inner.Shorter > LongestWithoutSentences) Pieces(texts, inner, _sentences);
        else Words(texts, inner);
        if (tail > 0) _changes.Match(texts, inner.BeforeEnd, inner.AfterEnd, tail);
    }

    private void Words(in TextPair texts, in Stretch stretch)
    {
        if (!stretch.IsOneSided) _words.Align(texts, stretch, _table, _aligner, _changes);
    }
}
