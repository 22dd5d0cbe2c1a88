using System.Runtime.InteropServices;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Finds the pairs of provisions that are alike: all pairs where there are few; otherwise those that share rare words, from an
/// inverted index, the best of them compared in full. The pairs examined grow linearly with the provisions.
/// </summary>
internal sealed class SimilarPairFinder(ProvisionWords words, int shift, int fewPairs = SimilarPairFinder.FewPairs)
{
    /// <summary>A word that stands in no more provisions than this is rare.</summary>
    public const int RareWord = 64;

    /// <summary>The candidates of a provision that are compared in full.</summary>
    public const int MostCandidates = 24;

    /// <summary>Up to this many pairs a provision, all are compared.</summary>
    public const int FewPairs = 16;

    private readonly List<int> _found = [];
    private int[] _first = [];
    private int[] _count = [];
    private int[] _next = [];
    private int[] _placeOf = [];
    private int[] _overlap = [];

    /// <summary>The pairs examined so far: a measure of the work.</summary>
    public long Examined { get; private set; }

    /// <summary>Adds the pairs of at least <paramref name="least"/> likeness; <paramref name="leastAlone"/> suffices where only one stands on each side.</summary>
    /// <param name="open">Places before, ascending.</param>
    /// <param name="free">Places after, ascending; their words follow those of the version before by the shift.</param>
    /// <param name="least">The least likeness, 0 to 1.</param>
    /// <param name="leastAlone">The least likeness of a lone pair, 0 to 1.</param>
    /// <param name="pairs">Where the pairs go.</param>
    public void Find(List<int> open, List<int> free, double least, double leastAlone, List<SimilarPair> pairs)
    {
        if (open.Count == 0 || free.Count == 0)
            return;
        if (open.Count == 1 && free.Count == 1)
            least = leastAlone;
        bool areFew = (long)open.Count * free.Count <= (long)fewPairs * (open.Count + free.Count);
        if (!areFew)
            Index(free);
        for (int a = 0; a < open.Count; a++)
        {
            if (areFew)
            {
                for (int b = 0; b < free.Count; b++)
                    Examine(open, free, a, b, least, pairs);
                continue;
            }

            Look(open[a], a);
            foreach (int b in _found)
                Examine(open, free, a, b, least, pairs);
        }

        if (!areFew)
            Forget(free);
    }

    private void Examine(List<int> open, List<int> free, int a, int b, double least, List<SimilarPair> pairs)
    {
        Examined++;
        if (words.MostSimilarity(open[a], shift + free[b]) < least)
            return;
        double score = words.Similarity(open[a], shift + free[b]);
        if (score >= least && score > 0)
            pairs.Add(new SimilarPair(open[a], free[b], score, Math.Abs(a - b)));
    }

    private void Index(List<int> free)
    {
        if (_first.Length == 0)
        {
            (_first, _count) = (new int[words.Distinct], new int[words.Distinct]);
            Array.Fill(_first, -1);
        }

        _overlap = new int[free.Count];
        int size = 0;
        foreach (int j in free)
            size += words.Of(shift + j).Length;
        (_next, _placeOf) = (new int[size], new int[size]);
        int at = 0;
        for (int b = free.Count - 1; b >= 0; b--)
        {
            foreach (int word in words.Of(shift + free[b]))
            {
                (_placeOf[at], _next[at], _first[word]) = (b, _first[word], at);
                at++;
                _count[word]++;
            }
        }
    }

    private void Forget(List<int> free)
    {
        foreach (int j in free)
        {
            foreach (int word in words.Of(shift + j))
                (_first[word], _count[word]) = (-1, 0);
        }
    }

    private void Look(int provision, int place)
    {
        _found.Clear();
        int rarest = -1;
        foreach (int word in words.Of(provision))
        {
            if (_count[word] == 0)
                continue;
            if (rarest < 0 || _count[word] < _count[rarest])
                rarest = word;
            if (_count[word] <= RareWord)
                Walk(word, RareWord);
        }

        // Only common words: the least common of them, as far as it is looked at, must do.
        if (_found.Count == 0 && rarest >= 0)
            Walk(rarest, 4 * RareWord);
        if (_found.Count > MostCandidates)
        {
            _found.Sort((x, y) => (-_overlap[x], Math.Abs(x - place), x).CompareTo((-_overlap[y], Math.Abs(y - place), y)));
            foreach (int b in CollectionsMarshal.AsSpan(_found)[MostCandidates..])
                _overlap[b] = 0;
            CollectionsMarshal.SetCount(_found, MostCandidates);
        }

        foreach (int b in _found)
            _overlap[b] = 0;
    }

    private void Walk(int word, int most)
    {
        for (int at = _first[word]; at >= 0 && most > 0; at = _next[at], most--)
        {
            if (_overlap[_placeOf[at]]++ == 0)
                _found.Add(_placeOf[at]);
        }
    }
}
