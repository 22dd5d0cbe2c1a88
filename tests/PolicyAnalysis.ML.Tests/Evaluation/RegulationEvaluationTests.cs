using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.ML.Tests.Evaluation;

/// <summary>The measurements of completeness, mapping and places, on invented texts whose figures can be counted by hand.</summary>
public sealed class RegulationEvaluationTests
{
    private const string Text = "# Privacy Notice\n\nWe store your personal data in Germany.\n\nWe protect your personal data with technical and organisational security measures.\n";
    private const string Places = "We store your personal data in Germany.";
    private const string Security = "We protect your personal data with technical and organisational security measures.";

    private static readonly PolicyAnalyzer Analyzer = PolicyAnalyzer.Create();

    [Fact]
    public void Precision_recall_and_calibration_are_counted_over_the_labels_that_are_not_partial()
    {
        IReadOnlyList<NoticeLabels> labels = NoticeLabels.Read(
        [
            """{"id":"a","elements":{"x":{"status":"found"},"y":{"status":"not-found"},"z":{"status":"partial"}}}""",
            """{"id":"b","elements":{"x":{"status":"found"},"y":{"status":"found"}}}""",
            """{"id":"missing","elements":{"x":{"status":"found"}}}""",
        ]);
        string report = NoticeEvaluator.Evaluate(labels, notice => notice.Id switch
        {
            "a" => [Finding("x", RequirementStatus.Found, 1), Finding("y", RequirementStatus.Partial, 0.5), Finding("z", RequirementStatus.NotFound, 0)],
            "b" => [Finding("x", RequirementStatus.Found, 1), Finding("y", RequirementStatus.NotFound, 0)],
            _ => null,
        });
        Assert.Contains("2 of 3 notices found, 4 answers", report, StringComparison.Ordinal);
        Assert.Contains("| `x` | 2 | 0 | 0 | 0 |", report, StringComparison.Ordinal);
        Assert.Contains("| `y` | 0 | 1 | 1 | 0 |", report, StringComparison.Ordinal);
        Assert.Contains("precision of found: 0.667", report, StringComparison.Ordinal);
        Assert.Contains("recall of found: 0.667", report, StringComparison.Ordinal);
        Assert.Contains("expected calibration error: 0.375", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_who_agree_have_a_kappa_of_one()
    {
        IReadOnlyList<NoticeLabels> labels = NoticeLabels.Read(["""{"id":"a","elements":{"x":{"status":"found"},"y":{"status":"not-found"},"z":{"status":"partial"}}}"""]);
        Assert.Contains("Cohen's kappa: 1.000", NoticeEvaluator.Agreement(labels, labels), StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_rises_with_the_score_and_is_never_certain()
    {
        IReadOnlyList<NoticeLabels> labels = NoticeLabels.Read(["""{"id":"a","elements":{"p":{"status":"found"},"q":{"status":"found"},"r":{"status":"not-found"},"s":{"status":"not-found"}}}"""]);
        (double slope, double intercept) = NoticeEvaluator.Fit(labels, _ => [Finding("p", RequirementStatus.Found, 0.9), Finding("q", RequirementStatus.Found, 0.8), Finding("r", RequirementStatus.NotFound, 0.1), Finding("s", RequirementStatus.NotFound, 0)]);
        Assert.True(slope > 0);
        Assert.InRange(1 / (1 + Math.Exp(-(slope + intercept))), 0.6, 0.999);
        Assert.InRange(1 / (1 + Math.Exp(-intercept)), 0.001, 0.4);
    }

    [Fact]
    public void The_shipped_labels_are_pointers_to_twenty_notices_of_which_two_people_labelled_ten()
    {
        Assert.Equal((20, 10), (NoticeLabels.Shipped.Count, NoticeLabels.ShippedSecond.Count));
        Assert.All(NoticeLabels.Shipped, notice => Assert.Equal((64, 19), (notice.Sha256!.Length, notice.Elements.Count)));
        Assert.Contains("10 notices labelled by two people, 190 labels", NoticeEvaluator.Agreement(NoticeLabels.Shipped, NoticeLabels.ShippedSecond), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"id":"a","elements":[]}""")]
    public void Labels_that_cannot_be_read_name_their_line(string line) =>
        Assert.Contains("Line 1", Assert.Throws<PolicyAnalysisException>(() => NoticeLabels.Read([line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DE", "1.000", "1.000")]
    [InlineData("DE FR", "0.500", "1.000")]
    [InlineData("FR", "0.000", "0.000")]
    [InlineData("DE FR?", "1.000", "1.000")]
    public void Places_are_counted_against_the_codes_of_the_labels(string codes, string recall, string precision)
    {
        PointedRow[] rows = [new("p.md", 3, LabelPointerFile.Fingerprint(Places), "report", [codes])];
        string report = PlaceEvaluator.Evaluate(rows, _ => Text, document => Analyzer.Assess(document), TestContext.Current.CancellationToken);
        Assert.Contains($"| {recall} (", report, StringComparison.Ordinal);
        Assert.Contains($"| {precision} (", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_counted_as_right_wrong_or_not_judged()
    {
        PointedRow[] rows = [new("p.md", 5, LabelPointerFile.Fingerprint(Security), "report", ["eu-gdpr.art-32-1", "us-ftca.15-u-s-c-s-45-a-1"]), new("gone.md", 1, new string('0', 16), "report", ["-", "-"])];
        string report = MappingEvaluator.Evaluate(rows, path => path == "p.md" ? Text : null, document => Analyzer.Assess(document), TestContext.Current.CancellationToken);
        Assert.Contains("1 of 2 judged provisions found", report, StringComparison.Ordinal);
        Assert.Contains("| report | 1 | 1 | 3 | 1 | 1 | 1 | 0.500", report, StringComparison.Ordinal);
    }

    private static RequirementFinding Finding(string id, RequirementStatus status, double score) => new() { Id = id, Citation = id, Element = id, Status = status, Evidence = [], Score = score, Reason = "r" };
}
