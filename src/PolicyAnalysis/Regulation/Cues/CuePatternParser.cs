using System.Globalization;

namespace PolicyAnalysis.Regulation.Cues;

/// <summary>
/// Reads the small language that cues are written in: <c>word</c>, <c>begin*</c>, <c>(a|b c)</c>, <c>[optional]</c>,
/// <c>..3</c> for up to three words between, and <c>&lt;number&gt;</c>, <c>&lt;email&gt;</c>, <c>&lt;web&gt;</c>, <c>&lt;capital&gt;</c>, <c>&lt;postcode&gt;</c>, <c>^word</c> for a word with a capital, and <c>^^word</c> for one in capitals.
/// </summary>
internal sealed class CuePatternParser
{
    private const int MostPositions = 64;
    private const int WidestGap = 30;
    private const int DeepestNesting = 8;

    private readonly string _source;
    private readonly List<CueClass> _classes;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _classIndexes;
    private readonly List<int> _positions = [];
    private readonly List<ulong> _follow = [];
    private int _at;

    private CuePatternParser(string source, List<CueClass> classes, Dictionary<string, int> classIndexes)
    {
        _source = source;
        _classes = classes;
        _classIndexes = classIndexes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A part of a pattern: what may come first, what may come last, and whether it may be left out.</summary>
    private readonly record struct Part(ulong First, ulong Last, bool Nullable);

    /// <exception cref="FormatException">The pattern cannot be read; the message says where.</exception>
    public static CuePattern Parse(string source, List<CueClass> classes, Dictionary<string, int> classIndexes)
    {
        var parser = new CuePatternParser(source, classes, classIndexes);
        Part whole = parser.Sequence(0);
        if (parser._at < source.Length)
            throw parser.Wrong("a closing bracket without its opening one");
        if (whole.Nullable)
            throw parser.Wrong("the pattern would match nothing at all");
        return new CuePattern { Source = source, Classes = [.. parser._positions], First = whole.First, Last = whole.Last, Follow = [.. parser._follow] };
    }

    private Part Sequence(int depth)
    {
        if (depth > DeepestNesting)
            throw Wrong("brackets are nested too deep");
        var sequence = new Part(0, 0, true);
        while (true)
        {
            SkipSpace();
            if (_at >= _source.Length || _source[_at] is ')' or ']' or '|')
                return sequence;
            sequence = Join(sequence, Next(depth));
        }
    }

    private Part Join(Part left, Part right)
    {
        for (ulong rest = left.Last; rest != 0; rest &= rest - 1)
            _follow[System.Numerics.BitOperations.TrailingZeroCount(rest)] |= right.First;
        return new Part(
            left.Nullable ? left.First | right.First : left.First,
            right.Nullable ? left.Last | right.Last : right.Last,
            left.Nullable && right.Nullable);
    }

    private Part Next(int depth)
    {
        char c = _source[_at];
        if (c == '[')
            return Group(depth, ']') with { Nullable = true };
        if (c == '(')
            return Group(depth, ')');
        if (c == '.' && _at + 1 < _source.Length && _source[_at + 1] == '.')
            return Gap();
        string word = ReadWord();
        if (_classIndexes.TryGetValue(word, out int known))
            return Position(known);
        var words = new CueClass();
        AddWord(words, word);
        return Position(ClassOf(words, word));
    }

    private Part Gap()
    {
        _at += 2;
        int start = _at;
        while (_at < _source.Length && char.IsAsciiDigit(_source[_at]))
            _at++;
        if (!int.TryParse(_source.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int most) || most is < 1 or > WidestGap)
            throw Wrong($"a gap needs a width from 1 to {WidestGap}");
        var gap = new Part(0, 0, true);
        for (int i = 0; i < most; i++)
            gap = Join(gap, Position(AnyClass()) with { Nullable = true });
        return gap;
    }

    private Part Group(int depth, char close)
    {
        int start = _at++;
        if (KnownGroup(start, close) is { } group)
            return group;
        bool plain = true;
        ulong first = 0;
        ulong last = 0;
        bool nullable = false;

        // Alternatives of one word each are one position, so that long lists stay small.
        CueClass? words = null;
        while (true)
        {
            if (IsOneWord(close))
            {
                SkipSpace();
                AddWord(words ??= new CueClass(), ReadWord());
                SkipSpace();
            }
            else
            {
                plain = false;
                Part part = Sequence(depth + 1);
                first |= part.First;
                last |= part.Last;
                nullable |= part.Nullable;
            }

            if (_at >= _source.Length)
                throw Wrong("a bracket is not closed");
            char c = _source[_at++];
            if (c == close)
                break;
            if (c != '|')
                throw Wrong($"expected '|' or '{close}'");
        }

        if (words is not null)
        {
            // Most groups are written again and again; where every alternative is a word, the writing itself is the key.
            ReadOnlySpan<char> written = plain ? _source.AsSpan(start, _at - start) : words.Writing();
            Part single = Position(_classIndexes.TryGetValue(written, out int known) ? known : ClassOf(words, written));
            first |= single.First;
            last |= single.Last;
        }

        return new Part(first, last, nullable);
    }

    /// <summary>Whether the alternative that begins here is one word.</summary>
    private bool IsOneWord(char close)
    {
        bool wordSeen = false;
        bool spaceAfterWord = false;
        for (int i = _at; i < _source.Length; i++)
        {
            char c = _source[i];
            if (c == close || c == '|')
                return wordSeen;
            if (c is '(' or '[' or ')' or ']' || (c == '.' && i + 1 < _source.Length && _source[i + 1] == '.'))
                return false;
            if (c is ' ' or '-')
            {
                spaceAfterWord = wordSeen;
                continue;
            }

            if (spaceAfterWord)
                return false;
            wordSeen = true;
        }

        return false;
    }

    /// <summary>The group of words that begins at a bracket, where the same writing was read before.</summary>
    private Part? KnownGroup(int start, char close)
    {
        int length = _source.AsSpan(start + 1).IndexOfAny("()[]");
        if (length < 0 || _source[start + 1 + length] != close || !_classIndexes.TryGetValue(_source.AsSpan(start, length + 2), out int known))
            return null;
        _at = start + length + 2;
        return Position(known);
    }

    private Part Position(int words)
    {
        if (_positions.Count == MostPositions)
            throw Wrong($"the pattern is longer than {MostPositions} words");
        ulong bit = 1UL << _positions.Count;
        _positions.Add(words);
        _follow.Add(0);
        return new Part(bit, bit, false);
    }

    private int AnyClass() => _classIndexes.TryGetValue("~*", out int known) ? known : ClassOf(new CueClass { Any = true }, "~*");

    private int ClassOf(CueClass words, ReadOnlySpan<char> key)
    {
        int index = _classes.Count;
        _classes.Add(words);
        _classIndexes[key] = index;
        return index;
    }

    private void AddWord(CueClass words, string word)
    {
        switch (word)
        {
            case "<number>": words.Kinds |= CueTokenKinds.Number; break;
            case "<email>": words.Kinds |= CueTokenKinds.Email; break;
            case "<web>": words.Kinds |= CueTokenKinds.Address; break;
            case "<postcode>": words.Kinds |= CueTokenKinds.PostCode; break;
            case "<capital>": words.Kinds |= CueTokenKinds.Capital; break;
            default:
                if (word.StartsWith('<'))
                    throw Wrong($"'{word}' is not a kind of word");
                if (word.StartsWith("^^", StringComparison.Ordinal))
                    words.Acronyms.Add(word[2..]);
                else if (word.StartsWith('^'))
                    words.CapitalWords.Add(word[1..]);
                else if (word.EndsWith('*') && word.Length > 2)
                    words.Prefixes.Add(word[..^1]);
                else
                    words.Words.Add(word);
                break;
        }
    }

    private string ReadWord()
    {
        int start = _at;
        while (_at < _source.Length && _source[_at] is not (' ' or '-' or '(' or ')' or '[' or ']' or '|') && !(_source[_at] == '.' && _at + 1 < _source.Length && _source[_at + 1] == '.'))
            _at++;
        if (_at == start)
            throw Wrong("a word was expected");
        string word = _source[start.._at];
        foreach (char c in word)
        {
            if (char.IsUpper(c) || !(char.IsLetterOrDigit(c) || c is '\'' or '.' or ',' or '*' or '<' or '>' or '§' or '&' or '/' or '^' or '@'))
                throw Wrong($"'{word}' is not a word in lower case");
        }

        return word;
    }

    private void SkipSpace()
    {
        while (_at < _source.Length && _source[_at] is ' ' or '-')
        {
            _at++;
            if (_at >= _source.Length)
                return;
        }
    }

    private FormatException Wrong(string what) => new($"cue \"{_source}\", at character {_at + 1}: {what}");
}
