namespace PolicyAnalysis.Comparison.Text;

/// <summary>Aligns the words of two stretches of text and tells a <see cref="ChangeList"/> which are equal.</summary>
internal sealed class WordAligner
{
    private readonly TokenList _before = new(), _after = new();
    private int[] _match = [], _inverse = [], _a = [], _b = [], _aPlaces = [], _bPlaces = [], _found = [], _seenBefore = [], _seenAfter = [];
    private TokenizedText? _tokenizedBefore, _tokenizedAfter;
    private int _stretch;

    /// <summary>Takes words from tokenised texts from now on, or scans them again where both are <see langword="null"/>.</summary>
    public void Use(TokenizedText? before, TokenizedText? after) => (_tokenizedBefore, _tokenizedAfter) = (before, after);

    public void Align(in TextPair texts, in Stretch stretch, TokenTable table, SequenceAligner aligner, ChangeList changes)
    {
        int distinct = Split(texts, stretch, table);
        int n = _before.Count, m = _after.Count;
        if (n == 0 || m == 0) return;
        Pooled.Reserve(ref _match, n);
        Pooled.Reserve(ref _inverse, m);
        Span<int> match = _match.AsSpan(0, n), inverse = _inverse.AsSpan(0, m);
        match.Fill(-1);
        inverse.Fill(-1);
        AlignShared(match, inverse, distinct, aligner);
        ReadableMatches.DropIslands(texts.Before, _before, match, inverse);
        Tell(texts, match, changes);
    }

    // The number of integers in use.
    private int Split(in TextPair texts, in Stretch stretch, TokenTable table)
    {
        if (_tokenizedBefore is not null && _tokenizedAfter is not null)
        {
            _tokenizedBefore.CopyTo(_before, stretch.BeforeStart, stretch.BeforeEnd);
            _tokenizedAfter.CopyTo(_after, stretch.AfterStart, stretch.AfterEnd);
            return _tokenizedBefore.Vocabulary.Count;
        }

        WordScanner.Split(texts.Before, stretch.BeforeStart, stretch.BeforeEnd, _before);
        WordScanner.Split(texts.After, stretch.AfterStart, stretch.AfterEnd, _after);
        table.Reset(_before.Count + _after.Count);
        table.InternWords(texts, false, _before);
        table.InternWords(texts, true, _after);
        return table.Count;
    }

    // A word of one side only can't be matched: leaving it out changes no result and saves most of the search.
    private void AlignShared(Span<int> match, Span<int> inverse, int distinct, SequenceAligner aligner)
    {
        if (_seenBefore.Length < distinct || _stretch == int.MaxValue)
        {
            _seenBefore = new int[distinct + (distinct / 2)];
            _seenAfter = new int[_seenBefore.Length];
            _stretch = 0;
        }

        _stretch++;
        foreach (int id in _before.Ids.AsSpan(0, match.Length)) _seenBefore[id] = _stretch;
        foreach (int id in _after.Ids.AsSpan(0, inverse.Length)) _seenAfter[id] = _stretch;
        int a = Shared(_before, match.Length, _seenAfter, ref _a, ref _aPlaces);
        int b = Shared(_after, inverse.Length, _seenBefore, ref _b, ref _bPlaces);
        if (a == 0 || b == 0) return;
        Pooled.Reserve(ref _found, a);
        aligner.Align(_a.AsSpan(0, a), _b.AsSpan(0, b), distinct, _found.AsSpan(0, a));
        for (int i = 0; i < a; i++)
        {
            if (_found[i] < 0) continue;
            match[_aPlaces[i]] = _bPlaces[_found[i]];
            inverse[_bPlaces[_found[i]]] = _aPlaces[i];
        }
    }

    private int Shared(TokenList tokens, int count, int[] seen, ref int[] ids, ref int[] places)
    {
        Pooled.Reserve(ref ids, count);
        Pooled.Reserve(ref places, count);
        ReadOnlySpan<int> all = tokens.Ids.AsSpan(0, count);
        int kept = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (seen[all[i]] != _stretch) continue;
            ids[kept] = all[i];
            places[kept++] = i;
        }

        return kept;
    }

    // A run of matched words is equal text, white space included, unless a variant of type or space stands in it.
    private void Tell(in TextPair texts, ReadOnlySpan<int> match, ChangeList changes)
    {
        int[] bStarts = _before.Starts, bEnds = _before.Ends, aStarts = _after.Starts, aEnds = _after.Ends;
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] < 0) continue;
            int first = i;
            while (i + 1 < match.Length && match[i + 1] == match[i] + 1) i++;
            int b = bStarts[first], a = aStarts[match[first]], length = bEnds[i] - b;
            if (aEnds[match[i]] - a == length && texts.Before.Slice(b, length).SequenceEqual(texts.After.Slice(a, length)))
            {
                changes.Match(texts, b, a, length);
                continue;
            }

            for (int j = first; j <= i; j++)
            {
                (b, a, length) = (bStarts[j], aStarts[match[j]], bEnds[j] - bStarts[j]);
                if (aEnds[match[j]] - a == length && texts.Before.Slice(b, length).SequenceEqual(texts.After.Slice(a, length))) changes.Match(texts, b, a, length);
            }
        }
    }
}
