namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Compares texts and keeps its buffers from one comparison to the next, so that only the result is allocated.
/// Not thread-safe: one differ a thread.
/// </summary>
/// <remarks>
/// Equal ends are skipped by vectorised comparison, equal lines are paired by hash, and only what is left is split into
/// words, interned to integers and aligned with <see cref="SequenceAligner"/>.
/// </remarks>
public sealed class TextDiffer
{
    private const int BlockLength = 256;

    private readonly TextDiffOptions _options;
    private readonly TokenInterner _interner = new();
    private readonly TokenList _beforeLines = new(), _afterLines = new(), _beforeWords = new(), _afterWords = new();
    private readonly LineAnchors _anchors = new();
    private readonly SequenceAligner _aligner = new();
    private readonly ChangeList _changes = new(), _narrowed = new();
    private int[] _lineMatch = [], _match = [], _inverse = [], _a = [], _b = [], _aPlaces = [], _bPlaces = [], _found = [];
    private int[] _seenBefore = [], _seenAfter = [];
    private int _stretch;

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
        if (order == 0) return new TextEditScript(before.IsEmpty ? [] : [TextEditScript.Of(new(0, before.Length), new(0, before.Length), true)], false, 0);
        bool isSwapped = order > 0;
        TextPair texts = isSwapped ? new TextPair(after, before) : new TextPair(before, after);
        Run(texts);
        return Result(texts, isSwapped);
    }

    private void Run(in TextPair texts)
    {
        _aligner.Reset(_options.StepBudget);
        _changes.Clear();
        ReadOnlySpan<char> old = texts.Before, now = texts.After;
        int lead = old[..old.CommonPrefixLength(now)].LastIndexOf('\n') + 1;
        int tail = CommonSuffix(old[lead..], now[lead..]);
        int newline = old[(old.Length - tail)..].IndexOf('\n');
        tail = newline < 0 ? 0 : tail - newline - 1;
        _changes.Match(texts, 0, 0, lead);
        Lines(texts, lead, old.Length - tail, now.Length - tail);
        _changes.Match(texts, old.Length - tail, now.Length - tail, tail);
        if (_options.Level == TextDiffLevel.Character) Narrow(texts);
        else if (_options.Level == TextDiffLevel.Line) _changes.Widen(texts, static (left, _) => left == '\n');
        else if (_options.Level == TextDiffLevel.Sentence)
            _changes.Widen(texts, static (left, right) => left == '\n' || (left is '.' or '!' or '?' && char.IsWhiteSpace(right)));
    }

    private void Lines(in TextPair texts, int start, int beforeEnd, int afterEnd)
    {
        _interner.Clear();
        SplitLines(texts, false, start, beforeEnd, _beforeLines);
        SplitLines(texts, true, start, afterEnd, _afterLines);
        int lines = _beforeLines.Count;
        Ensure(ref _lineMatch, lines);
        Span<int> match = _lineMatch.AsSpan(0, lines);
        _anchors.Pair(_beforeLines, _afterLines, _interner.Count, match);
        _interner.Clear();
        Array.Clear(_seenBefore);
        Array.Clear(_seenAfter);
        _stretch = 0;
        int beforeFrom = start, afterFrom = start;
        for (int i = 0; i < lines; i++)
        {
            if (match[i] < 0) continue;
            int b = _beforeLines.Starts[i], a = _afterLines.Starts[match[i]], length = _beforeLines.Ends[i] - b;
            Words(texts, beforeFrom, b, afterFrom, a);
            _changes.Match(texts, b, a, length);
            (beforeFrom, afterFrom) = (b + length, a + length);
        }

        Words(texts, beforeFrom, beforeEnd, afterFrom, afterEnd);
    }

    private void SplitLines(in TextPair texts, bool isAfter, int start, int end, TokenList lines)
    {
        lines.Clear();
        ReadOnlySpan<char> text = (isAfter ? texts.After : texts.Before)[..end];
        while (start < end)
        {
            int newline = text[start..].IndexOf('\n');
            int next = newline < 0 ? end : start + newline + 1;
            lines.Add(start, next, _interner.Intern(texts, isAfter, start, next - start));
            start = next;
        }
    }

    private void Words(in TextPair texts, int beforeStart, int beforeEnd, int afterStart, int afterEnd)
    {
        if (beforeStart == beforeEnd || afterStart == afterEnd) return;
        SplitWords(texts, false, beforeStart, beforeEnd, _beforeWords);
        SplitWords(texts, true, afterStart, afterEnd, _afterWords);
        int n = _beforeWords.Count, m = _afterWords.Count;
        if (n == 0 || m == 0) return;
        Ensure(ref _match, n);
        Ensure(ref _inverse, m);
        Span<int> match = _match.AsSpan(0, n), inverse = _inverse.AsSpan(0, m);
        match.Fill(-1);
        inverse.Fill(-1);
        AlignShared(match, inverse);
        ReadableMatches.DropIslands(texts.Before, _beforeWords, match, inverse);
        ReadableMatches.Slide(texts.After, _afterWords, n, inverse, match);
        ReadableMatches.Slide(texts.Before, _beforeWords, m, match, inverse);
        for (int i = 0; i < n; i++)
        {
            if (match[i] >= 0) _changes.Match(texts, _beforeWords.Starts[i], _afterWords.Starts[match[i]], _beforeWords.Ends[i] - _beforeWords.Starts[i]);
        }
    }

    // A word of one side only can't be matched: leaving it out changes no result and saves most of the search.
    private void AlignShared(Span<int> match, Span<int> inverse)
    {
        int distinct = _interner.Count;
        Ensure(ref _seenBefore, distinct);
        Ensure(ref _seenAfter, distinct);
        _stretch++;
        foreach (int id in _beforeWords.Ids.AsSpan(0, match.Length)) _seenBefore[id] = _stretch;
        foreach (int id in _afterWords.Ids.AsSpan(0, inverse.Length)) _seenAfter[id] = _stretch;
        int a = Shared(_beforeWords, match.Length, _seenAfter, ref _a, ref _aPlaces);
        int b = Shared(_afterWords, inverse.Length, _seenBefore, ref _b, ref _bPlaces);
        Ensure(ref _found, a);
        _aligner.Align(_a.AsSpan(0, a), _b.AsSpan(0, b), _found.AsSpan(0, a));
        for (int i = 0; i < a; i++)
        {
            if (_found[i] < 0) continue;
            match[_aPlaces[i]] = _bPlaces[_found[i]];
            inverse[_bPlaces[_found[i]]] = _aPlaces[i];
        }
    }

    private int Shared(TokenList tokens, int count, int[] seen, ref int[] ids, ref int[] places)
    {
        Ensure(ref ids, count);
        Ensure(ref places, count);
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (seen[tokens.Ids[i]] != _stretch) continue;
            ids[kept] = tokens.Ids[i];
            places[kept++] = i;
        }

        return kept;
    }

    private void SplitWords(in TextPair texts, bool isAfter, int start, int end, TokenList words)
    {
        words.Clear();
        ReadOnlySpan<char> text = (isAfter ? texts.After : texts.Before)[..end];
        for (int i = WordScanner.SkipWhiteSpace(text, start); i < end;)
        {
            int next = WordScanner.TokenEnd(text, i);
            words.Add(i, next, _interner.Intern(texts, isAfter, i, next - i));
            i = WordScanner.SkipWhiteSpace(text, next);
        }
    }

    private void Narrow(in TextPair texts)
    {
        _narrowed.Clear();
        foreach (Change change in _changes.Changes)
        {
            int a = Characters(texts.Before[change.BeforeStart..change.BeforeEnd], ref _a, ref _aPlaces);
            int b = Characters(texts.After[change.AfterStart..change.AfterEnd], ref _b, ref _bPlaces);
            Ensure(ref _found, a);
            _aligner.Align(_a.AsSpan(0, a), _b.AsSpan(0, b), _found.AsSpan(0, a));
            _narrowed.StartAt(change.BeforeStart, change.AfterStart);
            for (int i = 0; i < a; i++)
            {
                if (_found[i] >= 0) _narrowed.MatchExactly(change.BeforeStart + _aPlaces[i], change.AfterStart + _bPlaces[_found[i]], _a[i] > char.MaxValue ? 2 : 1);
            }

            _narrowed.MatchExactly(change.BeforeEnd, change.AfterEnd, 0);
        }

        _changes.Clear();
        foreach (Change change in _narrowed.Changes) _changes.Add(change);
    }

    private static int Characters(ReadOnlySpan<char> text, ref int[] ids, ref int[] places)
    {
        Ensure(ref ids, text.Length);
        Ensure(ref places, text.Length);
        int count = 0;
        for (int i = 0; i < text.Length; i++, count++)
        {
            places[count] = i;
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            ids[count] = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
        }

        return count;
    }

    private TextEditScript Result(in TextPair texts, bool isSwapped)
    {
        ReadOnlySpan<Change> changes = _changes.Changes;
        int count = 0;
        var edits = new TextEdit[changes.Length * 2 + 1];
        int before = 0, after = 0;
        foreach (Change change in changes)
        {
            if (change.BeforeStart > before) edits[count++] = Edit(before, change.BeforeStart, after, change.AfterStart, true, isSwapped);
            edits[count++] = Edit(change.BeforeStart, change.BeforeEnd, change.AfterStart, change.AfterEnd, false, isSwapped);
            (before, after) = (change.BeforeEnd, change.AfterEnd);
        }

        if (before < texts.Before.Length) edits[count++] = Edit(before, texts.Before.Length, after, texts.After.Length, true, isSwapped);
        if (count < edits.Length) Array.Resize(ref edits, count);
        return new TextEditScript(edits, _aligner.IsCoarse, _aligner.Steps);
    }

    private static TextEdit Edit(int b0, int b1, int a0, int a1, bool isEqual, bool isSwapped)
        => isSwapped ? TextEditScript.Of(new(a0, a1), new(b0, b1), isEqual) : TextEditScript.Of(new(b0, b1), new(a0, a1), isEqual);

    private static int CommonSuffix(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int limit = Math.Min(a.Length, b.Length), length = 0;
        while (limit - length >= BlockLength && a.Slice(a.Length - length - BlockLength, BlockLength).SequenceEqual(b.Slice(b.Length - length - BlockLength, BlockLength)))
            length += BlockLength;
        while (length < limit && a[a.Length - length - 1] == b[b.Length - length - 1]) length++;
        return length;
    }

    private static void Ensure(ref int[] array, int count)
    {
        if (array.Length < count) Array.Resize(ref array, Math.Max(64, count + count / 2));
    }
}
