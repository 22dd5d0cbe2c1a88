using System.Text;
using CsCheck;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>Pages made to break a reader: each is read, or refused with an error that says what to do; none hangs or fells the process.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string, string> Refused() => new()
    {
        { "nested blocks", Repeat("<div>", 100_000) },
        { "nested blocks hidden behind end tags in attributes", Repeat("""<div title="</div>">""", 50_000) },
        { "nested blocks behind a quote that opens no value", Repeat("""<div a=b=" ="x>""", 50_000) },
        { "end tags of elements that are not open", Repeat("<div></x></span>", 50_000) },
        { "inline end tags that stop at a block", Repeat("<span><div></span>", 50_000) },
        { "end tags that stop at an embedded object", Repeat("<div><object></div>", 50_000) },
        { "formatting that every block reopens", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<b id={number}><p>")) },
        { "unclosed headings in lists in cells", Repeat("<p><li><td><h2>", 50_000) },
        { "nested tables", Repeat("<table><tr><td>", 50_000) },
        { "more elements than any page", Repeat("<p>x", 400_000) },
    };

    public static TheoryData<string, string> Survived() => new()
    {
        { "an attribute of five million characters", $"""<p title="{new string('a', 5_000_000)}">We keep your plan.</p>""" },
        { "a hundred thousand attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"a{number}=1 ")) + ">We keep your plan.</p>" },
        { "a text of five million characters", "<p>" + Repeat("We keep your plan. ", 260_000) + "</p>" },
        { "a comment that never ends", "<p>We keep your plan.</p><!--" + new string('-', 2_000_000) },
        { "a script that never ends", "<p>We keep your plan.</p><script>" + new string('x', 2_000_000) },
        { "a tag that never ends", "<p>We keep your plan.</p><p " + new string('x', 1_000_000) },
        { "references without an end", "<p>We keep your plan. " + Repeat("&copy &amp &#x &#99999999; ", 100_000) + "</p>" },
        { "two hundred thousand empty spans", "<p>We keep your plan.</p>" + Repeat("<span></span>", 200_000) },
        { "siblings without number", "<ul>" + Repeat("<li>plan", 150_000) + "</ul>" },
        { "spans within spans", Repeat("<span>", 2_000) + "We keep your plan." },
        { "lone surrogates and control signs", "<p>We keep your plan. \uD800 x \uDC00 \u0001 &#xD800; \u202E</p>" },
        { "links to every place", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"""<a href="#s{number}">plan {number}</a><div id="s{number}">plan {number}</div>""")) },
        { "the same block many times", Repeat("<p>We keep your plan only as long as the garden needs it, and not a day more than that.</p>", 20_000) },
        { "numbers that promise a list", Repeat("<ol start=-999999999 reversed><li value=2147483647>plan</ol>", 2_000) },
        { "spans over a million columns", "<table><tr><td colspan=1000000 rowspan=1000000>plan<td>x<tr><td>y<td>z</table>" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_parsed_in_time_is_refused_with_advice(string what, string page)
    {
        Assert.NotEmpty(what);
        PolicyReadException error = Assert.Throws<PolicyReadException>(() => DocumentOutline.Read(page, PolicyMediaType.Html));
        Assert.Contains("raise Maximum", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Survived))]
    public void What_is_only_odd_is_read(string what, string page)
    {
        Assert.NotEmpty(what);
        PolicyDocument document = DocumentOutline.Read(page, PolicyMediaType.Html);
        Assert.Contains("plan", document.Text, StringComparison.Ordinal);
        Assert.NotEmpty(ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("> ", 60_000)]
    [InlineData("- ", 20_000)]
    [InlineData("[", 50_000)]
    [InlineData("*a ", 50_000)]
    [InlineData("`", 50_000)]
    [InlineData("|a", 20_000)]
    public void Markdown_made_to_nest_is_read_or_refused(string mark, int times)
    {
        try
        {
            Assert.NotNull(DocumentOutline.Read(Repeat(mark, times) + " plan", PolicyMediaType.Markdown));
        }
        catch (PolicyReadException error)
        {
            Assert.Contains("nested", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Random_tag_soup_never_breaks_the_reader()
    {
        string[] pieces = ["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<ul><li>", "</ul>", "<table><tr><td>", "</td>", "</table>", "<h2>", "</h2>", "<br>", "&amp;", "&#", "<", ">", "<!--", "-->", "<a href=#x id=x>", "</a>", "plan ", "<dl><dt>", "<dd>", "<summary>", "<svg>", "</svg>", "<select>", "<ol start=3>", "§ 3 ", "(a) ", "<script>", "</script>", "<template>", "\t", "\u00A0"];
        Gen.Int[0, pieces.Length - 1].Array[0, 120].Sample(picks =>
        {
            PolicyDocument document = DocumentOutline.Read(string.Concat(picks.Select(pick => pieces[pick])), PolicyMediaType.Html);
            int end = 0;
            foreach (DocumentBlock block in document.Blocks)
            {
                Assert.True(block.Range.Start >= end && !block.Range.IsEmpty);
                end = block.Range.End;
            }

            foreach (Provision provision in ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken))
                Assert.Equal(provision.Range.Of(document.Text), provision.Text);
        }, iter: 400, threads: 1);
    }

    /// <summary>Bytes that are allocated stand for work: unlike time, they are the same in every run.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Any_shape_is_read_or_refused_with_advice_and_its_work_grows_no_faster_than_it(string name)
    {
        HostileSource source = HostileSources.All.Single(source => source.Name == name);
        Work(source, 2_000);
        if (Work(source, 60_000) is { } once && Work(source, 120_000) is { } twice)
            Assert.True(twice <= 1_000_000 + (3 * once), $"{once} bytes grew to {twice}");
    }

    public static IEnumerable<TheoryDataRow<string>> Shapes() => HostileSources.All.Select(source => new TheoryDataRow<string>(source.Name));

    /// <summary>Bytes allocated to read a source, to segment it and to find its first provision again; nothing where it is refused.</summary>
    private static long? Work(HostileSource source, int size)
    {
        string text = source.Make(size);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            PolicyDocument document = DocumentOutline.Read(text, source.MediaType, new PolicyReadOptions { Address = new Uri("https://policy.example/") });
            foreach (Provision provision in ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken).Take(1))
            {
                Assert.Equal(provision.Range.Of(document.Text), provision.Text);
                Assert.NotNull(document.GetQuoteAddress(provision.Range));
                Assert.InRange(document.GetSourcePosition(provision.Range.Start).Offset, 0, text.Length);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        catch (PolicyReadException error)
        {
            Assert.Matches("raise Maximum|give HTML|nested", error.Message);
            return null;
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
