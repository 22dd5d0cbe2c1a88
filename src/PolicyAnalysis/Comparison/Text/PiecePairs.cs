namespace PolicyAnalysis.Comparison.Text;

/// <summary>The lines or the sentences of a stretch of both texts, and which belong together.</summary>
internal sealed class PiecePairs(bool areSentences)
{
    // A twelfth of the text without a pair.
    private const int LeastMovedShare = 12;

    private readonly TokenList _before = new(), _after = new();
    private int[] _match = [];
    private bool[] _isCrossed = [];

    public bool AreSentences { get; } = areSentences;

    /// <summary>The number of pieces of the text before.</summary>
    public int Count => _before.Count;

    /// <summary>The characters of the text before that are paired.</summary>
    public int Length
    {
        get
        {
            int sum = 0;
            for (int i = 0; i < Count; i++)
            {
                if (IsPaired(i)) sum += _before.Ends[i] - _before.Starts[i];
            }

            return sum;
        }
    }

    public bool IsPaired(int piece) => _match[piece] >= 0;

    public bool IsCrossed(int piece) => _isCrossed[piece];

    public Run RunOf(int piece)
        => new(_before.Starts[piece], _after.Starts[_match[piece]], _before.Ends[piece] - _before.Starts[piece]);

    /// <summary>
    /// Whether much of what lies between the pairs stands alone before in one place and alone after in another, so that
    /// other pairs might have been better.
    /// </summary>
    public bool MayHideMoves(in Stretch stretch, int first, int end)
    {
        (int beforeFrom, int afterFrom) = (stretch.BeforeStart, stretch.AfterStart);
        long unpaired = 0, aloneBefore = 0, aloneAfter = 0;
        bool hasPairs = false;
        for (int i = first; i <= end; i++)
        {
            if (i < end && !IsPaired(i)) continue;
            hasPairs |= i < end;
            Run run = i < end ? RunOf(i) : new Run(stretch.BeforeEnd, stretch.AfterEnd, 0);
            (int before, int after) = (run.Before - beforeFrom, run.After - afterFrom);
            unpaired += before + after;
            aloneBefore += Math.Max(0, before - after);
            aloneAfter += Math.Max(0, after - before);
            (beforeFrom, afterFrom) = (run.Before + run.Length, run.After + run.Length);
        }

        return hasPairs && Math.Min(aloneBefore, aloneAfter) * LeastMovedShare > unpaired;
    }

    public void Split(in TextPair texts, in Stretch stretch)
    {
        if (AreSentences)
        {
            TextPieces.SplitSentences(texts.Before, stretch.BeforeStart, stretch.BeforeEnd, _before);
            TextPieces.SplitSentences(texts.After, stretch.AfterStart, stretch.AfterEnd, _after);
        }
        else
        {
            TextPieces.SplitLines(texts.Before, stretch.BeforeStart, stretch.BeforeEnd, _before);
            TextPieces.SplitLines(texts.After, stretch.AfterStart, stretch.AfterEnd, _after);
        }
    }

    public void Match(in TextPair texts, TokenTable table, PieceAnchors anchors)
    {
        table.Reset(_before.Count + _after.Count);
        table.InternExactly(texts, false, _before);
        table.InternExactly(texts, true, _after);
        Pooled.Reserve(ref _match, _before.Count);
        Pooled.Reserve(ref _isCrossed, _before.Count);
        anchors.Pair(_before, _after, table.Count, _match.AsSpan(0, _before.Count), _isCrossed.AsSpan(0, _before.Count));
    }
}
