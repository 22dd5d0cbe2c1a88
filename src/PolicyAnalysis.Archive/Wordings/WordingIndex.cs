namespace PolicyAnalysis.Archive.Wordings;

/// <summary>
/// Finds the sketches near another: a sketch is cut into 16 bands of four hashes, and every sketch that shares a band is a
/// candidate. Two wordings of Jaccard similarity 0.7 share a band with a probability of 0.99, of 0.8 with 0.9998; of unrelated
/// ones one in 4,096 is a candidate, and its estimate says so.
/// </summary>
/// <remarks>Immutable and thread-safe. Memory is 100 bytes a sketch.</remarks>
internal sealed class WordingIndex
{
    private const int BandCount = WordingSketch.Length / sizeof(ushort);

    private const int KeyCount = ushort.MaxValue + 1;

    private readonly long[] _ids;
    private readonly byte[] _sketches;
    private readonly int[][] _starts = new int[BandCount][];
    private readonly int[][] _places = new int[BandCount][];

    /// <param name="ids">The wordings.</param>
    /// <param name="sketches">Their sketches, one after the other.</param>
    public WordingIndex(long[] ids, byte[] sketches)
    {
        _ids = ids;
        _sketches = sketches;
        Parallel.For(0, BandCount, band =>
        {
            // A sort by counting: first how often each key comes, then where its places begin.
            int[] starts = new int[KeyCount + 1];
            int[] places = new int[ids.Length];
            ReadOnlySpan<ushort> all = WordingSketch.Bands(sketches);
            for (int place = 0; place < ids.Length; place++)
                starts[all[(place * BandCount) + band] + 1]++;
            for (int key = 0; key < KeyCount; key++)
                starts[key + 1] += starts[key];
            int[] next = [.. starts];
            for (int place = 0; place < ids.Length; place++)
                places[next[all[(place * BandCount) + band]]++] = place;
            _starts[band] = starts;
            _places[band] = places;
        });
    }

    public int Count => _ids.Length;

    /// <summary>The candidates whose estimated similarity is at least a bound, most similar first, then by id.</summary>
    public List<(long Id, double Estimate)> Find(ReadOnlySpan<byte> sketch, double least)
    {
        var seen = new HashSet<int>();
        var found = new List<(long Id, double Estimate)>();
        ReadOnlySpan<ushort> bands = WordingSketch.Bands(sketch);
        for (int band = 0; band < BandCount; band++)
        {
            int[] starts = _starts[band];
            foreach (int place in _places[band].AsSpan(starts[bands[band]]..starts[bands[band] + 1]))
            {
                if (!seen.Add(place))
                    continue;
                double estimate = WordingSketch.Similarity(sketch, _sketches.AsSpan(place * WordingSketch.Length, WordingSketch.Length));
                if (estimate >= least)
                    found.Add((_ids[place], estimate));
            }
        }

        found.Sort(static (left, right) => (-left.Estimate, left.Id).CompareTo((-right.Estimate, right.Id)));
        return found;
    }
}
