using System.Globalization;
using PolicyAnalysis.Regulation.Catalog;

namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>Says of an element whether a notice states it, from the statements that were found.</summary>
internal sealed class ElementJudge(IReadOnlyList<AnalyzedPolicy> policies, IReadOnlyList<int> readable, IReadOnlyDictionary<string, FoundStatement> statements, StatementCues catalog, ScoreCalibration calibration, DateOnly asOf)
{
    private const double Stated = 0.5;
    private const int MostQuotes = 3;
    private const double MainLabelFits = 0.3;
    private const double FurtherLabelFits = 0.15;

    public RequirementFinding Judge(NoticeElement element)
    {
        if (readable.Count == 0)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], $"The language of the document, {policies[0].Document.Language}, is not one that statements are recognised in.");
        if (element.ValidFrom > asOf)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], string.Create(CultureInfo.InvariantCulture, $"The element is asked for from {element.ValidFrom:yyyy-MM-dd} on, after the day as of which the law is read."));
        if (element.Statements.Count == 0)
            return Finding(element, RequirementStatus.NotChecked, 0, [], [], "The catalogue has no cues for this element; a person should look for it.");

        FoundStatement[] groups = [.. element.Statements.Select(Best)];
        double score = groups.Min(group => group.Score);
        double partial = groups.Length == 1 ? groups[0].PartialScore : groups.Max(group => group.PartialScore);
        Passage[] passages = [.. groups.SelectMany(group => Ordered(group, element).Take(groups.Length == 1 ? MostQuotes : 1)).DistinctBy(passage => (passage.Document, passage.Range))];
        if (score >= Stated && element.FreshMonths is { } months && LatestDate() is { } latest && latest.AddMonths(months) < asOf)
            return Finding(element, RequirementStatus.Partial, score / 2, passages, [], string.Create(CultureInfo.InvariantCulture, $"The latest date that the text states of itself is {latest:yyyy-MM-dd}, more than {months} months before the day as of which the law is read."));
        if (score >= Stated)
            return Finding(element, RequirementStatus.Found, score, passages, [], "A passage states it." + In(passages));
        if (partial >= Stated)
            return Finding(element, RequirementStatus.Partial, Math.Max(score, partial / 2), passages, [], groups.Length == 1 ? "A passage says something close to it." + In(passages) : "Some of what the element asks for is stated, not all of it." + In(passages));
        return Absent(element, score, passages);
    }

    private RequirementFinding Absent(NoticeElement element, double score, Passage[] near)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"{readable.Sum(index => policies[index].Provisions.Count)} provisions{(policies.Count > 1 ? $" of {readable.Count} documents" : string.Empty)}");
        string unread = (policies.Count - readable.Count) switch
        {
            0 => string.Empty,
            1 => " One of the documents is in a language that is not read here.",
            int more => string.Create(CultureInfo.InvariantCulture, $" {more} of the documents are in languages that are not read here."),
        };
        string searched = $"No passage was recognised that states it; {where} were searched for {string.Join(" and ", element.Statements.Select(Phrase))}.{unread}";
        if (element.Requirement != "conditional")
            return Finding(element, RequirementStatus.NotFound, score, [], near, searched);
        string condition = element.Condition is null ? "a condition" : $"the condition \"{element.Condition}\"";
        if (element.MetBy.Any(statement => statements[statement].Score >= Stated))
            return Finding(element, RequirementStatus.NotFound, score, [], near, searched + $" The text speaks of {condition}.");
        if (element.RuledOutBy.Any(statement => statements[statement].Score >= Stated))
            return Finding(element, RequirementStatus.ConditionNotMet, score, [], near, $"The element is asked for under {condition}, and the text says that it is not met.");
        return Finding(element, RequirementStatus.ConditionUnknown, score, [], near, searched + $" It is asked for under {condition}, which the text does not settle.");
    }

    private DateOnly? LatestDate() => readable.SelectMany(index => policies[index].Document.Dates).Select(date => (DateOnly?)date.Date).Max();

    /// <summary>A passage shows an element best where its provision is about such things, and where several ways of saying it meet.</summary>
    private IEnumerable<Passage> Ordered(FoundStatement found, NoticeElement element)
    {
        string? label = catalog.Labels.GetValueOrDefault(element.ProvisionType);
        return found.Passages.OrderByDescending(passage => passage.Strength + (label is null ? 0 : Fit(passage, label)));
    }

    private static double Fit(Passage passage, string label)
    {
        if (passage.Labels.Count == 0)
            return 0;
        if (passage.Labels[0].Type == label)
            return MainLabelFits;
        return passage.Labels.Any(each => each.Type == label) ? FurtherLabelFits : 0;
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

    private RequirementFinding Finding(NoticeElement element, RequirementStatus status, double score, Passage[] evidence, Passage[] candidates, string reason) => new()
    {
        Id = element.Id,
        Citation = element.Citation.Display,
        Element = element.Element,
        Status = status,
        Evidence = [.. evidence.Select(QuoteOf)],
        Score = status == RequirementStatus.NotChecked ? 0 : calibration.Of(score),
        Reason = element.Provenance.IsStale(asOf) ? reason + " The catalogue's record of the element is past its review date." : reason,
        Candidates = [.. candidates.Select(QuoteOf)],
    };

    private Quote QuoteOf(Passage passage) => policies[passage.Document].Document.QuoteOf(passage.Range) with { Document = passage.Document };

    /// <summary>Of several documents, which one it was.</summary>
    private string In(Passage[] passages) => policies.Count == 1 || passages.Length == 0
        ? string.Empty
        : $" It stands in {string.Join(" and ", passages.Select(passage => policies[passage.Document].Document.Source.Name).Distinct(StringComparer.Ordinal))}.";
}
