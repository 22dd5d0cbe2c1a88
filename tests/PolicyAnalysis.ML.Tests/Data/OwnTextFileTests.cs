using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Tests.Data;

public sealed class OwnTextFileTests
{
    [Fact]
    public void The_shipped_provisions_cover_every_type_and_name_no_other()
    {
        var used = OwnTextFile.Shipped.SelectMany(provision => provision.Labels).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Taxonomy.Default.Types.Select(type => type.Id).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_shipped_provision_stands_twice() =>
        Assert.Empty(OwnTextFile.Shipped.GroupBy(provision => provision.Input.Text + provision.Input.LeadIn + string.Concat(provision.Input.Headings), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_line_becomes_a_provision_with_its_context()
    {
        LabelledProvision provision = Assert.Single(OwnTextFile.Read(new StringReader("# comment\ncookies|advertising\tcookie-notice\tCookies > Partners\tWe use:\tone for advertising"), "test"));
        Assert.Equal(["cookies", "advertising"], provision.Labels);
        Assert.Equal(["Cookies", "Partners"], provision.Input.Headings);
        Assert.Equal("We use:", provision.Input.LeadIn);
        Assert.Equal(PolicyDocumentType.CookieNotice, provision.Input.DocumentType);
    }

    [Theory]
    [InlineData("cookies\tcookie-notice\tCookies\ttext")]
    [InlineData("\tcookie-notice\t\t\ttext")]
    [InlineData("cookies\tno-such-kind\t\t\ttext")]
    [InlineData("cookies\tcookie-notice\t\t\t ")]
    public void A_bad_line_is_refused_with_a_typed_error(string line) =>
        Assert.Throws<PolicyAnalysisException>(() => OwnTextFile.Read(new StringReader(line), "test"));
}
