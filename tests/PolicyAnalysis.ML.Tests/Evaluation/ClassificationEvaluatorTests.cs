using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.ML.Tests.Evaluation;

public sealed class ClassificationEvaluatorTests
{
    private static readonly ClassificationCase[] Cases =
    [
        Case("a", ["x"], ("x", 0.9)),
        Case("a", ["x", "y"], ("x", 0.8), ("z", 0.6)),
        Case("b", ["y"], ("z", 0.7), ("y", 0.5)),
        Case("c", ["y"]),
    ];

    [Fact]
    public void The_figures_are_those_counted_by_hand()
    {
        ClassificationFigures figures = ClassificationEvaluator.Measure(Cases);
        // Right: x, x, y. Wrong: z, z. Missing: y, y.
        Assert.Equal(6.0 / 10, figures.MicroF1.Value, 1e-9);
        // x 1, y 2 / (2 + 0 + 2) = 0.5; z is never expected.
        Assert.Equal(0.75, figures.MacroF1.Value, 1e-9);
        Assert.Equal(0.5, figures.TopOne.Value, 1e-9);
        Assert.Equal((0.1 + 0.2 + 0.7) / 3, figures.CalibrationError, 1e-9);
        Assert.Equal(3, figures.Groups);
        Assert.Equal((2, 1.0, 1.0), (figures.Labels[0].Support, figures.Labels[0].Precision, figures.Labels[0].Recall));
    }

    [Fact]
    public void The_interval_holds_the_figure_and_is_the_same_every_time()
    {
        Interval first = ClassificationEvaluator.Measure(Cases).MicroF1;
        Assert.InRange(first.Value, first.Low, first.High);
        Assert.Equal(first, ClassificationEvaluator.Measure([.. Cases.Reverse()]).MicroF1);
    }

    [Fact]
    public void Labels_that_are_not_asked_for_do_not_count()
    {
        ClassificationFigures figures = ClassificationEvaluator.Measure(Cases, new HashSet<string>(["x"], StringComparer.Ordinal));
        Assert.Equal(1, figures.MicroF1.Value);
        Assert.Equal("x", Assert.Single(figures.Labels).Label);
    }

    [Fact]
    public void Nothing_measured_is_nothing_right() => Assert.Equal(0, ClassificationEvaluator.Measure([]).MicroF1.Value);

    [Fact]
    public void The_model_card_holds_the_figures_and_is_the_same_every_time()
    {
        ClassificationFigures figures = ClassificationEvaluator.Measure(Cases);
        var report = new ClassificationReport { Version = "test/1", ModelBytes = 1234, WrittenProvisions = 5, HeldOut = figures, UnfairTerms = figures, Opp115WithoutItsData = figures, Opp115Trained = figures };
        string card = ModelCard.Write(report);
        Assert.StartsWith("# Model card: test/1\n", card, StringComparison.Ordinal);
        Assert.Contains("| micro F1 | 0.600 |", card, StringComparison.Ordinal);
        Assert.Contains("| `y` | 3 | 1.00 | 0.33 | 0.50 |", card, StringComparison.Ordinal);
        Assert.Equal(card, ModelCard.Write(report));
    }

    private static ClassificationCase Case(string group, string[] expected, params (string Type, double Score)[] predicted) =>
        new() { Group = group, Expected = expected, Predicted = [.. predicted.Select(label => new ProvisionLabel { Type = label.Type, Score = label.Score })] };
}
