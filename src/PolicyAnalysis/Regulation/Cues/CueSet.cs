using System.Collections.Concurrent;

namespace PolicyAnalysis.Regulation.Cues;

/// <summary>All patterns of a catalogue, compiled so that one walk over a text finds every one of them.</summary>
/// <remarks>Immutable and thread-safe. A walk takes time linear in the text, with a factor bounded by the patterns that begin with a word.</remarks>
internal sealed class CueSet
{
    /// <summary>What was learned of words is kept for the next text; the limit keeps odd texts from filling memory.</summary>
    private const int MostKnownWords = 50_000;

    private readonly ConcurrentDictionary<(string Word, CueTokenKinds Kinds), WordFacts> _known = new();
    private readonly CuePattern[] _patterns;
    private readonly int[][] _starts;
    private readonly Dictionary<string, List<int>> _words;
    private readonly Dictionary<string, List<int>> _prefixes;
    private readonly Dictionary<string, List<int>> _capitalWords;
    private readonly Dictionary<string, List<int>> _acronyms;
    private readonly int _longestPrefix;
    private readonly (CueTokenKinds Kinds, int Class)[] _kinds;
    private readonly int _anyClass;
    private readonly int _classCount;

    private CueSet(List<CuePattern> patterns, List<CueClass> classes)
    {
        _patterns = [.. patterns];
        _classCount = classes.Count;
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var capitals = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var acronyms = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var kinds = new List<(CueTokenKinds, int)>();
        _anyClass = -1;
        for (int index = 0; index < classes.Count; index++)
        {
            CueClass each = classes[index];
            if (each.Any)
                _anyClass = index;
            if (each.Kinds is not CueTokenKinds.Word)
                kinds.Add((each.Kinds, index));
            foreach (string word in each.Words)
                Add(words, word, index);
            foreach (string word in each.CapitalWords)
                Add(capitals, word, index);
            foreach (string word in each.Acronyms)
                Add(acronyms, word, index);
            foreach (string prefix in each.Prefixes)
                Add(prefixes, prefix, index);
        }

        // Made once a process and asked once for each distinct word: freezing them would cost more than it saves.
        _words = words;
        _capitalWords = capitals;
        _acronyms = acronyms;
        _prefixes = prefixes;
        foreach (string prefix in prefixes.Keys)
            _longestPrefix = Math.Max(_longestPrefix, prefix.Length);
        _kinds = [.. kinds];
        var starts = new List<int>?[classes.Count];
        for (int pattern = 0; pattern < _patterns.Length; pattern++)
        {
            CuePattern each = _patterns[pattern];
            for (ulong rest = each.First; rest != 0; rest &= rest - 1)
            {
                List<int> list = starts[each.Classes[System.Numerics.BitOperations.TrailingZeroCount(rest)]] ??= [];
                if (list.Count == 0 || list[^1] != pattern)
                    list.Add(pattern);
            }
        }

        _starts = Array.ConvertAll(starts, static list => list?.ToArray() ?? []);
    }

    /// <summary>How many patterns there are.</summary>
    public int Count => _patterns.Length;

    /// <summary>The pattern as it is written in the data.</summary>
    public string SourceOf(int pattern) => _patterns[pattern].Source;

    /// <exception cref="FormatException">A pattern cannot be read; the message says which and where.</exception>
    public static CueSet Compile(IReadOnlyList<string> sources)
    {
        var classes = new List<CueClass>();
        var classIndexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var patterns = new List<CuePattern>(sources.Count);
        foreach (string source in sources)
        {
            CuePattern pattern = CuePatternParser.Parse(source, classes, classIndexes);
            for (ulong rest = pattern.First; rest != 0; rest &= rest - 1)
            {
                if (classes[pattern.Classes[System.Numerics.BitOperations.TrailingZeroCount(rest)]].Any)
                    throw new FormatException($"cue \"{source}\": a pattern begins with a word, not with a gap");
            }

            patterns.Add(pattern);
        }

        return new CueSet(patterns, classes);
    }

    /// <summary>Makes the memory that walks over one text share.</summary>
    public Walk Begin(WordTable words) => new(this, words);

    private static void Add(Dictionary<string, List<int>> table, string key, int value)
    {
        if (!table.TryGetValue(key, out List<int>? list))
            table.Add(key, list = []);
        list.Add(value);
    }

    /// <summary>Which classes a word falls in, and which patterns it may begin.</summary>
    private sealed record WordFacts(ulong[] Classes, int[] Starts);

    /// <summary>Walks over the words of one text; keeps what it learned of each distinct word.</summary>
    internal sealed class Walk(CueSet set, WordTable words)
    {
        private readonly Dictionary<int, WordFacts> _facts = [];
        private readonly ClassBits _sentence = new((set._classCount + 63) / 64);
        private WordFacts[] _line = [];

        /// <summary>Finds every pattern that ends at or after a word.</summary>
        /// <param name="tokens">The words.</param>
        /// <param name="endFrom">Hits that end before this word are left out.</param>
        /// <param name="hits">Where the hits go, in the order of their first word.</param>
        public void Match(ReadOnlySpan<CueToken> tokens, int endFrom, List<CueHit> hits)
        {
            if (_line.Length < tokens.Length)
                _line = new WordFacts[Math.Max(tokens.Length, 256)];
            for (int i = 0; i < tokens.Length; i++)
                _line[i] = FactsOf(tokens[i]);
            int sentenceEnd = 0;
            for (int i = 0; i < tokens.Length; i++)
            {
                if (i == sentenceEnd)
                    sentenceEnd = GatherSentence(tokens, i);
                if (sentenceEnd <= endFrom)
                    continue;
                foreach (int pattern in _line[i].Starts)
                {
                    CuePattern each = set._patterns[pattern];
                    if (!HasAll(each.Required))
                        continue;
                    int end = EndOf(each, tokens, i);
                    if (end >= endFrom)
                        hits.Add(new CueHit(pattern, i, end));
                }
            }
        }

        /// <summary>Notes which classes stand in the sentence that begins at a word.</summary>
        /// <returns>The word after the sentence.</returns>
        private int GatherSentence(ReadOnlySpan<CueToken> tokens, int start)
        {
            _sentence.CopyFrom(_line[start].Classes);
            int at = start + 1;
            for (; at < tokens.Length && !tokens[at].BreakBefore; at++)
                _sentence.Add(_line[at].Classes);
            return at;
        }

        private bool HasAll(int[] classes)
        {
            foreach (int index in classes)
            {
                if (!_sentence.Has(index))
                    return false;
            }

            return true;
        }

        private int EndOf(CuePattern pattern, ReadOnlySpan<CueToken> tokens, int start)
        {
            int[] classes = pattern.Classes;
            ulong states = 0;
            ulong[] facts = _line[start].Classes;
            for (ulong rest = pattern.First; rest != 0; rest &= rest - 1)
            {
                int position = System.Numerics.BitOperations.TrailingZeroCount(rest);
                if (Has(facts, classes[position]))
                    states |= 1UL << position;
            }

            int at = start;
            while (states != 0)
            {
                if ((states & pattern.Last) != 0)
                    return at;
                at++;
                if (at >= tokens.Length || tokens[at].BreakBefore)
                    return -1;
                ulong candidates = 0;
                for (ulong rest = states; rest != 0; rest &= rest - 1)
                    candidates |= pattern.Follow[System.Numerics.BitOperations.TrailingZeroCount(rest)];
                facts = _line[at].Classes;
                states = 0;
                for (ulong rest = candidates; rest != 0; rest &= rest - 1)
                {
                    int position = System.Numerics.BitOperations.TrailingZeroCount(rest);
                    if (Has(facts, classes[position]))
                        states |= 1UL << position;
                }
            }

            return -1;
        }

        private static bool Has(ulong[] bits, int index) => (bits[index >> 6] >> (index & 63) & 1) != 0;

        private WordFacts FactsOf(CueToken token)
        {
            int key = (token.Word << 6) | (int)token.Kinds;
            if (_facts.TryGetValue(key, out WordFacts? known))
                return known;
            (string, CueTokenKinds) wordKey = (words[token.Word], token.Kinds);
            if (!set._known.TryGetValue(wordKey, out known))
            {
                known = Learn(token);
                if (set._known.Count < MostKnownWords)
                    set._known.TryAdd(wordKey, known);
            }

            _facts.Add(key, known);
            return known;
        }

        private WordFacts Learn(CueToken token)
        {
            var bits = new ulong[(set._classCount + 63) / 64];
            var starts = new SortedSet<int>();
            string word = words[token.Word];
            void Mark(int index)
            {
                bits[index >> 6] |= 1UL << (index & 63);
                foreach (int pattern in set._starts[index])
                    starts.Add(pattern);
            }

            void MarkAll(Dictionary<string, List<int>> table, string key)
            {
                if (!table.TryGetValue(key, out List<int>? indexes))
                    return;
                foreach (int index in indexes)
                    Mark(index);
            }

            MarkAll(set._words, word);
            if ((token.Kinds & CueTokenKinds.Capital) is not CueTokenKinds.Word)
            {
                MarkAll(set._capitalWords, word);

                // A name in the genitive is the name: "Canada's".
                if (word.EndsWith("'s", StringComparison.Ordinal))
                {
                    MarkAll(set._words, word[..^2]);
                    MarkAll(set._capitalWords, word[..^2]);
                }
            }

            if ((token.Kinds & CueTokenKinds.Acronym) is not CueTokenKinds.Word)
                MarkAll(set._acronyms, word);

            var prefixes = set._prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int length = Math.Min(word.Length, set._longestPrefix); length > 1; length--)
            {
                if (prefixes.TryGetValue(word.AsSpan(0, length), out List<int>? begun))
                {
                    foreach (int index in begun)
                        Mark(index);
                }
            }

            foreach ((CueTokenKinds kinds, int index) in set._kinds)
            {
                if ((token.Kinds & kinds) is not CueTokenKinds.Word)
                    Mark(index);
            }

            if (set._anyClass >= 0)
                Mark(set._anyClass);
            return new WordFacts(bits, [.. starts]);
        }
    }
}
