using System.Globalization;

namespace PolicyAnalysis.Reporting;

/// <summary>A run of provisions under the same first heading.</summary>
internal sealed record AssessmentSection(string Anchor, string Title, IReadOnlyList<ProvisionAssessment> Provisions);

/// <summary>A text that several provisions share, with those provisions.</summary>
internal sealed record SharedPoint(string Text, IReadOnlyList<ProvisionAssessment> Provisions);

/// <summary>What a reader of an assessment wants to see first: levels, jurisdictions, actions, open questions.</summary>
internal sealed class AssessmentView
{
    public static readonly IReadOnlyList<ExposureLevel> Levels = [ExposureLevel.High, ExposureLevel.MediumHigh, ExposureLevel.Medium, ExposureLevel.LowMedium, ExposureLevel.Low];

    private readonly Dictionary<string, ProvisionAssessment> _firstWithPoints = new(StringComparer.Ordinal);

    public AssessmentView(PolicyAssessment assessment)
    {
        Assessment = assessment;
        Jurisdictions = [.. assessment.Provisions
            .SelectMany(each => each.Jurisdictions)
            .CountBy(each => each, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        Named = [.. assessment.NamedJurisdictions
            .Where(named => named.Evidence is not null)
            .DistinctBy(named => named.Code, StringComparer.Ordinal)
            .OrderBy(named => named.Code, StringComparer.Ordinal)];
        Actions = Shared(assessment.Provisions, each => each.Actions);
        Questions = Shared(assessment.Provisions, OpenQuestions);
        Sections = SectionsOf(assessment.Provisions);
        foreach (ProvisionAssessment each in assessment.Provisions)
        {
            if (PointsOf(each) is { Length: > 0 } points)
                _firstWithPoints.TryAdd(points, each);
        }

        MostExposed = [.. assessment.Provisions.Where(each => each.Exposure.Level >= ExposureLevel.MediumHigh).OrderByDescending(each => each.Exposure.Level)];
    }

    public PolicyAssessment Assessment { get; }

    /// <summary>How many provisions flag each jurisdiction, most first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Jurisdictions { get; }

    /// <summary>The jurisdictions that the text names, each with the first words that do.</summary>
    public IReadOnlyList<NamedJurisdiction> Named { get; }

    /// <summary>The actions to consider, each once; those of the most exposed provisions first.</summary>
    public IReadOnlyList<SharedPoint> Actions { get; }

    /// <summary>The open questions, each once; those that touch the most exposed provisions first.</summary>
    public IReadOnlyList<SharedPoint> Questions { get; }

    public IReadOnlyList<AssessmentSection> Sections { get; }

    /// <summary>The provisions of medium-to-high or high exposure, most exposed first.</summary>
    public IReadOnlyList<ProvisionAssessment> MostExposed { get; }

    public string Title => ReportFacts.TitleOf(Assessment.Policy.Document);

    /// <summary>The questions of a provision in one list: those of its type and those that could move its exposure.</summary>
    public static IReadOnlyList<string> OpenQuestions(ProvisionAssessment assessed) => [.. assessed.Questions.Union(assessed.Exposure.Unknown, StringComparer.Ordinal)];

    /// <summary>The first provision with the same contract points, actions and questions, where those of this one were given there; otherwise <see langword="null"/>.</summary>
    public ProvisionAssessment? SamePointsAs(ProvisionAssessment assessed) =>
        _firstWithPoints.TryGetValue(PointsOf(assessed), out ProvisionAssessment? first) && first != assessed ? first : null;

    public int Count(ExposureLevel level) => Assessment.Provisions.Count(each => each.Exposure.Level == level);

    public static string Anchor(ProvisionAssessment assessed) => "p-" + assessed.Provision.Provision.Id;

    /// <summary>The name a report gives a provision: its printed number and what it is about.</summary>
    public static string Name(ProvisionAssessment assessed)
    {
        string subject = char.ToUpperInvariant(assessed.Subject[0]) + assessed.Subject[1..];
        return assessed.Provision.Provision.Number is { } number ? $"{number} {subject}" : subject;
    }

    public string Summary()
    {
        int citations = Assessment.Provisions.SelectMany(each => each.Citations).Select(citation => citation.Id).Distinct(StringComparer.Ordinal).Count();
        return $"Governance exposure of the document as a whole: {DisplayNames.Of(Assessment.Exposure.Level).ToLowerInvariant()}. "
            + $"{DisplayNames.Count(Assessment.Provisions.Count, "provision", "provisions")} of {DisplayNames.Number(Assessment.Policy.Provisions.Count(each => each.Provision.Kind != ProvisionKind.Heading))} {(Assessment.Provisions.Count == 1 ? "has" : "have")} something to say; "
            + $"they touch {DisplayNames.Count(citations, "rule", "rules")} in {DisplayNames.Count(Jurisdictions.Count, "jurisdiction", "jurisdictions")}, read as of {DisplayNames.Date(Assessment.AsOf)}.";
    }

    private static string PointsOf(ProvisionAssessment assessed) => string.Join('\n', [.. assessed.Contract, .. assessed.Actions, .. OpenQuestions(assessed)]);

    private static List<SharedPoint> Shared(IReadOnlyList<ProvisionAssessment> provisions, Func<ProvisionAssessment, IReadOnlyList<string>> select) =>
    [
        .. provisions
            .SelectMany(each => select(each).Distinct(StringComparer.Ordinal).Select(text => (text, each)))
            .GroupBy(pair => pair.text, pair => pair.each, StringComparer.Ordinal)
            .Select(group => new SharedPoint(group.Key, [.. group]))
            .OrderByDescending(point => point.Provisions.Max(each => each.Exposure.Level))
            .ThenByDescending(point => point.Provisions.Count),
    ];

    private static List<AssessmentSection> SectionsOf(IReadOnlyList<ProvisionAssessment> provisions)
    {
        var sections = new List<(string Title, List<ProvisionAssessment> Provisions)>();
        int depth = SharedDepth(provisions);
        foreach (ProvisionAssessment each in provisions)
        {
            IReadOnlyList<string> headings = each.Provision.Provision.Headings;
            string title = headings.Count > depth ? headings[depth] : headings.Count > 0 ? headings[^1] : "Opening";
            if (sections.Count == 0 || sections[^1].Title != title)
                sections.Add((title, []));
            sections[^1].Provisions.Add(each);
        }

        return [.. sections.Select((section, index) => new AssessmentSection(string.Create(CultureInfo.InvariantCulture, $"s-{index + 1}"), section.Title, section.Provisions))];
    }

    /// <summary>How many headings all provisions share: a document's title above everything parts nothing.</summary>
    private static int SharedDepth(IReadOnlyList<ProvisionAssessment> provisions)
    {
        List<IReadOnlyList<string>> paths = [.. provisions.Select(each => each.Provision.Provision.Headings).Where(path => path.Count > 0)];
        if (paths.Count < 2)
            return 0;

        int depth = 0;
        while (paths.TrueForAll(path => path.Count > depth && path[depth] == paths[0][depth]))
            depth++;
        return depth;
    }
}
