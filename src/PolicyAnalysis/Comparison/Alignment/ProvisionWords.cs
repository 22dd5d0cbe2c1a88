using System.Numerics;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// The different words of provisions as integers, by which provisions are known again: 0 is the rarest word of all, and those of
/// a provision ascend, so that the rare ones come first. Linear in the texts but for sorting the words of one provision.
/// </summary>
internal sealed class ProvisionWords
{
    private readonly TokenList _tokens = new();
    private readonly List<(int TokenEnd, bool HasLetters)> _provisions = [];
    private int[] _words = [];
    private int[] _starts = [];
    private ulong[] _bits = [];
    private readonly char[] _text;
    private int _length;

    /// <summary>Reads the words of provisions; they are numbered in the order in which they come.</summary>
    public ProvisionWords(IReadOnlyList<string> texts)
    {
        _text = new char[texts.Sum(static text => text.Length)];
        foreach (string text in texts)
            Add(text);
        var table = new TokenTable();
        // Half of the words are there a second time.
        table.Reset(_tokens.Count / 2);
        table.InternWords(new TextPair(_text, default), isAfter: false, _tokens);
        Distinct = table.Count;
        Collect();
    }

    /// <summary>The number of different words.</summary>
    public int Distinct { get; }

    /// <summary>The words of a provision, rare ones first.</summary>
    public ReadOnlySpan<int> Of(int provision) => _words.AsSpan(_starts[provision].._starts[provision + 1]);

    /// <summary>No less than the likeness of two provisions, from one word of bits each.</summary>
    public double MostSimilarity(int first, int second)
    {
        (int left, int right) = (Of(first).Length, Of(second).Length);
        (ulong leftBits, ulong rightBits) = (_bits[first], _bits[second]);
        int shared = Math.Min(left - BitOperations.PopCount(leftBits & ~rightBits), right - BitOperations.PopCount(rightBits & ~leftBits));
        return left == 0 || right == 0 ? 0 : Similarity(Math.Min(shared, Math.Min(left, right)), left, right);
    }

    /// <summary>The shared part of two sets, leaning to the shorter side so that a provision that only grew stays itself; 0 to 1.</summary>
    public double Similarity(int first, int second)
    {
        ReadOnlySpan<int> left = Of(first), right = Of(second);
        if (left.IsEmpty || right.IsEmpty)
            return 0;
        int shared = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            int difference = left[i] - right[j];
            shared += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return Similarity(shared, left.Length, right.Length);
    }

    private static double Similarity(int shared, int left, int right)
    {
        const double extendedLabel = 0.66;
        double dice = 2.0 * shared / (left + right);
        int shorter = Math.Min(left, right);
        double contained = shorter >= 6 ? 0.75 * shared / shorter : 0;
        // Two words that both stand in a longer name or label are that label, extended.
        if (shorter is >= 2 and < 6 && shared == shorter)
            contained = extendedLabel;
        return Math.Max(dice, contained);
    }

    private void Add(string text)
    {
        Span<char> lower = _text.AsSpan(_length, text.Length);
        bool hasLetters = false;
        int start = -1;
        for (int i = 0; i < lower.Length; i++)
        {
            char c = text[i];
            bool isWord;
            if (c < 128)
            {
                bool isLetter = char.IsAsciiLetter(c);
                isWord = isLetter || char.IsAsciiDigit(c);
                hasLetters |= isLetter && start < 0;
                if (isLetter)
                    c = (char)(c | 0x20);
            }
            else
            {
                isWord = char.IsLetterOrDigit(c);
                hasLetters |= isWord && start < 0 && char.IsLetter(c);
                c = Lower(c);
            }

            lower[i] = c;
            if (isWord)
                start = start < 0 ? i : start;
            else if (start >= 0 && !(c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
                (start, _) = (-1, AddToken(start, i));
        }

        if (start >= 0)
            AddToken(start, text.Length);
        _provisions.Add((_tokens.Count, hasLetters));
        _length += text.Length;
    }

    private int AddToken(int start, int end)
    {
        _tokens.Add(_length + start, _length + end);
        return end;
    }

    // The invariant culture asks a native table for each character that is not ASCII; few of them are capitals.
    private static char Lower(char c) => char.IsUpper(c) ? char.ToLowerInvariant(c) : c;

    private void Collect()
    {
        int[] seen = new int[Distinct], frequency = new int[Distinct];
        _words = new int[_tokens.Count];
        _starts = new int[_provisions.Count + 1];
        for (int provision = 0, token = 0, count = 0; provision < _provisions.Count; _starts[++provision] = count)
        {
            for (; token < _provisions[provision].TokenEnd; token++)
            {
                int id = _tokens.Ids[token];
                // Dates and numbers change while a provision stays itself, so they do not count unless there is nothing else.
                if (seen[id] == provision + 1 || (_provisions[provision].HasLetters && char.IsDigit(_text[_tokens.Starts[token]])))
                    continue;
                seen[id] = provision + 1;
                frequency[id]++;
                _words[count++] = id;
            }
        }

        _bits = new ulong[_provisions.Count];
        int[] rank = Ranks(frequency);
        for (int provision = 0; provision < _provisions.Count; provision++)
        {
            Span<int> words = _words.AsSpan(_starts[provision].._starts[provision + 1]);
            foreach (ref int word in words)
                word = rank[word];
            words.Sort();
            foreach (int word in words)
                _bits[provision] |= 1UL << (word & 63);
        }
    }

    private int[] Ranks(int[] frequency)
    {
        int[] places = new int[_provisions.Count + 2];
        foreach (int count in frequency)
            places[count + 1]++;
        for (int i = 1; i < places.Length; i++)
            places[i] += places[i - 1];
        int[] rank = new int[frequency.Length];
        for (int id = 0; id < rank.Length; id++)
            rank[id] = places[frequency[id]]++;
        return rank;
    }
}
