namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Every report in every format, of the usual samples and of those with nothing in them.</summary>
internal static class RenderedReports
{
    public static readonly IReadOnlyDictionary<string, string> Extensions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["html"] = ".html",
        ["markdown"] = ".md",
        ["json"] = ".json",
        ["sarif"] = ".sarif",
        ["csv"] = ".csv",
        ["text"] = ".txt",
    };

    public static readonly IReadOnlyList<string> Kinds = ["comparison", "assessment", "completeness", "comparison-of-nothing", "assessment-of-nothing", "completeness-of-nothing"];

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (string kind in Kinds)
        {
            foreach (string format in Extensions.Keys)
                all.Add(kind, format);
        }

        return all;
    }

    public static TheoryData<string> AllKinds() => [.. Kinds];

    public static string Of(string kind, string format) => kind switch
    {
        "comparison" => Of(ReportSamples.Comparison, format),
        "assessment" => Of(ReportSamples.Assessment, format),
        "completeness" => Of(ReportSamples.Completeness, format),
        "comparison-of-nothing" => Of(ReportSamples.NoChange, format),
        "assessment-of-nothing" => Of(ReportSamples.Nothing, format),
        _ => Of(ReportSamples.Unchecked, format),
    };

    /// <summary>The documents that a kind of report is about.</summary>
    public static IReadOnlyList<PolicyDocument> Documents(string kind) => kind switch
    {
        "comparison" => [ReportSamples.Comparison.Before.Document, ReportSamples.Comparison.After.Document],
        "assessment" => [ReportSamples.Assessment.Policy.Document],
        "completeness" => [ReportSamples.Completeness.Policy.Document],
        "comparison-of-nothing" => [ReportSamples.NoChange.Before.Document, ReportSamples.NoChange.After.Document],
        _ => [ReportSamples.Nothing.Policy.Document],
    };

    public static string Of(PolicyComparison comparison, string format) => format switch
    {
        "html" => comparison.ToHtml().Content,
        "markdown" => comparison.ToMarkdown().Content,
        "json" => comparison.ToJson().Content,
        "sarif" => comparison.ToSarif().Content,
        "csv" => comparison.ToCsv().Content,
        _ => comparison.ToText().Content,
    };

    public static string Of(PolicyAssessment assessment, string format) => format switch
    {
        "html" => assessment.ToHtml().Content,
        "markdown" => assessment.ToMarkdown().Content,
        "json" => assessment.ToJson().Content,
        "sarif" => assessment.ToSarif().Content,
        "csv" => assessment.ToCsv().Content,
        _ => assessment.ToText().Content,
    };

    public static string Of(CompletenessResult result, string format) => format switch
    {
        "html" => result.ToHtml().Content,
        "markdown" => result.ToMarkdown().Content,
        "json" => result.ToJson().Content,
        "sarif" => result.ToSarif().Content,
        "csv" => result.ToCsv().Content,
        _ => result.ToText().Content,
    };
}
