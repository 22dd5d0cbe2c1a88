namespace PolicyAnalysis.Tests.Documents;

/// <summary>What each feature of HTML becomes.</summary>
public sealed class HtmlBlockTests
{
    [Theory]
    [InlineData("<h2>Data</h2><h3>Plans</h3>", "h2: Data\nh3: Plans\n")]
    [InlineData("<div role='heading' aria-level='4'>Data</div>", "h4: Data\n")]
    [InlineData("<h2>Data</h2><p><strong>Your plan</strong></p><p>We keep it.</p>", "h2: Data\nh3: Your plan\np: We keep it.\n")]
    [InlineData("<p style='font-weight:bold'>Your plan</p><p>We keep it.</p>", "h2: Your plan\np: We keep it.\n")]
    [InlineData("<p><b>Your plan.</b> We keep it.</p>", "p: Your plan. We keep it.\n")]
    [InlineData("<details><summary>Data</summary><p>We keep it.</p></details>", "h2: Data\np: We keep it.\n")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "item1: [•] a\nitem2: [•] b\nitem1: [•] c\n")]
    [InlineData("<ol><li>a</li><li>b</li></ol>", "item1: [1.] a\nitem1: [2.] b\n")]
    [InlineData("<ol type='a' start='3'><li>a</li><li>b</li></ol>", "item1: [c.] a\nitem1: [d.] b\n")]
    [InlineData("<ol type='I' reversed><li>a</li><li>b</li></ol>", "item1: [II.] a\nitem1: [I.] b\n")]
    [InlineData("<ol><li value='7'>a</li><li>b</li></ol>", "item1: [7.] a\nitem1: [8.] b\n")]
    [InlineData("<ol style='list-style-type: lower-roman'><li>a</li><li>b</li></ol>", "item1: [i.] a\nitem1: [ii.] b\n")]
    [InlineData("<ol type='a' start='26'><li>a</li><li>b</li></ol>", "item1: [z.] a\nitem1: [aa.] b\n")]
    [InlineData("<h1><img alt='Privacy'></h1><p>We keep it.</p>", "h1: Privacy\np: We keep it.\n")]
    [InlineData("<p>We keep it.<img alt='A garden in spring'></p>", "p: We keep it.\n")]
    [InlineData("<table><tr><th>Data</th><th>Shared</th></tr><tr><td>Plans</td><td><img alt='Yes'></td></tr></table>", "columns: Data | Shared\nrow: Plans | Yes\n")]
    [InlineData("<p>We keep plans.<sup><a href='#n1'>1</a></sup></p><ol><li id='n1'>Of gardens. <a href='#r1'>↩</a></li></ol>", "p: We keep plans.1\nnote: [1.] Of gardens.\n")]
    [InlineData("<dl><dt>Garden</dt><dd>A place.</dd></dl>", "term: Garden\nmeaning: A place.\n")]
    [InlineData("<blockquote>We quote.</blockquote>", "quote: We quote.\n")]
    [InlineData("<pre>We  print.</pre>", "pre: We print.\n")]
    [InlineData("<p>a<br>b</p>", "p: a b\n")]
    [InlineData("<p>a<br><br>b</p>", "p: a\np: b\n")]
    [InlineData("<p>a<br>• b<br>• c</p>", "p: a\np: • b\np: • c\n")]
    [InlineData("<div>a<p>b</p>c</div>", "p: a\np: b\np: c\n")]
    [InlineData("<p>1&nbsp;&amp;&nbsp;2 &lt;3&gt; &copy;</p>", "p: 1 & 2 <3> ©\n")]
    [InlineData("<p>co\u00ADoperation and zero\u200Bwidth</p>", "p: cooperation and zerowidth\n")]
    [InlineData("<p>  many \n\t spaces  </p>", "p: many spaces\n")]
    [InlineData("<table><thead><tr><th>Data</th><th>Kept</th></tr></thead><tbody><tr><td>Plans</td><td>A year</td></tr></tbody></table>", "columns: Data | Kept\nrow: Plans | A year\n")]
    [InlineData("<table><tr><td><b>Data</b></td><td><b>Kept</b></td></tr><tr><td>Plans</td><td>A year</td></tr></table>", "columns: Data | Kept\nrow: Plans | A year\n")]
    [InlineData("<table role='presentation'><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td>c</td><td>d</td></tr></table>", "p: a\np: b\np: c\np: d\n")]
    public void A_feature_is_read_as_a_person_reads_it(string body, string outline) => Assert.Equal(outline, DocumentOutline.OfHtml(body));

    [Fact]
    public void A_link_keeps_its_words_and_its_target()
    {
        PolicyDocument document = DocumentOutline.Read("""<p>Ask <a href="../ask?a=1&amp;b=2">our desk</a> first.</p>""", PolicyMediaType.Html, new PolicyReadOptions { Address = new Uri("https://fernwick.example/legal/privacy") });
        DocumentLink link = Assert.Single(document.Links);
        Assert.Equal("our desk", link.Range.Of(document.Text));
        Assert.Equal("https://fernwick.example/ask?a=1&b=2", link.Target);
    }

    [Fact]
    public void An_anchor_stays_with_its_block() =>
        Assert.Equal("keep", DocumentOutline.Read("""<h2 id="keep">What we keep</h2><p>Plans.</p>""", PolicyMediaType.Html).Blocks[0].Anchor);

    [Fact]
    public void A_language_marked_on_a_part_is_the_language_of_its_blocks()
    {
        PolicyDocument document = DocumentOutline.Read("""<html lang="en-IE"><body><p>We keep it.</p><div lang="fr"><p>Nous le gardons.</p></div></body></html>""", PolicyMediaType.Html);
        Assert.Equal("en-IE", document.Language);
        Assert.Equal([null, "fr"], document.Blocks.Select(block => block.Language));
    }

    [Fact]
    public void Text_that_runs_from_right_to_left_stays_in_reading_order() =>
        Assert.Equal("p: אנחנו שומרים את התוכנית שלך.\n", DocumentOutline.OfHtml("<p dir='rtl'>אנחנו <b>שומרים</b> את התוכנית שלך.</p>"));

    [Fact]
    public void The_first_heading_of_the_first_rank_is_the_title() =>
        Assert.Equal("Privacy notice", DocumentOutline.Read("<html><head><title>Privacy | Fernwick</title></head><body><h1>Privacy notice</h1><p>We keep it.</p></body></html>", PolicyMediaType.Html).Title);

    [Fact]
    public void Without_such_a_heading_the_page_gives_its_title() =>
        Assert.Equal("Privacy | Fernwick", DocumentOutline.Read("<html><head><title> Privacy |\n Fernwick</title></head><body><p>We keep it.</p></body></html>", PolicyMediaType.Html).Title);

    [Theory]
    [InlineData("Privacy Notice", PolicyDocumentType.PrivacyNotice)]
    [InlineData("Terms of Service", PolicyDocumentType.TermsOfService)]
    [InlineData("Cookie Policy", PolicyDocumentType.CookieNotice)]
    [InlineData("Acceptable Use Policy", PolicyDocumentType.AcceptableUse)]
    [InlineData("Data Processing Addendum", PolicyDocumentType.DataProcessingAgreement)]
    [InlineData("Generative AI Terms", PolicyDocumentType.AiPolicy)]
    [InlineData("Impressum", PolicyDocumentType.Imprint)]
    [InlineData("Politique de confidentialité", PolicyDocumentType.PrivacyNotice)]
    [InlineData("Conditions générales de vente", PolicyDocumentType.CommercialTerms)]
    [InlineData("API Terms", PolicyDocumentType.DeveloperTerms)]
    [InlineData("About our capital", PolicyDocumentType.Unknown)]
    public void The_title_tells_the_kind_of_policy(string title, PolicyDocumentType type)
    {
        PolicyDocument document = DocumentOutline.Read($"<h1>{title}</h1><p>Plain words.</p>", PolicyMediaType.Html);
        Assert.Equal(type, document.DocumentType);
        Assert.InRange(document.DocumentTypeScore, type == PolicyDocumentType.Unknown ? 0 : 0.8, 1);
    }

    [Fact]
    public void Without_a_telling_title_the_words_of_the_text_do()
    {
        PolicyDocument document = DocumentOutline.Read("<h1>Fernwick</h1><p>We collect personal data such as your name. Personal data is kept for a year, and every data subject may ask.</p>", PolicyMediaType.Html);
        Assert.Equal(PolicyDocumentType.PrivacyNotice, document.DocumentType);
        Assert.InRange(document.DocumentTypeScore, 0.1, 0.79);
    }
}
