namespace PolicyAnalysis.Tests.Documents;

/// <summary>Pages that hold more than one policy.</summary>
public sealed class SeveralPoliciesTests
{
    private static readonly string Terms = "<h2>Terms of Service</h2><h3>1. The plan</h3>" + Paragraphs("terms");
    private static readonly string Privacy = "<h2>Privacy Policy</h2><h3>1. What we keep</h3>" + Paragraphs("accounts");
    private static readonly string Cookies = "<h2>Cookie Policy</h2><h3>Which cookies</h3>" + Paragraphs("cookies");

    [Theory]
    [InlineData(PolicyDocumentType.TermsOfService, "Terms of Service", "keeps terms 1 ", "keeps accounts 1 ")]
    [InlineData(PolicyDocumentType.PrivacyNotice, "Privacy Policy", "keeps accounts 1 ", "keeps cookies 1 ")]
    [InlineData(PolicyDocumentType.CookieNotice, "Cookie Policy", "keeps cookies 1 ", "keeps terms 1 ")]
    public void The_policy_that_is_asked_for_is_taken(PolicyDocumentType wanted, string title, string inside, string outside)
    {
        PolicyDocument document = Read($"<h1>Legal</h1>{Terms}{Privacy}{Cookies}", wanted);
        Assert.Equal(title, document.Title);
        Assert.Equal(wanted, document.DocumentType);
        Assert.Contains(inside, document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(outside, document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "one-of-several-policies");
    }

    [Fact]
    public void All_policies_of_a_page_are_returned_and_picked_by_kind()
    {
        string page = $"<html><body><main><h1>Legal</h1>{Terms}{Privacy}{Cookies}</main></body></html>";
        IReadOnlyList<PolicyDocument> all = PolicyDocument.ParseAll(page, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([PolicyDocumentType.TermsOfService, PolicyDocumentType.PrivacyNotice, PolicyDocumentType.CookieNotice], all.Select(document => document.DocumentType));
        Assert.All(all, document => Assert.Equal(document.Text[0], page[document.GetSourcePosition(0).Offset]));
        Assert.Equal("Cookie Policy", Assert.Single(PolicyDocument.ParseAll(page, new PolicyReadOptions { DocumentType = PolicyDocumentType.CookieNotice }, TestContext.Current.CancellationToken)).Title);
        Assert.Empty(PolicyDocument.ParseAll(page, new PolicyReadOptions { DocumentType = PolicyDocumentType.Imprint }, TestContext.Current.CancellationToken));
        Assert.Single(PolicyDocument.ParseAll("<h1>Privacy notice</h1><p>We keep it.</p>", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_wanted_kind_the_whole_page_is_read()
    {
        PolicyDocument document = Read($"<h1>Legal</h1>{Terms}{Privacy}{Cookies}", wanted: null);
        Assert.Contains("keeps terms 1 ", document.Text, StringComparison.Ordinal);
        Assert.Contains("keeps cookies 1 ", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_that_only_the_pages_contents_name_are_found()
    {
        string page =
            $"""
            <nav><a href="#t">Terms of use</a><a href="#p">Privacy notice</a></nav>
            <div id="t"><div><p>Terms of use</p></div><h2>Preamble</h2>{Paragraphs("terms")}</div>
            <div id="p"><div><p>Privacy notice</p></div><h2>Preamble</h2>{Paragraphs("accounts")}</div>
            """;
        PolicyDocument document = Read(page, PolicyDocumentType.PrivacyNotice);
        Assert.Equal("Privacy notice", document.Title);
        Assert.Equal(HeadingOrigin.Contents, document.Blocks[0].HeadingOrigin);
        Assert.Equal(1, document.Blocks[0].Level);
        Assert.DoesNotContain("keeps terms", document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h2>Privacy</h2>", "<h2>Cookies</h2>")]
    [InlineData("<h2>Changes to our Cookie Policy</h2>", "<h2>What does this Privacy Policy cover?</h2>")]
    [InlineData("<h2>A. Cookie Policy</h2>", "<h2>B. Copyright Policy</h2>")]
    [InlineData("<h2>8. Cookie Policy</h2>", "<h2>9. Copyright Policy</h2>")]
    public void Chapters_of_one_policy_are_not_policies(string first, string second)
    {
        PolicyDocument document = Read($"<h1>Terms of Service</h1>{first}{Paragraphs("terms")}{second}{Paragraphs("more terms")}", PolicyDocumentType.TermsOfService);
        Assert.Contains("keeps terms 1 ", document.Text, StringComparison.Ordinal);
        Assert.Contains("keeps more terms 1 ", document.Text, StringComparison.Ordinal);
        Assert.Empty(document.Diagnostics);
    }

    private static string Paragraphs(string word) => string.Concat(Enumerable.Range(1, 9).Select(number => DocumentOutline.Prose($"{word} {number} ")));

    private static PolicyDocument Read(string main, PolicyDocumentType? wanted) =>
        DocumentOutline.Read($"<html><head><title>Fernwick</title></head><body><main>{main}</main></body></html>", PolicyMediaType.Html, new PolicyReadOptions { DocumentType = wanted });
}
