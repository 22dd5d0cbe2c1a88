using System.Globalization;
using System.Text;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>A page of an invented garden planner for each feature of HTML, and the document it becomes.</summary>
public sealed class HtmlPageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "PolicyAnalysis.Tests", "Documents", "Pages");

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        Directory.EnumerateFiles(Folder, "*.html").Order(StringComparer.Ordinal).Select(static path => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_becomes_the_document_that_a_person_reads(string name)
    {
        string path = Path.Combine(Folder, name + ".html");
        var options = new PolicyReadOptions { Address = new Uri("https://fernwick.example/legal/privacy") };
        var text = new StringBuilder();
        foreach (PolicyDocument document in PolicyDocument.LoadAll(path, options, TestContext.Current.CancellationToken))
            Write(text, document);
        GoldenFile.AssertSame(text.ToString(), Path.ChangeExtension(path, ".txt"));
    }

    private static void Write(StringBuilder text, PolicyDocument document)
    {
        text.Append(CultureInfo.InvariantCulture, $"title: {document.Title}\nkind: {document.DocumentType}, {document.DocumentTypeScore:0.00}\nlanguage: {document.Language}\ncharacter set: {document.Source.Charset}\n");
        foreach (StatedDate date in document.Dates)
            text.Append(CultureInfo.InvariantCulture, $"date: {date.Kind} {date.Date:yyyy-MM-dd} “{document.QuoteOf(date.Range).Text}”\n");
        foreach (StatedJurisdiction stated in document.Jurisdictions)
            text.Append(CultureInfo.InvariantCulture, $"region: {stated.Code}, {stated.Origin}\n");
        foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
            text.Append(CultureInfo.InvariantCulture, $"remark: {diagnostic.Code}\n");
        text.Append('\n').Append(DocumentOutline.Of(document)).Append('\n');
        foreach (DocumentBlock block in document.Blocks.Where(static block => block.Anchor is not null || block.Language is not null))
            text.Append(CultureInfo.InvariantCulture, $"“{Start(document, block.Range)}”:{(block.Anchor is null ? string.Empty : " #" + block.Anchor)}{(block.Language is null ? string.Empty : " " + block.Language)}\n");
        foreach (DocumentLink link in document.Links)
            text.Append(CultureInfo.InvariantCulture, $"“{link.Range.Of(document.Text)}” -> {link.Target}\n");
        text.Append('\n');
    }

    private static string Start(PolicyDocument document, TextRange range) => document.Text.Substring(range.Start, Math.Min(20, range.Length));
}
