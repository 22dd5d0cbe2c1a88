using System.Globalization;
using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>Says of an element whether a notice states it, from the statements that were found.</summary>
internal sealed class ElementJudge(AnalyzedPolicy policy, IReadOnlyDictionary<string, FoundStatement> statements, StatementCues catalog, DateOnly asOf)
{
    private const double Stated = 0.5;
    private const int MostQuotes = 3;

    private readonly bool _readable = PolicyCues.Speaks(policy.Document.Language);

    public RequirementFinding Judge(NoticeElement element)
    {
        if (!_readable)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], $"The language of the document, {policy.Document.Language}, is not one that statements are recognised in.");
        if (element.ValidFrom > asOf)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], string.Create(CultureInfo.InvariantCulture, $"The element is asked for from {element.ValidFrom:yyyy-MM-dd} on, after the day as of which the law is read."));
        if (element.Statements.Count == 0)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], "The catalogue has no cues for this element; a person should look for it.");

        FoundStatement[] groups = [.. element.Statements.Select(Best)];
        double score = groups.Min(group => group.Score);
        double partial = groups.Length == 1 ? groups[0].PartialScore : groups.Max(group => group.PartialScore);
        TextRange[] passages = [.. groups.SelectMany(group => group.Passages.Take(groups.Length == 1 ? MostQuotes : 1)).Distinct()];
        if (score >= Stated)
            return Finding(element, RequirementStatus.Found, score, passages, [], "A passage states it.");
        if (partial >= Stated)
            return Finding(element, RequirementStatus.Partial, Math.Max(score, partial / 2), passages, [], groups.Length == 1 ? "A passage says something close to it." : "Some of what the element asks for is stated, not all of it.");
        return Absent(element, score, passages);
    }

    private RequirementFinding Absent(NoticeElement element, double score, TextRange[] near)
    {
        string searched = $"No passage was recognised that states it; {policy.Provisions.Count.ToString(CultureInfo.InvariantCulture)} provisions were searched for {string.Join(" and ", element.Statements.Select(Phrase))}.";
        if (element.Requirement != "conditional")
            return Finding(element, RequirementStatus.NotFound, score, [], near, searched);
        string condition = element.Condition is null ? "a condition" : $"the condition \"{element.Condition}\"";
        if (element.MetBy.Any(statement => statements[statement].Score >= Stated))
            return Finding(element, RequirementStatus.NotFound, score, [], near, searched + $" The text speaks of {condition}.");
        if (element.RuledOutBy.Any(statement => statements[statement].Score >= Stated))
            return Finding(element, RequirementStatus.ConditionNotMet, score, [], near, $"The element is asked for under {condition}, and the text says that it is not met.");
        return Finding(element, RequirementStatus.ConditionUnknown, score, [], near, searched + $" It is asked for under {condition}, which the text does not settle.");
    }

    private FoundStatement Best(IReadOnlyList<string> anyOf)
    {
        FoundStatement best = FoundStatement.Nothing;
        foreach (string id in anyOf)
        {
            FoundStatement one = statements[id];
            if (one.Score > best.Score || (one.Score == best.Score && one.PartialScore > best.PartialScore))
                best = one;
        }

        return best;
    }

    private string Phrase(IReadOnlyList<string> anyOf) => string.Join(" or ", anyOf.Select(id => catalog.Statements[id].Phrase));

    private RequirementFinding Finding(NoticeElement element, RequirementStatus status, double score, TextRange[] evidence, TextRange[] candidates, string reason) => new()
    {
        Id = element.Id,
        Citation = element.Citation.Display,
        Element = element.Element,
        Status = status,
        Evidence = [.. evidence.Select(policy.Document.QuoteOf)],
        Score = score,
        Reason = element.Provenance.IsStale(asOf) ? reason + " The catalogue's record of the element is past its review date." : reason,
        Candidates = [.. candidates.Select(policy.Document.QuoteOf)],
    };
}
