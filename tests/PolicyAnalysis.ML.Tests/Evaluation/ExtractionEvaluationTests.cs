using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.ML.Tests.Evaluation;

public sealed class ExtractionEvaluationTests : IDisposable
{
    private const string Columns = "id\tservice\tterms_type\tsources\tseveral_policies_on_page";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policy-pages-");

    [Fact]
    public void A_page_is_scored_by_the_words_it_shares_with_its_truth()
    {
        Write("index.tsv", Columns + "\np1\tFernwick\tPrivacy Policy\t2\tno\n");
        Write("p1/s1.html", "<h1>Privacy</h1><p>We keep garden plans.</p>");
        Write("p1/s2.txt", "Extra words");
        Write("p1/truth.md", "# Privacy\n\nWe **keep** [garden](https://fernwick.example) plans, always and ever.");
        ExtractionScore score = Assert.Single(ExtractionEvaluation.Score(folder.FullName, withDocumentType: false, TestContext.Current.CancellationToken));
        // Extracted: privacy we keep garden plans extra words. Truth: privacy we keep garden plans always and ever.
        Assert.Equal(("p1", "Fernwick", false), (score.Id, score.Service, score.HasSeveralPolicies));
        Assert.Equal(5.0 / 7, score.Precision, 1e-9);
        Assert.Equal(5.0 / 8, score.Recall, 1e-9);
        Assert.Equal(10.0 / 15, score.F1, 1e-9);
        Assert.Equal(
            """
            | pages | n | precision | recall | F1 | 95 % interval | median | lowest tenth | F1 < 0.5 | F1 >= 0.95 |
            |---|---|---|---|---|---|---|---|---|---|
            | all | 1 | 0.714 | 0.625 | 0.6667 | 0.667 to 0.667 | 0.667 | 0.667 | 0 | 0.000 |
            | one policy a page | 1 | 0.714 | 0.625 | 0.6667 | 0.667 to 0.667 | 0.667 | 0.667 | 0 | 0.000 |

            Lowest F1: p1 0.67.

            """.ReplaceLineEndings("\n"),
            ExtractionEvaluation.Table([score]));
    }

    [Fact]
    public void The_interval_holds_the_mean_and_is_the_same_every_time()
    {
        ExtractionScore[] scores = [.. Enumerable.Range(1, 9).Select(number => new ExtractionScore { Id = $"p{number}", Service = $"s{number % 4}", HasSeveralPolicies = number == 9, Precision = number / 10.0, Recall = 1 })];
        ExtractionFigures figures = ExtractionFigures.Of(scores);
        Assert.InRange(figures.F1.Value, figures.F1.Low, figures.F1.High);
        Assert.True(figures.F1.Low < figures.F1.High);
        Assert.Equal(figures, ExtractionFigures.Of(scores));
        Assert.Equal(3, figures.Failures);
    }

    [Theory]
    [InlineData("id\tservice\n", "column terms_type")]
    [InlineData(Columns + "\n", "no pages")]
    [InlineData(Columns + "\np1\tFernwick\n", "line 2")]
    [InlineData(Columns + "\np1\tFernwick\tPrivacy Policy\tmany\tno\n", "line 2")]
    [InlineData(Columns + "\np1\tFernwick\tPrivacy Policy\t1\tno\n", "no source s1")]
    public void A_folder_that_is_not_as_described_is_refused_with_the_reason(string index, string reason)
    {
        Write("index.tsv", index);
        Write("p1/truth.md", "# Privacy");
        PolicyReadException error = Assert.Throws<PolicyReadException>(() => ExtractionEvaluation.Score(folder.FullName, withDocumentType: false, TestContext.Current.CancellationToken));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string content)
    {
        string path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
