namespace PolicyAnalysis.Cli;

/// <summary>The forms one result can be written in; only the one that is asked for is made.</summary>
internal sealed record ReportForms(Func<RenderedReport> Text, Func<RenderedReport> Markdown, Func<RenderedReport> Html, Func<RenderedReport> Json, Func<RenderedReport> Sarif, Func<RenderedReport> Csv)
{
    public static ReportForms Of(PolicyAssessment result) => new(result.ToText, result.ToMarkdown, result.ToHtml, result.ToJson, result.ToSarif, result.ToCsv);

    public static ReportForms Of(PolicyComparison result) => new(result.ToText, result.ToMarkdown, result.ToHtml, result.ToJson, result.ToSarif, result.ToCsv);

    public static ReportForms Of(CompletenessResult result) => new(result.ToText, result.ToMarkdown, result.ToHtml, result.ToJson, result.ToSarif, result.ToCsv);

    public static ReportForms Of(GateResult result) => new(result.ToText, result.ToMarkdown, result.ToHtml, result.ToJson, result.ToSarif, result.ToCsv);

    public RenderedReport In(string format) => format switch
    {
        "text" => Text(),
        "markdown" => Markdown(),
        "html" => Html(),
        "json" => Json(),
        "sarif" => Sarif(),
        "csv" => Csv(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format."),
    };
}
