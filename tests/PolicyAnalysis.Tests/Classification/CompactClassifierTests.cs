using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Tests.Classification;

public sealed class CompactClassifierTests
{
    private static readonly ProvisionInput Retention = new()
    {
        Text = "We keep your order history for six years after your last purchase, and delete it afterwards.",
        Headings = ["Lumenleaf privacy notice", "How long we keep your data"],
        DocumentType = PolicyDocumentType.PrivacyNotice,
    };

    [Theory]
    [InlineData("We keep your order history for six years after your last purchase, and then delete it.", "data-retention")]
    [InlineData("You may not resell the service, copy our catalogue or disturb other members.", "acceptable-use")]
    [InlineData("These terms are governed by the laws of Portugal, and the courts of Porto have exclusive jurisdiction.", "governing-law")]
    [InlineData("We use cookies and similar technologies to remember your basket; you can block cookies in your browser.", "cookies")]
    [InlineData("To the fullest extent permitted by law, Lumenleaf is not liable for any indirect or consequential damages.", "liability-limit")]
    [InlineData("Our site is not meant for children under 13, and we do not knowingly collect personal data from them.", "children")]
    public void A_plain_provision_gets_its_type_first(string text, string expected) =>
        Assert.Equal(expected, CompactClassifier.Shipped.Classify(new ProvisionInput { Text = text })[0].Type);

    [Fact]
    public void The_shipped_model_knows_exactly_the_types_of_the_shipped_taxonomy()
    {
        Assert.Equal(Taxonomy.Default.Types.Select(type => type.Id), CompactClassifier.Shipped.Labels);
        Assert.Equal(Taxonomy.Default.Version, CompactClassifier.Shipped.TaxonomyVersion);
    }

    [Fact]
    public void The_shipped_model_is_no_larger_than_two_mebibytes()
    {
        using Stream stream = typeof(CompactClassifier).Assembly.GetManifestResourceStream("PolicyAnalysis.Classification.shipped.model")!;
        Assert.InRange(stream.Length, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public void Labels_come_best_first_with_probabilities()
    {
        foreach (string text in Texts())
        {
            IReadOnlyList<ProvisionLabel> labels = CompactClassifier.Shipped.Classify(new ProvisionInput { Text = text });
            Assert.Equal(labels.OrderByDescending(label => label.Score).Select(label => label.Type), labels.Select(label => label.Type));
            Assert.All(labels, label => Assert.InRange(label.Score, 0, 1));
        }
    }

    [Fact]
    public void Evidence_points_into_the_text_strongest_first_without_overlap()
    {
        ProvisionLabel label = CompactClassifier.Shipped.Classify(Retention)[0];
        Assert.NotEmpty(label.Evidence);
        Assert.All(label.Evidence, piece => Assert.InRange(piece.Range.End, piece.Range.Start + 1, Retention.Text.Length));
        Assert.All(label.Evidence, piece => Assert.True(piece.Weight > 0));
        Assert.Equal(label.Evidence.OrderByDescending(piece => piece.Weight).Select(piece => piece.Range), label.Evidence.Select(piece => piece.Range));
        Assert.DoesNotContain(label.Evidence, piece => label.Evidence.Any(other => other != piece && other.Range.Overlaps(piece.Range)));
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        float[] scores = new float[CompactClassifier.Shipped.Labels.Count];
        CompactClassifier.Shipped.Score(Retention, scores);
        // The runtime itself allocates now and then (a collection trims the shared pool): one clean round of several is the proof.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedByScoring(scores)));
    }

    [Fact]
    public void Threads_share_one_classifier_and_get_the_same_scores()
    {
        string[] texts = [.. Texts()];
        string[] alone = [.. texts.Select(Scores)];
        var together = new string[texts.Length * 20];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Scores(texts[i % texts.Length]));
        Assert.All(together.Index(), pair => Assert.Equal(alone[pair.Index % texts.Length], pair.Item));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("§§§ --- ***")]
    [InlineData("\ud800")]
    [InlineData("'’'’'’")]
    [InlineData("https://")]
    public void Any_text_is_scored(string text)
    {
        float[] scores = new float[CompactClassifier.Shipped.Labels.Count];
        CompactClassifier.Shipped.Score(new ProvisionInput { Text = text, Headings = [text], LeadIn = text }, scores);
        Assert.All(scores, score => Assert.InRange(score, 0f, 1f));
        Assert.NotNull(CompactClassifier.Shipped.Classify(new ProvisionInput { Text = text }));
    }

    [Fact]
    public void A_span_too_short_for_the_scores_is_refused() =>
        Assert.Throws<ArgumentException>(() => CompactClassifier.Shipped.Score(Retention, new float[3]));

    private static long AllocatedByScoring(float[] scores)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
            CompactClassifier.Shipped.Score(Retention, scores);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Scores(string text) =>
        string.Join(' ', CompactClassifier.Shipped.Classify(new ProvisionInput { Text = text }).Select(label => $"{label.Type} {label.Score} {label.Evidence.Count}"));

    private static IEnumerable<string> Texts() => File.ReadLines(Testing.Repository.PathOf("docs", "taxonomy.md")).Where(line => line.Length > 40);
}
