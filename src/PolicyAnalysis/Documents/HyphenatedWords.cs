namespace PolicyAnalysis.Documents;

/// <summary>Decides at the end of a line whether a hyphen belongs to the word or only to the break.</summary>
/// <remarks>The document itself is asked first: how it writes the word where no line breaks it. Then <c>Rules/hyphenation.tsv</c>.</remarks>
internal sealed class HyphenatedWords
{
    private static readonly char[] Marks = ['.', ',', ';', ':', '(', ')', '"', '“', '”', '„', '«', '»', '?', '!'];
    private static readonly ILookup<string, string> Rules = RuleTable.ReadWords("Documents", "hyphenation");
    private static readonly HashSet<string> Prefixes = new(Rules["prefix"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Compounds = new(Rules["compound"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Suspending = new(Rules["suspended"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _hyphenated = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _plain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns how this document writes its words where no line breaks them.</summary>
    public HyphenatedWords(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            foreach (string word in line.Split(' '))
            {
                string bare = word.Trim(Marks);
                if (bare.Length > 0 && !IsHyphen(bare[^1]))
                    (bare.Contains('-', StringComparison.Ordinal) ? _hyphenated : _plain).Add(bare);
            }
        }
    }

    public static bool EndsInHyphen(string line) => line.Length > 1 && IsHyphen(line[^1]) && char.IsLetterOrDigit(line[^2]);

    /// <summary>How two lines of one block are joined.</summary>
    public LineJoint Joint(string line, string next)
    {
        if (IsBrokenAddress(line, next))
            return LineJoint.Close;
        if (!EndsInHyphen(line))
            return LineJoint.Space;
        string first = line[(line.LastIndexOf(' ') + 1)..^1].TrimStart(Marks);
        int end = next.IndexOf(' ', StringComparison.Ordinal);
        string second = end < 0 ? next : next[..end];
        if (Suspending.Contains(second))
            return LineJoint.Space;
        second = second.TrimEnd(Marks);
        bool isPlain = _plain.Contains(first + second);
        if (!char.IsLetter(line[^2]) || (!char.IsLower(next[0]) && !(isPlain && char.IsUpper(line[^2]))))
            return LineJoint.Close;
        if (isPlain)
            return LineJoint.Mended;
        return _hyphenated.Contains(first + "-" + second) || IsWrittenApart(first, second) ? LineJoint.Close : LineJoint.Mended;
    }

    private static bool IsWrittenApart(string first, string second)
    {
        if (Prefixes.Contains(first))
            return true;
        // A chain such as "end-to-end" may break at any of its hyphens.
        string before = first[(first.LastIndexOf('-') + 1)..];
        string after = second.Split('-')[0];
        return first.Contains('-', StringComparison.Ordinal) || Compounds.Contains(before + "-" + after) || (after.EndsWith('s') && Compounds.Contains(before + "-" + after[..^1]));
    }

    /// <summary>A web address goes on in the next line without a space.</summary>
    private static bool IsBrokenAddress(string line, string next)
    {
        string last = line[(line.LastIndexOf(' ') + 1)..];
        if (!last.Contains("://", StringComparison.Ordinal) && !last.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return false;
        return last[^1] is '/' or '-' or '_' or '=' or '?' or '&' or '#' or '%' && next[0] is not ('(' or '"') && char.IsAsciiLetterOrDigit(next[0]);
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010';
}

/// <summary>What stands between two lines of one block.</summary>
internal enum LineJoint
{
    /// <summary>A space.</summary>
    Space,

    /// <summary>Nothing; the hyphen stays.</summary>
    Close,

    /// <summary>Nothing, and the hyphen goes.</summary>
    Mended,
}
