namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Finds a longest common subsequence of two integer sequences within a budget (Myers 1986, greedy forward search).</summary>
internal static class SequenceMatcher
{
    /// <summary>Matched index pairs in order. Over the budget the middle is left unmatched: coarser, still correct.</summary>
    public static List<(int Before, int After)> Match(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int maxDistance, out bool complete)
    {
        var pairs = new List<(int, int)>();
        int head = before.CommonPrefixLength(after);
        for (int i = 0; i < head; i++)
            pairs.Add((i, i));
        int tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        complete = Middle(before[head..^tail], after[head..^tail], head, maxDistance, pairs);
        for (int i = tail; i > 0; i--)
            pairs.Add((before.Length - i, after.Length - i));
        return pairs;
    }

    private static bool Middle(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int shift, int maxDistance, List<(int Before, int After)> pairs)
    {
        if (before.IsEmpty || after.IsEmpty)
            return true;
        int limit = Math.Min(before.Length + after.Length, maxDistance);
        int[] reach = new int[(2 * limit) + 3];
        int origin = limit + 1;
        var trace = new List<int[]>();
        for (int d = 0; d <= limit; d++)
        {
            trace.Add(reach.AsSpan(origin - d - 1, (2 * d) + 3).ToArray());
            for (int k = -d; k <= d; k += 2)
            {
                int x = k == -d || (k != d && reach[origin + k - 1] < reach[origin + k + 1]) ? reach[origin + k + 1] : reach[origin + k - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                    x++;
                reach[origin + k] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    Backtrack(trace, before.Length, after.Length, shift, pairs);
                    return true;
                }
            }
        }

        return false;
    }

    private static void Backtrack(List<int[]> trace, int x, int y, int shift, List<(int Before, int After)> pairs)
    {
        int first = pairs.Count;
        for (int d = trace.Count - 1; d >= 0; d--)
        {
            int[] reach = trace[d];
            int k = x - y;
            int origin = d + 1;
            int previous = k == -d || (k != d && reach[origin + k - 1] < reach[origin + k + 1]) ? k + 1 : k - 1;
            int startX = d == 0 ? 0 : reach[origin + previous];
            int startY = d == 0 ? 0 : startX - previous;
            while (x > startX && y > startY)
            {
                x--;
                y--;
                pairs.Add((x + shift, y + shift));
            }

            x = startX;
            y = startY;
        }

        pairs.Reverse(first, pairs.Count - first);
    }
}
