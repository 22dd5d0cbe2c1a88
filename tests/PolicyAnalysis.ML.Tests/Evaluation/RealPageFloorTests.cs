using PolicyAnalysis.ML.Evaluation;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.ML.Tests.Evaluation;

/// <summary>What extraction is worth on the real pages may not fall; the floors stand a little under what is measured.</summary>
public sealed class RealPageFloorTests
{
    private static readonly Lazy<IReadOnlyList<ExtractionScore>> Untold = new(() => ExtractionEvaluation.Score(Pages(), withDocumentType: false));
    private static readonly Lazy<IReadOnlyList<ExtractionScore>> Told = new(() => ExtractionEvaluation.Score(Pages(), withDocumentType: true));

    [Fact]
    public void One_policy_a_page_is_taken_out_nearly_whole_and_alone()
    {
        Pages();
        var figures = ExtractionFigures.Of([.. Untold.Value.Where(score => !score.HasSeveralPolicies)]);
        Assert.InRange(figures.F1.Value, 0.993, 1);
        Assert.InRange(figures.Recall, 0.996, 1);
        Assert.InRange(figures.Precision, 0.992, 1);
        Assert.InRange(figures.GoodShare, 0.98, 1);
        Assert.Equal(0, figures.Failures);
    }

    [Fact]
    public void With_the_kind_told_no_page_fails_and_the_right_one_of_several_is_taken()
    {
        Pages();
        var figures = ExtractionFigures.Of(Told.Value);
        Assert.InRange(figures.F1.Value, 0.99, 1);
        Assert.InRange(figures.GoodShare, 0.965, 1);
        Assert.Equal(0, figures.Failures);
        List<ExtractionScore> several = [.. Told.Value.Where(score => score.HasSeveralPolicies)];
        Assert.InRange((double)several.Count(score => score.F1 >= 0.9) / several.Count, 0.8, 1);
    }

    [Fact]
    public void Every_address_does_what_it_says()
    {
        string[] pages = [.. Directory.EnumerateDirectories(Pages()).Order(StringComparer.Ordinal).Where((_, index) => index % 8 == 0)];
        EvidenceFigures[] figures = [.. pages.Where(page => Directory.EnumerateFiles(page, "*.html").Any()).Select(page => EvidenceEvaluation.Measure(page, TestContext.Current.CancellationToken))];
        Assert.Empty(figures.SelectMany(page => page.Lost));
        Assert.All(figures, page => Assert.Equal(page.Provisions, page.Placed));
        Assert.InRange((double)figures.Sum(page => page.Marked) / figures.Sum(page => page.Provisions), 0.98, 1);
    }

    private static string Pages() => Repository.SharedPathOf("data", "pages");
}
