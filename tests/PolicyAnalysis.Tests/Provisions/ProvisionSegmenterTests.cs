using PolicyAnalysis.Provisions;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>How a document becomes provisions.</summary>
public sealed class ProvisionSegmenterTests
{
    [Fact]
    public void An_item_has_its_lead_in_from_outside_the_list()
    {
        Provision item = Single("<h2>Data</h2><p>We collect:</p><ul><li>your name</li><li>your plan</li></ul>", "your plan");
        Assert.Equal("We collect:", item.LeadIn);
        Assert.Equal(["Data"], item.Headings);
        Assert.Equal(ProvisionKind.ListItem, item.Kind);
    }

    [Fact]
    public void A_nested_item_is_led_in_by_the_item_it_hangs_on() =>
        Assert.Equal("We share it with:", Single("<ul><li>We share it with:<ul><li>neighbours</li></ul></li></ul>", "neighbours").LeadIn);

    [Fact]
    public void A_row_has_the_headers_of_its_columns()
    {
        Provision row = Single("<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Plans</td><td>Two years</td></tr></table>", "Plans\tTwo years");
        Assert.Equal(["Data", "Kept"], row.TableHeaders);
        Assert.Equal(ProvisionKind.TableRow, row.Kind);
        Assert.Equal(2, row.Cells.Count);
    }

    [Fact]
    public void A_header_over_several_columns_stands_over_each_of_their_cells() =>
        Assert.Equal(["Data", "Kept", "Kept"], Single("<table><tr><th>Data</th><th colspan=2>Kept</th></tr><tr><td>Plans</td><td>A year</td><td>At home</td></tr></table>", "Plans\tA year\tAt home").TableHeaders);

    [Fact]
    public void A_footnotes_mark_leads_to_the_note()
    {
        IReadOnlyList<Provision> provisions = Segment(DocumentOutline.Read("<p>We keep plans.<sup><a href='#n1'>1</a></sup></p><div id='n1'><p id='x'>Of gardens.</p></div>", PolicyMediaType.Html));
        Assert.Equal(ProvisionKind.Footnote, provisions[1].Kind);
        Assert.Equal(provisions[1].Id, Assert.Single(provisions[0].References).TargetId);
    }

    [Theory]
    [InlineData("<h2>4. Fees</h2><p>4.2 We bill once a year for every garden.</p>", "4.2 We bill", "4.2")]
    [InlineData("<h2>Article 5 Fees</h2><p>We bill once.</p>", "Article 5", "Article 5")]
    [InlineData("<h2>§ 3 Entgelt</h2><p>Wir rechnen ab.</p>", "§ 3", "§ 3")]
    [InlineData("<h2>IV. Fees</h2><p>We bill once.</p>", "IV.", "IV")]
    [InlineData("<h2>2. Use</h2><ol type='a'><li>to draw</li><li>to share</li></ol>", "to share", "2(b)")]
    [InlineData("<h2>2.1 Use</h2><p>(c) You draw beds only.</p>", "(c) You", "2.1(c)")]
    [InlineData("<ol start='3'><li>to draw</li><li>to share</li></ol>", "to share", "4")]
    public void A_provision_has_the_number_that_a_reader_would_cite(string body, string start, string number) =>
        Assert.Equal(number, Starting(body, start).Number);

    [Theory]
    [InlineData("<dl><dt>Garden</dt><dd>a place that you draw</dd></dl>", "Garden")]
    [InlineData("<p>“Garden” means a place that you draw.</p>", "Garden")]
    [InlineData("<p>1.3 \"Garden Plan\" refers to what you draw.</p>", "Garden Plan")]
    [InlineData("<ul><li>\"Garden\" has the meaning given by the law.</li></ul>", "Garden")]
    public void A_definition_names_its_term(string body, string term)
    {
        PolicyDocument document = DocumentOutline.Read(body, PolicyMediaType.Html);
        Provision definition = Assert.Single(Segment(document), provision => provision.TermRange is not null);
        Assert.Equal(term, definition.TermRange!.Value.Of(document.Text));
    }

    [Fact]
    public void A_sentence_with_quotes_defines_nothing() =>
        Assert.All(Segment(DocumentOutline.Read("<p>“Delete” is a button that you press.</p>", PolicyMediaType.Html)), provision => Assert.Null(provision.TermRange));

    [Fact]
    public void The_tree_of_clauses_leads_from_an_item_to_its_heading()
    {
        IReadOnlyList<Provision> provisions = Segment(DocumentOutline.Read("<h1>Terms</h1><h2>2. Use</h2><p>You may:</p><ul><li>draw</li></ul><p>2.1 First.</p><p>(a) Part of it.</p>", PolicyMediaType.Html));
        int?[] parents = [.. provisions.Select(provision => provision.ParentOrdinal)];
        Assert.Equal([null, 0, 1, 2, 1, 4], parents);
    }

    [Fact]
    public void A_reference_leads_to_the_provision_of_that_number()
    {
        PolicyDocument document = DocumentOutline.Read("<h2>4. Fees</h2><p>4.2 We bill once a year.</p><h2>5. End</h2><p>Clauses 4 and 4.2 stay in force, and Section 9 never was.</p>", PolicyMediaType.Html);
        IReadOnlyList<Provision> provisions = Segment(document);
        Provision citing = provisions[^1];
        Assert.Equal(["4", "4.2", "9"], citing.References.Select(reference => reference.Number));
        Assert.Equal([provisions[0].Id, provisions[1].Id, null], citing.References.Select(reference => reference.TargetId));
        Assert.Equal("4.2", citing.References[1].Range.Of(document.Text));
    }

    [Fact]
    public void A_link_inside_the_page_is_a_reference()
    {
        IReadOnlyList<Provision> provisions = Segment(DocumentOutline.Read("""<p>See <a href="#fees">what it costs</a>.</p><h2 id="fees">Fees</h2><p>We bill.</p>""", PolicyMediaType.Html));
        Assert.Equal(provisions[1].Id, Assert.Single(provisions[0].References).TargetId);
    }

    [Theory]
    [InlineData("<h2>6. Law</h2><p>We rely on Article 6(1)(f) of the GDPR.</p>")]
    [InlineData("<h2>5. Law</h2><p>Section 5 of the Federal Trade Commission Act applies.</p>")]
    [InlineData("<h2>6. Recht</h2><p>Wir stützen uns auf Artikel 6 DSGVO.</p>")]
    public void A_reference_to_a_law_is_not_one_to_the_document(string body) =>
        Assert.Empty(Segment(DocumentOutline.Read(body, PolicyMediaType.Html))[^1].References);

    [Fact]
    public void An_id_survives_edits_elsewhere()
    {
        Provision before = Single("<h2>1. Data</h2><p>We keep your plan.</p>", "We keep your plan.");
        Provision after = Single("<p>New words on top.</p><h2>2. What we keep</h2><p>An added clause.</p><p>We keep your plan.</p>", "We keep your plan.");
        Assert.Equal(before.Id, after.Id);
    }

    [Fact]
    public void Equal_texts_have_ids_of_their_own()
    {
        IReadOnlyList<Provision> provisions = Segment(DocumentOutline.Read("<h2>Plans</h2><p>See above.</p><h2>Beds</h2><p>See above.</p><p>See above.</p>", PolicyMediaType.Html));
        Assert.Equal(provisions.Count, provisions.Select(provision => provision.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Segmentation_loses_no_text()
    {
        PolicyDocument document = DocumentOutline.Read("<h1>T</h1><p>a</p><dl><dt>b</dt><dd>c</dd><dd>d</dd></dl><table><tr><th>e</th><th>f</th></tr><tr><td>g</td><td>h</td></tr></table><blockquote>i</blockquote><pre>j</pre><ol><li>k<ul><li>l</li></ul></li></ol>", PolicyMediaType.Html);
        IEnumerable<Provision> provisions = Segment(document);
        Assert.Equal(WithoutSpace(document.Text), WithoutSpace(string.Concat(provisions.Select(provision => provision.Text))));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static IReadOnlyList<Provision> Segment(PolicyDocument document) => ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken);

    private static Provision Single(string body, string text) => Assert.Single(Segment(DocumentOutline.Read(body, PolicyMediaType.Html)), provision => provision.Text == text);

    private static Provision Starting(string body, string start) =>
        Assert.Single(Segment(DocumentOutline.Read(body, PolicyMediaType.Html)), provision => provision.Text.StartsWith(start, StringComparison.Ordinal));
}
