using System.Globalization;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>The same source gives the same bytes, whatever the culture and however many threads there are.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task Every_report_has_the_same_bytes_under_another_culture(string culture)
    {
        IReadOnlyList<string> expected = AllReports();
        IReadOnlyList<string> actual = await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            return AllReports();
        }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_report_has_the_same_bytes_from_several_threads_that_share_one_analyzer()
    {
        IReadOnlyList<string> expected = AllReports();
        var analyzer = PolicyAnalyzer.Create();
        var results = new IReadOnlyList<string>[4];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, index => results[index] = AllReports(analyzer));
        Assert.All(results, actual => Assert.Equal(expected, actual));
    }

    private static List<string> AllReports(PolicyAnalyzer? analyzer = null)
    {
        analyzer ??= PolicyAnalyzer.Create();
        PolicyDocument before = SamplePolicies.Load("privacy", 2025);
        PolicyDocument after = SamplePolicies.Load("privacy", 2026);
        PolicyComparison comparison = analyzer.Compare(before, after);
        PolicyAssessment assessment = analyzer.Assess(after);
        CompletenessResult completeness = analyzer.Check(after, ["gdpr-13"]);
        return
        [
            comparison.ToHtml().Content, comparison.ToMarkdown().Content, comparison.ToJson().Content, comparison.ToSarif().Content, comparison.ToText().Content,
            assessment.ToHtml().Content, assessment.ToMarkdown().Content, assessment.ToJson().Content, assessment.ToSarif().Content, assessment.ToText().Content,
            completeness.ToHtml().Content, completeness.ToMarkdown().Content, completeness.ToJson().Content, completeness.ToSarif().Content, completeness.ToText().Content,
        ];
    }
}
