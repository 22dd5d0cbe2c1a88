using PolicyAnalysis.ML.Evaluation;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.ML.Tests.Evaluation;

public sealed class IdentityEvaluationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policy-pairs-");

    [Fact]
    public void What_stands_in_both_versions_is_counted_by_its_words()
    {
        Write("one/before.md", "# Plans\n\nWe keep plans.\n\nWe draw beds.\n\n# Names\n\nWe keep plans.\n");
        Write("one/after.md", "# Plans\n\nWe keep plans.\n\nWe draw pots.\n\n# Names\n\nWe keep plans.\n\nWe ask.\n");
        IdentityFigures figures = IdentityEvaluation.Measure(folder.FullName, TestContext.Current.CancellationToken);
        Assert.Equal((1, 4, 4, 2, 2, 0), (figures.Pairs, figures.Unchanged, figures.Kept, figures.Repeated, figures.RepeatedKept, figures.Shared));
    }

    [Fact]
    public void A_repeat_whose_forerunner_goes_cannot_keep_its_id()
    {
        Write("one/before.md", "We keep plans.\n\nWe draw beds.\n\nWe keep plans.\n");
        Write("one/after.md", "We draw beds.\n\nWe keep plans.\n");
        IdentityFigures figures = IdentityEvaluation.Measure(folder.FullName, TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (figures.Unchanged, figures.Kept));
    }

    [Fact]
    public void A_folder_without_pairs_is_refused_with_advice() =>
        Assert.Contains("before.*", Assert.Throws<PolicyReadException>(() => IdentityEvaluation.Measure(folder.FullName, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Real_unchanged_provisions_keep_their_ids()
    {
        IdentityFigures figures = IdentityEvaluation.Measure(Repository.SharedPathOf("data", "versions"), TestContext.Current.CancellationToken);
        Assert.Equal(0, figures.Shared);
        Assert.InRange((double)figures.Kept / figures.Unchanged, 0.995, 1);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string content)
    {
        string path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
