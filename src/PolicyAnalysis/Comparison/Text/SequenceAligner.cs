namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Longest common subsequence of two integer sequences: Myers' O(ND) search from both ends in linear space
/// (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), with an explicit stack and counted steps.
/// </summary>
/// <remarks>
/// A box whose search passes its cap is cut at the furthest point reached from its start, so that cost stays near
/// (length × cap): the result is then a common subsequence, but perhaps not a longest one.
/// </remarks>
internal sealed class SequenceAligner
{
    private const int SmallestCap = 256;
    private const int Unreached = -1;

    private readonly Stack<(int ALow, int AHigh, int BLow, int BHigh)> _boxes = new();
    private int[] _forward = [];
    private int[] _backward = [];
    private long _budget;

    public long Steps { get; private set; }

    public bool IsCoarse { get; private set; }

    public void Reset(long budget)
    {
        _budget = budget;
        Steps = 0;
        IsCoarse = false;
    }

    /// <summary>Fills <paramref name="match"/> with the index in <paramref name="b"/> matched to each of <paramref name="a"/>, or -1.</summary>
    public void Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<int> match)
    {
        match.Fill(-1);
        int size = a.Length + b.Length + 5;
        if (_forward.Length < size)
        {
            _forward = new int[size * 3 / 2];
            _backward = new int[size * 3 / 2];
        }

        int cap = (int)Math.Clamp(_budget / (4L * size), SmallestCap, int.MaxValue);
        _boxes.Clear();
        _boxes.Push((0, a.Length, 0, b.Length));
        while (_boxes.TryPop(out var box))
        {
            (int aLow, int aHigh, int bLow, int bHigh) = box;
            while (aLow < aHigh && bLow < bHigh && a[aLow] == b[bLow]) match[aLow++] = bLow++;
            while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] == b[bHigh - 1]) match[--aHigh] = --bHigh;
            if (aLow == aHigh || bLow == bHigh) continue;
            if (Steps >= _budget)
            {
                IsCoarse = true;
                continue;
            }

            (int x, int y) = Split(a[aLow..aHigh], b[bLow..bHigh], cap);
            if (x < 0 || y < 0 || x + y == 0 || aLow + x > aHigh || bLow + y > bHigh || (aLow + x == aHigh && bLow + y == bHigh))
            {
                IsCoarse = true;
                continue;
            }

            _boxes.Push((aLow + x, aHigh, bLow + y, bHigh));
            _boxes.Push((aLow, aLow + x, bLow, bLow + y));
        }
    }

    private (int X, int Y) Split(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int cap)
    {
        int n = a.Length, m = b.Length, delta = n - m, origin = m + 2;
        bool isOdd = (delta & 1) != 0;
        Span<int> forward = _forward, backward = _backward;
        int forwardLow = 0, forwardHigh = 0, backwardLow = delta, backwardHigh = delta;
        forward[origin] = 0;
        backward[origin + delta] = n;
        for (int cost = 1; ; cost++)
        {
            if (forwardLow > -m) forward[origin + --forwardLow - 1] = Unreached;
            else forwardLow++;
            if (forwardHigh < n) forward[origin + ++forwardHigh + 1] = Unreached;
            else forwardHigh--;
            for (int k = forwardHigh; k >= forwardLow; k -= 2)
            {
                int x = forward[origin + k - 1] >= forward[origin + k + 1] ? forward[origin + k - 1] + 1 : forward[origin + k + 1];
                int y = x - k;
                while (x < n && y < m && a[x] == b[y]) { x++; y++; }
                forward[origin + k] = x;
                if (isOdd && k >= backwardLow && k <= backwardHigh && backward[origin + k] <= x) return (x, y);
            }

            if (backwardLow > -m) backward[origin + --backwardLow - 1] = int.MaxValue;
            else backwardLow++;
            if (backwardHigh < n) backward[origin + ++backwardHigh + 1] = int.MaxValue;
            else backwardHigh--;
            for (int k = backwardHigh; k >= backwardLow; k -= 2)
            {
                int x = backward[origin + k - 1] < backward[origin + k + 1] ? backward[origin + k - 1] : backward[origin + k + 1] - 1;
                int y = x - k;
                while (x > 0 && y > 0 && a[x - 1] == b[y - 1]) { x--; y--; }
                backward[origin + k] = x;
                if (!isOdd && k >= forwardLow && k <= forwardHigh && x <= forward[origin + k]) return (x, y);
            }

            Steps += ((forwardHigh - forwardLow) >> 1) + ((backwardHigh - backwardLow) >> 1) + 2;
            if (cost >= cap || Steps >= _budget)
            {
                IsCoarse = true;
                return Furthest(forward, origin, forwardLow, forwardHigh, n, m);
            }
        }
    }

    private static (int X, int Y) Furthest(ReadOnlySpan<int> forward, int origin, int low, int high, int n, int m)
    {
        (int X, int Y) best = (0, 0);
        for (int k = high; k >= low; k -= 2)
        {
            int x = forward[origin + k], y = x - k;
            if (x <= n && y <= m && y >= 0 && x + y > best.X + best.Y) best = (x, y);
        }

        return best;
    }
}
