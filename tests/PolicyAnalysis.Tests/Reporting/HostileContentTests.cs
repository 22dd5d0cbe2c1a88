using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Whatever a policy says, it stays text: it cannot mark up, run, link, steer a terminal or break a table of a report.</summary>
public sealed class HostileContentTests
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</style><script>x</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='x", "</blockquote>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;", "&#x3c;", "&",
        "`", "```", "~~~", "|", "\\|", "\\", "| --- |", "[x](javascript:alert(1))", "![x](https://invalid.example/i.png)", "<https://invalid.example>", "[a]: https://invalid.example", "**", "__", "*", "_", "~", "$", "#", "# h", "> q", "- item", "+ item", "1. item", "12) item", "---", "===", "    indented", "\tindented", ": term", "<del>", "</del>", "</ins>", "<details>",
        "\n", "\n\n", "\r\n", "\r", "\t", " ", "  \n", "\u00a0", "\u2028", "\u2029", "\u0085", "\0", "\u0001", "\u0007", "\u001b[31m", "\u009b31m", "\u007f", "\ufffe", "\uffff", "\ufeff", "\ud800", "\udc00", "\udc00\ud800", "\U0001F600",
        "\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\u200f", "\u061c", "نص", "עברית", "=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", ",", "\"", "'", ";", "word", "ﬁne", "e\u0301", "javascript:alert(1)", "{{x}}", "${x}", "%s", "\\u0000",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 12].Select(string.Concat);

    private static readonly Gen<string[]> Texts = Text.Array[8].Select(texts => (string[])["t" + texts[0], .. texts[1..]]);

    [Fact]
    public void HTML_parses_back_to_the_same_texts_and_holds_nothing_that_acts() => Texts.Sample(
        texts =>
        {
            foreach (string report in Reports(texts, "html"))
            {
                IDocument page = new HtmlParser().ParseDocument(report);
                HtmlReportTests.AssertInert(page);
                Assert.Equal(Shown(texts[0]), page.QuerySelector("h1")!.TextContent);
                string[] allowed = [Shown(texts[1]), Shown(texts[2])];
                Assert.All(page.QuerySelectorAll("blockquote"), quote => Assert.Contains(quote.TextContent, allowed));
                Assert.NotEmpty(page.QuerySelectorAll("blockquote"));
                Assert.Empty(page.QuerySelectorAll("main ~ *, body > :not(a, header, div)"));
            }
        },
        iter: 150);

    [Fact]
    public void Markdown_keeps_its_columns_marks_nothing_up_and_reads_as_the_text() => Texts.Sample(
        texts =>
        {
            foreach (string report in Reports(texts, "markdown"))
            {
                IDocument page = VerbatimQuoteTests.Render(report);
                Assert.Empty(page.QuerySelectorAll("body :not(h1, h2, h3, p, ul, li, blockquote, table, thead, tbody, tr, th, td, strong, br, del, ins, a)"));
                Assert.True(page.QuerySelectorAll("a").Length == 1, report);
                Assert.Equal(PolicyDisclaimer.MethodAddress, page.QuerySelector("a")!.GetAttribute("href"));
                Assert.All(page.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => Assert.Equal("href", attribute.Name));
                Assert.All(page.QuerySelectorAll("table"), table => Assert.Single(table.QuerySelectorAll("tr").Select(row => row.ChildElementCount).Distinct()));
                string[] allowed = [Marks(texts[1]), Marks(texts[2])];
                Assert.All(page.QuerySelectorAll("blockquote"), quote => Assert.Contains(Marks(quote.TextContent), allowed));
                Assert.Equal(Marks(texts[0]), Marks(page.QuerySelector("h1")!.TextContent).Replace(Marks(": 2025-01-01 → 2026-01-01"), "", StringComparison.Ordinal));
            }
        },
        iter: 150);

    [Fact]
    public void JSON_and_SARIF_parse_and_hold_the_same_texts() => Texts.Sample(
        texts =>
        {
            foreach (string report in Reports(texts, "json"))
            {
                Assert.Equal(1, report.Count(unit => unit == '\n'));
                using JsonDocument parsed = JsonDocument.Parse(report);
                Assert.Contains(Whole(texts[1]), Strings(parsed.RootElement));
            }

            foreach (string report in Reports(texts, "sarif"))
            {
                using JsonDocument parsed = JsonDocument.Parse(report);
                Assert.Contains(Whole(texts[1]), Strings(parsed.RootElement));
            }
        },
        iter: 150);

    [Fact]
    public void A_table_keeps_its_columns_and_no_cell_begins_like_a_formula() => Texts.Sample(
        texts =>
        {
            foreach (string report in Reports(texts, "csv"))
            {
                List<string[]> records = CsvRecords.Read(report);
                Assert.All(records.SelectMany(record => record), cell => Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)));
                Assert.Contains(Whole(texts[1]).Replace('\0', '\ufffd'), records.SelectMany(record => record).SelectMany(cell => (string[])[cell, CsvRecords.Unguarded(cell)]));
            }
        },
        iter: 150);

    [Fact]
    public void Plain_text_cannot_steer_a_terminal_and_no_line_of_a_quote_passes_for_one_of_the_report() => Texts.Sample(
        texts =>
        {
            foreach (string report in Reports(texts, "text"))
            {
                Assert.DoesNotContain(report, unit => (char.IsControl(unit) && unit != '\n') || unit is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
                Assert.DoesNotContain("\n" + PolicyDisclaimer.Text, report.Replace(PolicyDisclaimer.Text, "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        },
        iter: 150);

    private static IEnumerable<string> Reports(string[] texts, string format)
    {
        (PolicyComparison comparison, PolicyAssessment assessment, CompletenessResult completeness) = Poisoned(texts);
        return [RenderedReports.Of(comparison, format), RenderedReports.Of(assessment, format), RenderedReports.Of(completeness, format)];
    }

    /// <summary>Results whose every free text comes from a policy or might: a title, quotes, headings, sentences, names.</summary>
    private static (PolicyComparison Comparison, PolicyAssessment Assessment, CompletenessResult Completeness) Poisoned(string[] texts)
    {
        SampleText Document(string name, int year) => new SampleText(name + texts[3], texts[0])
        {
            Language = texts[4],
            Effective = new DateOnly(year, 1, 1),
            Address = new Uri("https://quillmere.example/privacy"),
            Diagnostics = [new PolicyDiagnostic { Code = texts[4], Message = texts[5] }],
        };
        AnalyzedPolicy before = Document("a", 2025).Under(texts[6], texts[7]).Add(texts[1], number: texts[4], leadIn: texts[5], types: [texts[6]]).Build();
        AnalyzedPolicy after = Document("b", 2026).Under(texts[5], texts[3]).Add(texts[2], types: [texts[6]]).Add(texts[1], types: [texts[6]]).Build();
        TextRange old = before.Provisions[0].Provision.Range;
        TextRange now = after.Provisions[0].Provision.Range;
        var change = new ChangeRecord
        {
            Operation = ChangeOperation.Modified,
            Before = new ChangeSide { Text = texts[1], Range = old, Headings = [texts[6], texts[7]], Provisions = before.Provisions },
            After = new ChangeSide { Text = texts[2], Range = now, Headings = [texts[5]], Provisions = [after.Provisions[0]] },
            Edits = [new TextEdit(EditOperation.Replace, new TextRange(old.Length / 3, old.Length), new TextRange(now.Start, now.Start + (now.Length / 2)))],
            Types = [texts[6]],
            Effects = [new ChangeEffect { Id = texts[7], Score = 0.5, Reason = texts[3] }],
            Materiality = Materiality.Material,
            MaterialityReasons = [texts[4]],
            Direction = ChangeDirection.Mixed,
            DirectionReasons = [texts[5]],
            Summary = texts[6],
            Review = [texts[7]],
        };
        var comparison = new PolicyComparison
        {
            Before = before,
            After = after,
            Changes = [change, change with { Materiality = Materiality.Editorial, Repeats = 2, Occurrences = [new ChangeOccurrence(null, now)] }],
            Dates = new ComparisonDates(new(2025, 1, 1), new(2026, 1, 1)),
            Warnings = [new ComparisonWarning(texts[7], texts[6])],
        };
        var factor = new ExposureFactor { Id = texts[3], Description = texts[4], Weight = 1, Evidence = after.Document.QuoteOf(after.Provisions[1].Provision.Range) };
        var exposure = new ExposureAssessment { Level = ExposureLevel.High, Raised = [factor], Lowered = [factor], Unknown = [texts[5]] };
        var assessment = new PolicyAssessment
        {
            Policy = after,
            AsOf = ReportSamples.AsOf,
            Exposure = exposure,
            Versions = after.Versions,
            Disclaimer = PolicyDisclaimer.Text,
            Provisions =
            [
                .. after.Provisions.Select(provision => new ProvisionAssessment
                {
                    RegulatoryType = "data-collected",
                    Subject = "the data collected",
                    Provision = provision,
                    Exposure = exposure,
                    Citations = [new RegulatoryLink { Id = texts[3], Display = texts[4], Relation = texts[5], Why = texts[6], Jurisdiction = texts[7], Applicability = texts[3], Status = texts[4] }],
                    Jurisdictions = [texts[7]],
                    Absent = [texts[3]],
                    Contract = [texts[4]],
                    Actions = [texts[5]],
                    Questions = [texts[6]],
                }),
            ],
        };
        var completeness = new CompletenessResult
        {
            Policy = after,
            RequirementSets = [texts[7]],
            AsOf = ReportSamples.AsOf,
            Versions = after.Versions,
            Disclaimer = PolicyDisclaimer.Text,
            Requirements =
            [
                new RequirementFinding { Id = texts[3], Citation = texts[4], Element = texts[5], Status = RequirementStatus.Found, Evidence = [after.Document.QuoteOf(after.Provisions[1].Provision.Range)], Score = 1, Reason = texts[6] },
                new RequirementFinding { Id = texts[3], Citation = texts[4], Element = texts[5], Status = RequirementStatus.NotFound, Evidence = [], Score = 0, Reason = texts[6], Candidates = [after.Document.QuoteOf(now)] },
            ],
        };
        return (comparison, assessment, completeness);
    }

    /// <summary>The text with what UTF-8 cannot hold replaced.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The text as a page can hold it: controls and noncharacters replaced as well.</summary>
    private static string Shown(string text) => string.Concat(Whole(text).Select(unit => (unit < ' ' && unit is not ('\n' or '\t' or '\r')) || unit is '\u007f' or '\ufffe' or '\uffff' ? '\ufffd' : unit));

    /// <summary>What can be seen of a text: no white space and no controls, which Markdown may set otherwise.</summary>
    private static string Marks(string text) => string.Concat(Whole(text).Where(unit => !char.IsWhiteSpace(unit) && !char.IsControl(unit) && unit is not ('\ufffd' or '\ufeff' or '\ufffe' or '\uffff')));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
