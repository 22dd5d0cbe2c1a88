using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Finds the rules that a text names to the article or section: "Art. 13 DSGVO", "Article 6(1)(f) of the GDPR", "§ 1798.100".</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class CitedRules
{
    private const int WordsAround = 8;

    private readonly ILookup<(string Instrument, string Number), (RegulatoryRule Rule, string Deeper)> _byNumber;
    private readonly ILookup<string, (RegulatoryRule Rule, string Deeper)> _bySection;

    public CitedRules(IEnumerable<RegulatoryRule> rules, DateOnly asOf)
    {
        var cited = new List<(string Instrument, string Number, string Deeper, RegulatoryRule Rule)>();
        foreach (RegulatoryRule rule in rules)
        {
            if (rule.VersionOn(asOf) is not { } version)
                continue;
            IReadOnlyList<CitationPart> parts = version.Citation.Parts;
            int main = 0;
            while (main < parts.Count && parts[main].Kind is "code" or "work")
                main++;
            if (main == parts.Count || parts[main].Kind == "text")
                continue;
            string rest = string.Concat(parts.Skip(main + 1).Where(part => part.Kind is "paragraph" or "point" or "subpoint").Select(part => "/" + part.Value.ToLowerInvariant()));
            foreach (string number in Numbers(parts[main].Value))
                cited.Add((rule.Instrument.Id, number, rest, rule));
        }

        _byNumber = cited.ToLookup(each => (each.Instrument, each.Number), each => (each.Rule, each.Deeper));
        _bySection = cited.Where(each => IsUnmistakable(each.Number)).ToLookup(each => each.Number, each => (each.Rule, each.Deeper), StringComparer.Ordinal);
    }

    /// <summary>Adds the rules that a number near the name of an instrument leads to.</summary>
    public void AddNear(ProvisionCues cues, CueMatch match, Instrument instrument, PolicyCues policy, SortedSet<string> into)
    {
        (int first, int last) = WordsOf(cues, match.Words);
        for (int at = Math.Max(cues.Own, first - WordsAround); at < cues.Tokens.Length && at <= last + WordsAround; at++)
        {
            if (!IsMark(Word(cues, at, policy)) || at + 1 >= cues.Tokens.Length)
                continue;
            string number = Word(cues, at + 1, policy);
            Add(_byNumber[(instrument.Id, number)], Rest(cues, at + 2, policy), into);
        }
    }

    /// <summary>The rules that a section number alone leads to, because no other law has it.</summary>
    public IEnumerable<string> BySection(ProvisionCues cues, PolicyCues policy)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (int at = cues.Own; at < cues.Tokens.Length; at++)
        {
            if ((cues.Tokens[at].Kinds & CueTokenKinds.Number) is CueTokenKinds.Word)
                continue;
            string number = Word(cues, at, policy);
            if (IsUnmistakable(number) && _bySection.Contains(number))
                Add(_bySection[number], Rest(cues, at + 1, policy), found);
        }

        return found;
    }

    /// <summary>Of the rules under one number, those whose paragraph is named; all the general ones where none is.</summary>
    private static void Add(IEnumerable<(RegulatoryRule Rule, string Deeper)> candidates, string rest, SortedSet<string> into)
    {
        (RegulatoryRule Rule, string Deeper)[] all = [.. candidates];
        (RegulatoryRule Rule, string Deeper)[] exact = [.. all.Where(each => rest.Length > 0 && (each.Deeper == rest || rest.StartsWith(each.Deeper + "/", StringComparison.Ordinal) || Covers(each.Deeper, rest)))];
        foreach ((RegulatoryRule rule, string _) in exact.Length > 0 ? exact : all[..Math.Min(1, all.Length)])
            into.Add(rule.Id);
    }

    /// <summary>Whether "/1-2" holds "/1" or "/2/b".</summary>
    private static bool Covers(string range, string rest)
    {
        if (range.Length != 4 || range[2] is not ('-' or ',') || rest.Length < 2)
            return false;
        return rest[1] >= range[1] && rest[1] <= range[3];
    }

    private static string Rest(ProvisionCues cues, int from, PolicyCues policy)
    {
        string rest = string.Empty;
        for (int at = from; at < cues.Tokens.Length && at < from + 6; at++)
        {
            string word = Word(cues, at, policy);
            if (word is "§" or "para" or "paragraph" or "abs" or "lit" or "letter" or "point" or "no")
                continue;
            if (word.Length > 2 || !word.All(char.IsAsciiLetterOrDigit) || (word.Length == 2 && char.IsAsciiLetter(word[0])))
                break;
            rest += "/" + word;
        }

        return rest;
    }

    private static (int First, int Last) WordsOf(ProvisionCues cues, TextRange words)
    {
        int first = cues.Own;
        while (first + 1 < cues.Tokens.Length && cues.Tokens[first].Range.End <= words.Start)
            first++;
        int last = first;
        while (last + 1 < cues.Tokens.Length && cues.Tokens[last + 1].Range.Start < words.End)
            last++;
        return (first, last);
    }

    private static string Word(ProvisionCues cues, int at, PolicyCues policy) => cues.Tokens[at].Range.Of(policy.Text).ToLowerInvariant();

    private static bool IsMark(string word) => word is "art" or "article" or "articles" or "arts" or "artikel" or "§" or "section" or "sec" or "s" or "sections";

    private static bool IsUnmistakable(string number) => number.Length >= 5 && number.Any(char.IsAsciiDigit) && (number.Contains('.', StringComparison.Ordinal) || (number.Length == 5 && number.All(char.IsAsciiDigit) && number.StartsWith("225", StringComparison.Ordinal)));

    private static IEnumerable<string> Numbers(string value)
    {
        // "13-14" names both; "6-1-1306" and "899-bb" are one number.
        string[] ends = value.Split('-');
        if (ends.Length == 2 && int.TryParse(ends[0], System.Globalization.CultureInfo.InvariantCulture, out int from) && int.TryParse(ends[1], System.Globalization.CultureInfo.InvariantCulture, out int to) && from < to && to - from < 10)
            return Enumerable.Range(from, to - from + 1).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return [value.ToLowerInvariant()];
    }
}
