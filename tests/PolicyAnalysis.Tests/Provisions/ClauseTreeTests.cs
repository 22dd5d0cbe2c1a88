using System.Text;
using CsCheck;
using PolicyAnalysis.Documents;
using PolicyAnalysis.Provisions;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>Numbers in text become a tree of clauses, also where lists begin anew or are interrupted.</summary>
public sealed class ClauseTreeTests
{
    [Theory]
    [InlineData("<h2>2. Use</h2><p>2.1.3(b) You draw beds.</p>", "2.1.3(b)", "2.1.3(b)")]
    [InlineData("<h2>Section 4.</h2><p>1) You draw beds.</p>", "1) You", "1")]
    [InlineData("<h2>Section 4. Fees</h2><p>We bill.</p>", "Section 4", "Section 4")]
    [InlineData("<h2>Artículo 5. Pago</h2><p>Cobramos.</p>", "Artículo 5", "Artículo 5")]
    [InlineData("<h2>2. Use</h2><p>You:</p><p>(y) draw;</p><p>(z) dig;</p><p>(aa) plant;</p><p>(bb) weed.</p>", "(bb)", "2(bb)")]
    [InlineData("<h2>2. Use</h2><h3>(a) Drawing</h3><p>(i) You draw.</p>", "(i) You", "2(a)(i)")]
    [InlineData("<p>A. Scope of it.</p><p>We bill.</p><p>B. Fees of it.</p>", "B. Fees", "B")]
    [InlineData("<p>J. Ferris wrote this text.</p>", "J. Ferris", null)]
    public void A_clause_has_its_whole_number(string body, string start, string? number) =>
        Assert.Equal(number, Assert.Single(Segment(body), provision => provision.Text.StartsWith(start, StringComparison.Ordinal)).Number);

    [Fact]
    public void A_letter_that_could_be_a_roman_number_is_told_by_its_neighbours()
    {
        Assert.Equal(["1(h)", "1(i)", "1(j)"], Numbers("<h2>1. Use</h2><p>(h) one;</p><p>(i) two;</p><p>(j) three.</p>"));
        Assert.Equal(["1(h)", "1(h)(i)", "1(h)(ii)", "1(i)"], Numbers("<h2>1. Use</h2><p>(h) one:</p><p>(i) in it;</p><p>(ii) in it;</p><p>(i) two.</p>"));
        Assert.Equal(["1(a)", "1(a)(iv)", "1(a)(v)", "1(a)(vi)", "1(b)"], Numbers("<h2>1. Use</h2><p>(a) one:</p><p>(iv) four;</p><p>(v) five;</p><p>(vi) six;</p><p>(b) two.</p>"));
        Assert.Equal(["1(u)", "1(v)", "1(w)"], Numbers("<h2>1. Use</h2><p>(u) one;</p><p>(v) two;</p><p>(w) three.</p>"));
    }

    [Fact]
    public void A_list_that_begins_anew_does_not_hang_on_the_one_before()
    {
        Assert.Equal(["2.1", "2.1(a)", "2.1(b)", "2.2", "2.2(a)", "2.2(b)"], Numbers("<h2>2. Use</h2><p>2.1 You:</p><p>(a) draw;</p><p>(b) dig.</p><p>2.2 We:</p><p>(a) read;</p><p>(b) write.</p>"));
        IReadOnlyList<Provision> provisions = Segment("<h2>Use</h2><p>You:</p><p>(a) draw;</p><p>(b) dig.</p><p>And we do a lot more than that.</p><p>We:</p><p>(a) read;</p><p>(b) write.</p>");
        Assert.Equal([null, 0, 1, 1, 0, 0, 5, 5], provisions.Select(provision => provision.ParentOrdinal));
        Assert.Equal([null, null, "You:", "You:", null, null, "We:", "We:"], provisions.Select(provision => provision.LeadIn));
    }

    [Fact]
    public void What_interrupts_a_list_does_not_end_its_count()
    {
        IReadOnlyList<Provision> provisions = Segment("<h2>2. Use</h2><p>You:</p><p>(a) draw:</p><p>(i) beds;</p><p>A note on beds that stands between.</p><p>(ii) paths;</p><p>(b) dig.</p>");
        Assert.Equal([null, null, "2(a)", "2(a)(i)", null, "2(a)(ii)", "2(b)"], provisions.Select(provision => provision.Number == "2" ? null : provision.Number));
        Assert.Equal("You:", provisions[^1].LeadIn);
    }

    [Fact]
    public void An_ordered_list_that_goes_on_behind_a_paragraph_keeps_its_lead_in()
    {
        IReadOnlyList<Provision> provisions = Segment("<p>You agree:</p><ol><li>to draw</li><li>to dig</li></ol><p>Beds are drawn in green.</p><ol start='3'><li>to weed</li></ol>");
        Assert.Equal("You agree:", provisions[^1].LeadIn);
        Assert.Equal("3", provisions[^1].Number);
    }

    [Fact]
    public void Articles_sections_and_their_parts_are_one_tree()
    {
        IReadOnlyList<Provision> provisions = Segment("<h1>Terms</h1><h2>Article I. Use</h2><p>1.1 You draw.</p><p>1.1.1 In green.</p><p>1.1.2 In red.</p><p>1.2 You dig.</p><p>(a) By hand.</p><h2>Article II. Fees</h2><p>2.1 We bill.</p>");
        Assert.Equal([null, 0, 1, 2, 2, 1, 5, 0, 7], provisions.Select(provision => provision.ParentOrdinal));
    }

    [Fact]
    public void A_further_paragraph_of_an_item_stands_under_it()
    {
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(DocumentOutline.Read("You:\n\n1. draw beds.\n\n   They are green.\n\n2. dig.\n", PolicyMediaType.Markdown), TestContext.Current.CancellationToken);
        Assert.Equal([null, 0, 1, 0], provisions.Select(provision => provision.ParentOrdinal));
    }

    [Fact]
    public void Any_tree_of_lettered_clauses_is_read_back_with_its_numbers_and_parents() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[2, 14].Sample(
            clauses =>
            {
                var body = new StringBuilder("<h2>1. Use</h2>");
                var expected = new List<(string Number, int Parent)>();
                for (int letter = 0; letter < clauses.Length; letter++)
                {
                    (int parts, int inner) = clauses[letter];
                    int clause = Add(0, $"({(char)('a' + letter)})", "1");
                    for (int part = 1; parts > 1 && part <= parts; part++)
                    {
                        int place = Add(clause, $"({RomanNumber.Format(part).ToLowerInvariant()})", expected[clause - 1].Number);
                        for (int last = 0; inner > 1 && last < inner; last++)
                            Add(place, $"({(char)('A' + last)})", expected[place - 1].Number);
                    }
                }

                IReadOnlyList<Provision> provisions = Segment(body.ToString());
                Assert.Equal(expected, provisions.Skip(1).Select(provision => (provision.Number!, provision.ParentOrdinal!.Value)));

                int Add(int parent, string mark, string above)
                {
                    body.Append("<p>").Append(mark).Append(" You sing with all the others here.</p>");
                    expected.Add((above + mark, parent));
                    return expected.Count;
                }
            },
            iter: 300,
            threads: 1);

    private static string?[] Numbers(string body) => [.. Segment(body).Skip(1).Select(provision => provision.Number)];

    private static IReadOnlyList<Provision> Segment(string body) => ProvisionSegmenter.Segment(DocumentOutline.Read(body, PolicyMediaType.Html), TestContext.Current.CancellationToken);
}
