using System.Globalization;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>Reads the regular expressions of the rule tables: refuses what has no bound, and finds the literals one of which every match holds.</summary>
/// <remarks>
/// Known are literals, escapes, classes, groups, alternatives and repetitions with an end (<c>?</c>, <c>{2,5}</c>), none inside
/// another but for <c>(\w{1,24} )</c>, a word with its space, which can be read in one way only. Patterns are our own data and
/// nest a few brackets deep.
/// </remarks>
internal ref struct CuePatternReader
{
    private const int MostTexts = 64;
    private const int WidestRepetition = 400;
    private const int WidestClass = 4;
    private const int ShortestNeeded = 2;

    private const string AnyWord = @"(\w{1,24} )";

    private readonly string _pattern;
    private int _at;

    private CuePatternReader(string pattern) => _pattern = pattern;

    /// <summary>What a part of a pattern can be: exactly some texts, or anything that holds one of some texts, or anything at all.</summary>
    private readonly record struct Part(HashSet<string>? Exactly, HashSet<string>? Needed, bool Repeats)
    {
        public static Part Empty => new([""], null, false);

        public static Part Anything => new(null, null, false);

        public HashSet<string>? Best => Better(Exactly, Needed);
    }

    /// <exception cref="FormatException">The pattern has a repetition without an end, one inside another, or a construct that is not known here.</exception>
    public static IReadOnlyCollection<string>? LiteralsOf(string pattern)
    {
        var reader = new CuePatternReader(pattern);
        Part whole = reader.Alternatives();
        if (reader._at < pattern.Length)
            throw reader.Wrong("a closing bracket stands without its opening one");
        return whole.Best is { } texts && IsUseful(texts) ? texts : null;
    }

    private Part Alternatives()
    {
        Part all = Sequence();
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Part next = Sequence();
            HashSet<string>? exactly = Union(all.Exactly, next.Exactly);
            all = new Part(exactly, exactly is null ? Union(all.Best, next.Best) : null, all.Repeats || next.Repeats);
        }

        return all;
    }

    private Part Sequence()
    {
        HashSet<string> run = [""];
        HashSet<string>? needed = null;
        bool isExact = true, repeats = false;
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            Part part = Repeated(Atom());
            repeats |= part.Repeats;
            if (part.Exactly is { } texts && run.Count * texts.Count <= MostTexts)
            {
                run = [.. run.SelectMany(first => texts.Select(second => first + second))];
                continue;
            }

            needed = Better(Better(needed, run), part.Needed);
            run = part.Exactly ?? [""];
            isExact = false;
        }

        return isExact ? new Part(run, null, repeats) : new Part(null, Better(needed, run), repeats);
    }

    private Part Atom()
    {
        if (Follows(AnyWord))
        {
            _at += AnyWord.Length;
            return Part.Anything;
        }

        char mark = _pattern[_at++];
        switch (mark)
        {
            case '(':
                if (Follows("?:"))
                    _at += 2;
                else if (Follows("?"))
                    throw Wrong("a group of this kind is not known here");
                Part inside = Alternatives();
                if (!Follows(")"))
                    throw Wrong("a bracket is not closed");
                _at++;
                return inside;
            case '[':
                return Class();
            case '.':
                return Part.Anything;
            case '\\':
                return _at == _pattern.Length ? throw Wrong("it ends in an escape") : Escape(_pattern[_at++]);
            case '*' or '+' or '?' or '{' or '^' or '$':
                throw Wrong($"'{mark}' is not expected");
            default:
                return new Part([char.ToString(char.ToLowerInvariant(mark))], null, false);
        }
    }

    private readonly Part Escape(char mark) => mark switch
    {
        'b' => Part.Empty,
        'w' or 'd' or 's' or 'W' or 'D' or 'S' => Part.Anything,
        _ when char.IsAsciiLetterOrDigit(mark) => throw Wrong($"the escape '\\{mark}' is not known here"),
        _ => new Part([char.ToString(mark)], null, false),
    };

    private Part Class()
    {
        int start = _at;
        int end = _pattern.IndexOf(']', start);
        if (end < 0)
            throw Wrong("a class is not closed");
        _at = end + 1;
        ReadOnlySpan<char> members = _pattern.AsSpan(start, end - start);
        if (members.Contains('\\') && !members.Contains("\\d", StringComparison.Ordinal) && !members.Contains("\\w", StringComparison.Ordinal) && !members.Contains("\\s", StringComparison.Ordinal))
            throw Wrong("an escape in a class is not known here");
        bool isPlain = members.Length is > 0 and <= WidestClass && members[0] != '^' && !members.Contains('\\') && (members.IndexOf('-') is -1 or 0 || members[^1] == '-');
        if (!isPlain)
            return Part.Anything;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (char member in members)
            texts.Add(char.ToString(char.ToLowerInvariant(member)));
        return new Part(texts, null, false);
    }

    private Part Repeated(Part part)
    {
        if (_at == _pattern.Length)
            return part;
        switch (_pattern[_at])
        {
            case '*' or '+':
                throw Wrong("a repetition has no end; write the most it needs, as {0,3}");
            case '?':
                _at++;
                return part.Exactly is { } texts ? part with { Exactly = [.. texts, ""] } : part with { Needed = null };
            case '{':
                (int least, int most) = Bounds();
                if (most > 1 && part.Repeats)
                    throw Wrong("a repetition stands inside another");
                if (most > WidestRepetition)
                    throw Wrong($"a repetition of more than {WidestRepetition}");
                return new Part(null, least > 0 ? part.Best : null, part.Repeats || most > 1);
            default:
                return part;
        }
    }

    private (int Least, int Most) Bounds()
    {
        int end = _pattern.IndexOf('}', _at);
        string[] parts = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
        if (parts.Length is not (1 or 2) || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int least))
            throw Wrong("a repetition is not written as {2} or {2,5}");
        if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int most) || most < least)
            throw Wrong("a repetition has no end; write the most it needs, as {0,3}");
        _at = end + 1;
        return (least, most);
    }

    private readonly bool Follows(string text) => _pattern.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private readonly FormatException Wrong(string what) => new($"The pattern \"{_pattern}\" cannot be used: {what}, at character {_at}.");

    private static HashSet<string>? Union(HashSet<string>? first, HashSet<string>? second) =>
        first is null || second is null || first.Count + second.Count > MostTexts ? null : [.. first, .. second];

    // The longer the shortest text, the fewer texts pass without a match.
    private static HashSet<string>? Better(HashSet<string>? first, HashSet<string>? second) =>
        first is null ? second : second is null || Shortest(first) >= Shortest(second) ? first : second;

    private static bool IsUseful(HashSet<string> texts) => Shortest(texts) >= ShortestNeeded;

    private static int Shortest(HashSet<string> texts) => texts.Min(static text => text.Length);
}
