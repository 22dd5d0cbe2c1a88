using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Data;

public sealed class SuggestionFileTests
{
    private static readonly RecordedDocument Notice = new("Lumenleaf", "Privacy Policy", "# Privacy notice\n\n## How long\n\nWe keep orders for two years.\n");

    [Fact]
    public void A_suggestion_finds_its_provision_with_a_list_a_fold()
    {
        string row = LabelPointerFile.Fingerprint("We keep orders for two years.");
        SuggestedProvision found = Assert.Single(SuggestionFile.Rebuild(new StringReader($"# x\n> Lumenleaf\n{row}\tdata-retention=80\tdata-retention=70 purposes=5\tdata-retention=97"), [Notice], TestContext.Current.CancellationToken));
        Assert.Equal(0.97f, found.Probabilities["data-retention"]);
        Assert.Equal([0.8f, 0.7f], found.ProbabilitiesByFold.Select(list => list["data-retention"]));
        Assert.Equal("How long", found.Input.Headings[^1]);
    }

    [Theory]
    [InlineData("> Lumenleaf\nabc")]
    [InlineData("abc\tcookies=1")]
    public void A_bad_line_is_refused_with_a_typed_error(string text) =>
        Assert.Throws<PolicyAnalysisException>(() => SuggestionFile.Rebuild(new StringReader(text), [Notice], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("cookies")]
    [InlineData("cookies=x")]
    [InlineData("cookies=101")]
    [InlineData("=5")]
    public void A_bad_probability_is_refused_with_a_typed_error(string pair)
    {
        string row = LabelPointerFile.Fingerprint("We keep orders for two years.");
        Assert.Throws<PolicyAnalysisException>(() => SuggestionFile.Rebuild(new StringReader($"> Lumenleaf\n{row}\t{pair}"), [Notice], TestContext.Current.CancellationToken));
    }
}
