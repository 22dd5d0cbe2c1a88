namespace PolicyAnalysis.Archive.Wordings;

/// <summary>The set of runs of three words of a wording, as hashes; letters in lower case, anything else parts words.</summary>
internal static class Shingles
{
    public const int Width = 3;

    /// <summary>The hashes, sorted, each once. A text of fewer words gives one hash over all of them, an empty one none.</summary>
    public static uint[] Of(string text)
    {
        var words = new List<uint>();
        uint word = 0;
        foreach (char unit in text)
        {
            if (char.IsLetterOrDigit(unit))
            {
                word = word == 0 ? 2166136261 : word;
                word = (word ^ char.ToLowerInvariant(unit)) * 16777619;
            }
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }

        if (word != 0)
            words.Add(word);
        if (words.Count == 0)
            return [];

        int width = Math.Min(Width, words.Count);
        uint[] shingles = new uint[words.Count - width + 1];
        for (int index = 0; index < shingles.Length; index++)
        {
            uint hash = 0x811C9DC5;
            for (int place = 0; place < width; place++)
                hash = Mix(hash ^ words[index + place]) * 0x01000193;
            shingles[index] = hash;
        }

        Array.Sort(shingles);
        int kept = 1;
        for (int index = 1; index < shingles.Length; index++)
        {
            if (shingles[index] != shingles[kept - 1])
                shingles[kept++] = shingles[index];
        }

        return shingles[..kept];
    }

    /// <summary>The exact Jaccard similarity of two sorted sets; 1 for two empty ones.</summary>
    public static double Jaccard(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        int shared = 0;
        int x = 0;
        int y = 0;
        while (x < left.Length && y < right.Length)
        {
            if (left[x] == right[y])
            {
                shared++;
                x++;
                y++;
            }
            else if (left[x] < right[y])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        int all = left.Length + right.Length - shared;
        return all == 0 ? 1 : (double)shared / all;
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
