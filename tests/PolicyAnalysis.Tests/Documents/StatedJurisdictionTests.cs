namespace PolicyAnalysis.Tests.Documents;

/// <summary>Which region's version a document says it is.</summary>
public sealed class StatedJurisdictionTests
{
    [Theory]
    [InlineData("Privacy Notice for California Residents", "US-CA")]
    [InlineData("EEA Privacy Notice", "EEA")]
    [InlineData("Privacy Policy (UK)", "GB")]
    [InlineData("PRIVACY POLICY FOR US ALL", "")]
    [InlineData("Terms for users outside the EU", "")]
    [InlineData("Privacy Notice", "")]
    public void A_title_says_it(string title, string codes) =>
        Assert.Equal(codes, Codes(Read($"<h1>{title}</h1><p>We keep your plan.</p>"), StatedJurisdictionOrigin.Title));

    [Theory]
    [InlineData("This privacy notice applies to residents of California and Colorado.", "US-CA US-CO")]
    [InlineData("These terms apply to you if you are a user located in the European Union.", "EU")]
    [InlineData("This policy applies to all gardens. Our servers stand in Ireland.", "")]
    [InlineData("These terms do not apply to residents of California.", "")]
    public void A_sentence_near_the_top_says_it(string sentence, string codes) =>
        Assert.Equal(codes, Codes(Read($"<h1>Terms</h1><p>{sentence}</p>"), StatedJurisdictionOrigin.Text));

    [Fact]
    public void The_quote_is_a_slice_of_the_text()
    {
        PolicyDocument document = Read("<h1>Terms</h1><p>Welcome. This notice is for users in Canada. Enjoy.</p>");
        StatedJurisdiction stated = Assert.Single(document.Jurisdictions);
        Assert.Equal("This notice is for users in Canada.", stated.Quote);
        Assert.Equal(stated.Quote, stated.Range!.Value.Of(document.Text));
    }

    [Theory]
    [InlineData("https://fernwick.example/en-gb/privacy", "GB")]
    [InlineData("https://fernwick.example/legal/privacy-policy-eea", "EEA")]
    [InlineData("https://fernwick.example/legal/privacy-california", "US-CA")]
    [InlineData("https://fernwick.example/de/privacy", "")]
    public void An_address_says_it(string address, string codes) =>
        Assert.Equal(codes, Codes(Read("<h1>Terms</h1><p>Plain.</p>", new Uri(address)), StatedJurisdictionOrigin.Address));

    [Fact]
    public void The_region_of_a_language_is_the_weakest_statement() =>
        Assert.Equal("GB", Codes(Read("<html lang='en-GB'><body><p>Plain.</p></body></html>"), StatedJurisdictionOrigin.Language));

    private static string Codes(PolicyDocument document, StatedJurisdictionOrigin origin) =>
        string.Join(' ', document.Jurisdictions.Where(stated => stated.Origin == origin).Select(stated => stated.Code));

    private static PolicyDocument Read(string html, Uri? address = null) => DocumentOutline.Read(html, PolicyMediaType.Html, new PolicyReadOptions { Address = address });
}
