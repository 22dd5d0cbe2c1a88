using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>In JSON, SARIF, Markdown and CSV, too, a quote is its slice of the canonical text.</summary>
public sealed class VerbatimQuoteTests
{
    public static TheoryData<string> Kinds => ["comparison", "assessment", "completeness"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_object_of_a_JSON_report_with_start_and_end_holds_that_slice(string kind)
    {
        IReadOnlyList<PolicyDocument> documents = RenderedReports.Documents(kind);
        using JsonDocument report = JsonDocument.Parse(RenderedReports.Of(kind, "json"));
        Assert.True(Walk(report.RootElement, documents[^1], documents) > 3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_quote_of_a_SARIF_log_stands_in_the_canonical_text(string kind)
    {
        IReadOnlyList<PolicyDocument> documents = RenderedReports.Documents(kind);
        using JsonDocument log = JsonDocument.Parse(RenderedReports.Of(kind, "sarif"));
        int found = 0;
        foreach (JsonElement result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            foreach (JsonProperty property in result.GetProperty("properties").EnumerateObject().Where(property => property.Name is "quote" or "before" or "after"))
            {
                found++;
                Assert.Contains(property.Value.GetString()!, (property.Name == "before" ? documents[0] : documents[^1]).Text, StringComparison.Ordinal);
            }
        }

        Assert.True(found > 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_quote_of_a_Markdown_report_reads_as_the_canonical_text_once_rendered(string kind)
    {
        IReadOnlyList<PolicyDocument> documents = RenderedReports.Documents(kind);
        IHtmlCollection<IElement> quotes = Render(RenderedReports.Of(kind, "markdown")).QuerySelectorAll("blockquote");
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Contains(documents, document => document.Text.Contains(quote.TextContent.Trim(), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_quote_of_a_table_is_the_slice_that_its_record_names(string kind)
    {
        IReadOnlyList<PolicyDocument> documents = RenderedReports.Documents(kind);
        List<string[]> records = CsvRecords.Read(RenderedReports.Of(kind, "csv"));
        string[] header = records[0];
        (string Text, string Start, string End, PolicyDocument Document)[] quotes = kind switch
        {
            "comparison" => [("before", "beforeStart", "beforeEnd", documents[0]), ("after", "afterStart", "afterEnd", documents[1])],
            "assessment" => [("text", "start", "end", documents[0])],
            _ => [("quote", "start", "end", documents[0])],
        };
        int found = 0;
        foreach (string[] record in records.Skip(1))
        {
            foreach ((string text, string start, string end, PolicyDocument document) in quotes)
            {
                if (!int.TryParse(record[Array.IndexOf(header, start)], out int first))
                    continue;
                found++;
                string slice = new TextRange(first, int.Parse(record[Array.IndexOf(header, end)], System.Globalization.CultureInfo.InvariantCulture)).Of(document.Text);
                Assert.Equal(slice, CsvRecords.Unguarded(record[Array.IndexOf(header, text)]));
            }
        }

        Assert.True(found > 1);
    }

    internal static IDocument Render(string markdown)
    {
        MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
        return new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(markdown, pipeline));
    }

    private static int Walk(JsonElement element, PolicyDocument document, IReadOnlyList<PolicyDocument> documents)
    {
        int found = 0;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                found += Walk(item, document, documents);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return found;

        if (element.TryGetProperty("start", out JsonElement start))
        {
            JsonElement quote = element.TryGetProperty("quote", out JsonElement named) ? named : element.GetProperty("text");
            Assert.Equal(new TextRange(start.GetInt32(), element.GetProperty("end").GetInt32()).Of(document.Text), quote.GetString());
            found++;
        }

        foreach (JsonProperty property in element.EnumerateObject())
            found += Walk(property.Value, property.Name == "before" ? documents[0] : document, documents);
        return found;
    }
}
