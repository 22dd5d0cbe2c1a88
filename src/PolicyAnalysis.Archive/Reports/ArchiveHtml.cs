using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>What every page about an archive ends with.</summary>
internal static class ArchiveHtml
{
    public static void Method(HtmlText html, string method)
    {
        html.Open("section", ("id", "sources"), ("aria-labelledby", "sources-title"));
        html.Element("h2", "Method and disclaimer", ("id", "sources-title"));
        html.Element("p", method);
        html.Open("p").Text("How every statement comes about: ").Element("a", "the method", ("href", PolicyDisclaimer.MethodAddress)).Text(".").Close();
        html.Element("p", PolicyDisclaimer.Text, ("class", "disclaimer"), ("role", "note"));
        html.Close();
    }
}
