using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison.Definitions;

/// <summary>Finds the terms that a text defines, with the members of each definition.</summary>
internal static class DefinitionReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Forward = new(
        "[“\"](?<term>[^”\"\\n]{2,60})[”\"](?:,? (?:or|and) [“\"][^”\"\\n]{2,60}[”\"])* (?:shall |will )?(?:means?|refers? to|includes?|is|are|stands? for) (?<body>[^.;\\n]{3,600})",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex Backward = new(
        "(?<body>[^.;(\\n]{3,400})\\((?:collectively,? |together,? |individually and collectively,? |hereinafter,? |the |our |each,? (?:a|an) |each |referred to as |or )*[“\"](?<term>[^”\"\\n]{2,60})[”\"]",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex Between = new(
        @",? (?:together with|as well as|along with|including|and|or|and/or) |[,:]",
        Options | RegexOptions.IgnoreCase,
        Regex.InfiniteMatchTimeout);

    private static readonly string[] Determiners = ["any of ", "all of ", "its ", "our ", "their ", "the ", "any ", "all ", "a ", "an ", "each ", "such as ", "other "];

    /// <summary>The terms in reading order; a term that is defined twice keeps the first definition.</summary>
    public static Dictionary<string, List<string>> Read(string text)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Forward.Matches(text).Concat(Backward.Matches(text)))
            found.TryAdd(match.Groups["term"].Value.Trim(), Members(match.Groups["body"].Value));
        return found;
    }

    private static List<string> Members(string body)
    {
        var members = new List<string>();
        int start = 0;
        foreach (ValueMatch gap in Between.EnumerateMatches(body))
        {
            Add(members, body[start..gap.Index]);
            start = gap.Index + gap.Length;
        }

        Add(members, body[start..]);
        return members;
    }

    private static void Add(List<string> members, string member)
    {
        string trimmed = member.Trim(' ', '.', '(', ')', '“', '”', '"');
        bool isShorter = true;
        while (isShorter)
        {
            isShorter = false;
            foreach (string determiner in Determiners)
            {
                if (trimmed.StartsWith(determiner, StringComparison.OrdinalIgnoreCase))
                {
                    trimmed = trimmed[determiner.Length..].TrimStart();
                    isShorter = true;
                }
            }
        }

        if (trimmed.Length > 1)
            members.Add(trimmed);
    }
}
