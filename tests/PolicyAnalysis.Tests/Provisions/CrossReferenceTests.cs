using PolicyAnalysis.Provisions;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>What provisions say of each other leads to the provision that is meant.</summary>
public sealed class CrossReferenceTests
{
    private const string Body = "<h2>2. Use</h2><p>You:</p><p>(a) draw;</p><p>(b) dig.</p><h2>3. Fees</h2><p>3.1 We bill:</p><p>(a) once;</p><p>(b) a year.</p><h2>4. Your rights</h2><p>4.2 You may ask.</p>";

    [Theory]
    [InlineData("see Section 4.2 above", "4.2 You may ask.")]
    [InlineData("as clause 3.1(b) says", "(b) a year.")]
    [InlineData("under paragraph (a) of Section 2", "(a) draw;")]
    [InlineData("gemäß Ziffer 4.2 dieser Bedingungen", "4.2 You may ask.")]
    [InlineData("nach § 3 Abs. 1 gilt", "3. Fees")]
    [InlineData("conformément à l'article 3", "3. Fees")]
    [InlineData("de acuerdo con la cláusula 3.1", "3.1 We bill:")]
    [InlineData("see the section “Your rights” below", "4. Your rights")]
    [InlineData("read the Your rights section", "4. Your rights")]
    [InlineData("as the section titled \"Fees\" says", "3. Fees")]
    public void A_spoken_reference_leads_to_its_provision(string words, string text)
    {
        IReadOnlyList<Provision> provisions = Segment(Body + $"<h2>5. End</h2><p>What you owe, {words}, stays due.</p>");
        Assert.Contains(provisions.Single(provision => provision.Text == text).Id, provisions[^1].References.Select(reference => reference.TargetId));
    }

    [Fact]
    public void A_mark_alone_means_a_part_of_the_same_clause()
    {
        IReadOnlyList<Provision> provisions = Segment("<h2>2. Use</h2><p>(a) You draw.</p><p>(b) You dig.</p><h2>3. Fees</h2><p>(a) We bill.</p><p>(b) What paragraph (a) says holds.</p>");
        Assert.Equal(provisions.Single(provision => provision.Text == "(a) We bill.").Id, Assert.Single(provisions[^1].References).TargetId);
    }

    [Fact]
    public void An_article_and_a_section_of_one_number_are_told_apart()
    {
        IReadOnlyList<Provision> provisions = Segment("<h2>Part 1 Use</h2><p>You draw.</p><h2>Section 1 Fees</h2><p>We bill as Section 1 and Part 1 say.</p>");
        Assert.Equal([provisions[2].Id, provisions[0].Id], provisions[^1].References.Select(reference => reference.TargetId));
    }

    [Fact]
    public void A_link_whose_place_is_lost_leads_to_the_heading_of_its_words()
    {
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(DocumentOutline.Read("See [Fees](https://fernwick.example/terms#x7).\n\n## 3\\. Fees\n\nWe bill.\n", PolicyMediaType.Markdown), TestContext.Current.CancellationToken);
        Assert.Equal(provisions[1].Id, Assert.Single(provisions[0].References).TargetId);
    }

    [Theory]
    [InlineData("Art. 6 Abs. 1 lit. f DSGVO gilt.")]
    [InlineData("We rely on Article 6(1)(b) and (f) of the UK GDPR.")]
    [InlineData("Under the GDPR, Article 13 asks for it.")]
    [InlineData("Nach § 305 ff. BGB gilt das.")]
    [InlineData("El artículo 22 de la Ley 34/2002 lo pide.")]
    [InlineData("Section 1798.100 says more.")]
    [InlineData("L’article 13 du code de la santé publique et l’article L. 13-1 le disent.")]
    [InlineData("Va. Code Ann. § 13-6 asks third part(y)(ies) for it.")]
    [InlineData("This is the part I like, and the section A reads best.")]
    public void Laws_and_plain_words_are_no_references(string sentence) =>
        Assert.Empty(Segment($"<h2>6. Law</h2><p>We ask.</p><h2>13. More</h2><p>{sentence}</p>")[^1].References);

    private static IReadOnlyList<Provision> Segment(string body) => ProvisionSegmenter.Segment(DocumentOutline.Read(body, PolicyMediaType.Html), TestContext.Current.CancellationToken);
}
