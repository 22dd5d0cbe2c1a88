namespace PolicyAnalysis.Reporting;

/// <summary>The media types of the formats.</summary>
internal static class ReportFormat
{
    public const string Html = "text/html";

    public const string Markdown = "text/markdown";

    public const string Json = "application/json";

    public const string Sarif = "application/sarif+json";

    public const string Csv = "text/csv";

    public const string Text = "text/plain";
}
