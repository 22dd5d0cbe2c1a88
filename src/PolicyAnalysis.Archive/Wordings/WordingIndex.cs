using System.Runtime.InteropServices;

namespace PolicyAnalysis.Archive.Wordings;

/// <summary>
/// Finds the sketches near another: a sketch is cut into 16 bands of four bytes, and every sketch that shares a band is a
/// candidate. Two wordings of Jaccard similarity 0.7 share a band with a probability of 0.99, of 0.8 with 0.9998.
/// </summary>
/// <remarks>Immutable and thread-safe. Memory is 200 bytes a sketch.</remarks>
internal sealed class WordingIndex
{
    private const int BandCount = WordingSketch.Length / sizeof(uint);

    private readonly long[] _ids;
    private readonly byte[] _sketches;
    private readonly uint[][] _keys = new uint[BandCount][];
    private readonly int[][] _places = new int[BandCount][];

    /// <param name="ids">The wordings.</param>
    /// <param name="sketches">Their sketches, one after the other.</param>
    public WordingIndex(long[] ids, byte[] sketches)
    {
        _ids = ids;
        _sketches = sketches;
        Parallel.For(0, BandCount, band =>
        {
            uint[] keys = new uint[ids.Length];
            int[] places = new int[ids.Length];
            ReadOnlySpan<uint> all = MemoryMarshal.Cast<byte, uint>(sketches);
            for (int place = 0; place < ids.Length; place++)
            {
                keys[place] = all[(place * BandCount) + band];
                places[place] = place;
            }

            Array.Sort(keys, places);
            _keys[band] = keys;
            _places[band] = places;
        });
    }

    public int Count => _ids.Length;

    /// <summary>The candidates whose estimated similarity is at least a bound, most similar first, then by id.</summary>
    public List<(long Id, double Estimate)> Find(ReadOnlySpan<byte> sketch, double least)
    {
        var seen = new HashSet<int>();
        var found = new List<(long Id, double Estimate)>();
        ReadOnlySpan<uint> bands = WordingSketch.Bands(sketch);
        for (int band = 0; band < BandCount; band++)
        {
            uint[] keys = _keys[band];
            for (int index = FirstOf(keys, bands[band]); index < keys.Length && keys[index] == bands[band]; index++)
            {
                int place = _places[band][index];
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

    private static int FirstOf(uint[] keys, uint key)
    {
        int low = 0;
        int high = keys.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
