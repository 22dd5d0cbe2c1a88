using PolicyAnalysis.Reporting;
using PolicyAnalysis.Reporting.Csv;
using PolicyAnalysis.Reporting.Html;
using PolicyAnalysis.Reporting.Json;
using PolicyAnalysis.Reporting.Markdown;
using PolicyAnalysis.Reporting.Plain;
using PolicyAnalysis.Reporting.Sarif;

namespace PolicyAnalysis;

/// <summary>Turns results into reports: HTML, Markdown, JSON, SARIF 2.1.0, CSV and plain text.</summary>
/// <remarks>
/// Static and thread-safe. Every report carries the disclaimer, the method's address, the versions of everything that had a
/// part in it and the SHA-256 of each source. Time and space are linear in the size of the result.
/// </remarks>
public static class PolicyReports
{
    /// <summary>The assessment as one self-contained HTML page: nothing is loaded, no script runs.</summary>
    /// <param name="assessment">The assessment.</param>
    public static RenderedReport ToHtml(this PolicyAssessment assessment) => Render(assessment, AssessmentHtml.Write, ReportFormat.Html);

    /// <summary>The assessment as Markdown (CommonMark with tables).</summary>
    /// <param name="assessment">The assessment.</param>
    public static RenderedReport ToMarkdown(this PolicyAssessment assessment) => Render(assessment, AssessmentMarkdown.Write, ReportFormat.Markdown);

    /// <summary>The assessment as one JSON object on one line; its schema is <c>docs/schemas/analysis.schema.json</c>.</summary>
    /// <param name="assessment">The assessment.</param>
    public static RenderedReport ToJson(this PolicyAssessment assessment) => Render(assessment, AssessmentJson.Write, ReportFormat.Json);

    /// <summary>The assessment as a SARIF 2.1.0 log: a result for each provision, with line and column of the source.</summary>
    /// <param name="assessment">The assessment.</param>
    public static RenderedReport ToSarif(this PolicyAssessment assessment) => Render(assessment, AssessmentSarif.Write, ReportFormat.Sarif);

    /// <summary>The assessment as CSV (RFC 4180) for a spreadsheet: a record for each provision, then what was read and how; the first column says which.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <remarks>A cell that a spreadsheet would run as a formula gets an apostrophe in front.</remarks>
    public static RenderedReport ToCsv(this PolicyAssessment assessment) => Render(assessment, AssessmentCsv.Write, ReportFormat.Csv);

    /// <summary>The assessment as plain text for a console.</summary>
    /// <param name="assessment">The assessment.</param>
    public static RenderedReport ToText(this PolicyAssessment assessment) => Render(assessment, AssessmentText.Write, ReportFormat.Text);

    /// <summary>The comparison as one self-contained HTML page with both texts side by side: nothing is loaded, no script runs.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToHtml(this PolicyComparison comparison) => Render(comparison, ComparisonHtml.Write, ReportFormat.Html);

    /// <summary>The comparison as Markdown (CommonMark with tables, <c>del</c> and <c>ins</c> for the edited words).</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToMarkdown(this PolicyComparison comparison) => Render(comparison, ComparisonMarkdown.Write, ReportFormat.Markdown);

    /// <summary>The comparison as one JSON object on one line; its schema is <c>docs/schemas/comparison.schema.json</c>.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToJson(this PolicyComparison comparison) => Render(comparison, ComparisonJson.Write, ReportFormat.Json);

    /// <summary>The comparison as a SARIF 2.1.0 log: a result for each change; a warning where it is material and against the user.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToSarif(this PolicyComparison comparison) => Render(comparison, ComparisonSarif.Write, ReportFormat.Sarif);

    /// <summary>The comparison as CSV (RFC 4180) for a spreadsheet: a record for each change, then what was read and how; the first column says which.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <remarks>A cell that a spreadsheet would run as a formula gets an apostrophe in front.</remarks>
    public static RenderedReport ToCsv(this PolicyComparison comparison) => Render(comparison, ComparisonCsv.Write, ReportFormat.Csv);

    /// <summary>The comparison as plain text for a console.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToText(this PolicyComparison comparison) => Render(comparison, ComparisonText.Write, ReportFormat.Text);

    /// <summary>The check as one self-contained HTML page: nothing is loaded, no script runs.</summary>
    /// <param name="result">The result of the check.</param>
    public static RenderedReport ToHtml(this CompletenessResult result) => Render(result, CompletenessHtml.Write, ReportFormat.Html);

    /// <summary>The check as Markdown (CommonMark with tables).</summary>
    /// <param name="result">The result of the check.</param>
    public static RenderedReport ToMarkdown(this CompletenessResult result) => Render(result, CompletenessMarkdown.Write, ReportFormat.Markdown);

    /// <summary>The check as one JSON object on one line; its schema is <c>docs/schemas/completeness.schema.json</c>.</summary>
    /// <param name="result">The result of the check.</param>
    public static RenderedReport ToJson(this CompletenessResult result) => Render(result, CompletenessJson.Write, ReportFormat.Json);

    /// <summary>The check as a SARIF 2.1.0 log: a result for each element; a warning where no passage was recognised.</summary>
    /// <param name="result">The result of the check.</param>
    public static RenderedReport ToSarif(this CompletenessResult result) => Render(result, CompletenessSarif.Write, ReportFormat.Sarif);

    /// <summary>The check as CSV (RFC 4180) for a spreadsheet: a record for each element, then what was read and how; the first column says which.</summary>
    /// <param name="result">The result of the check.</param>
    /// <remarks>A cell that a spreadsheet would run as a formula gets an apostrophe in front.</remarks>
    public static RenderedReport ToCsv(this CompletenessResult result) => Render(result, CompletenessCsv.Write, ReportFormat.Csv);

    /// <summary>The check as plain text for a console.</summary>
    /// <param name="result">The result of the check.</param>
    public static RenderedReport ToText(this CompletenessResult result) => Render(result, CompletenessText.Write, ReportFormat.Text);

    /// <summary>What a gate found as one self-contained HTML page: nothing is loaded, no script runs.</summary>
    /// <param name="result">The result of the gate.</param>
    public static RenderedReport ToHtml(this GateResult result) => Render(result, GateHtml.Write, ReportFormat.Html);

    /// <summary>What a gate found as Markdown (CommonMark).</summary>
    /// <param name="result">The result of the gate.</param>
    public static RenderedReport ToMarkdown(this GateResult result) => Render(result, GateMarkdown.Write, ReportFormat.Markdown);

    /// <summary>What a gate found as CSV (RFC 4180) for a spreadsheet: a record for each finding, then what was read and how.</summary>
    /// <param name="result">The result of the gate.</param>
    /// <remarks>A cell that a spreadsheet would run as a formula gets an apostrophe in front.</remarks>
    public static RenderedReport ToCsv(this GateResult result) => Render(result, GateCsv.Write, ReportFormat.Csv);

    /// <summary>What a gate found as one JSON object on one line; its schema is <c>docs/schemas/gate.schema.json</c>.</summary>
    /// <param name="result">The result of the gate.</param>
    public static RenderedReport ToJson(this GateResult result) => Render(result, GateJson.Write, ReportFormat.Json);

    /// <summary>What a gate found as a SARIF 2.1.0 log: a result for each finding; an error where it closes the gate.</summary>
    /// <param name="result">The result of the gate.</param>
    public static RenderedReport ToSarif(this GateResult result) => Render(result, GateSarif.Write, ReportFormat.Sarif);

    /// <summary>What a gate found as plain text for a console.</summary>
    /// <param name="result">The result of the gate.</param>
    public static RenderedReport ToText(this GateResult result) => Render(result, GateText.Write, ReportFormat.Text);

    private static RenderedReport Render<T>(T result, Func<T, string> write, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RenderedReport(write(result), mediaType);
    }
}
