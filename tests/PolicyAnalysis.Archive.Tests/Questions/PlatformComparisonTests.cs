using PolicyAnalysis.Archive.Questions;
using PolicyAnalysis.Comparison.Quantities;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Questions;

public sealed class PlatformComparisonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_comparison_is_what_reading_every_analysis_would_count(bool anyLabel)
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 7, versions: 4);
        archive.AddAbsence("Service 6", "Privacy Policy", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        int withType = 0;
        foreach (DateTimeOffset? time in (DateTimeOffset?[])[null, new DateTimeOffset(2025, 2, 20, 0, 0, 0, TimeSpan.Zero)])
        {
            AnalyzedPolicy[] standing = [.. Standing(archive, time)];
            foreach (string type in standing.SelectMany(policy => policy.Provisions).SelectMany(provision => provision.Labels).Select(label => label.Type).Distinct())
            {
                PlatformComparison comparison = archive.ComparePlatforms(type, new PlatformComparisonOptions { AnyLabel = anyLabel, AsOf = time, MostQuoted = 100 }, Token);
                Dictionary<string, string[]> expected = standing
                    .Select(policy => (Platform: PlatformOf(policy), Texts: policy.Provisions.Where(provision => Has(provision, type, anyLabel)).Select(provision => provision.Provision.Text).Distinct().Order(StringComparer.Ordinal).ToArray()))
                    .Where(pair => pair.Texts.Length > 0)
                    .ToDictionary(pair => pair.Platform, pair => pair.Texts);
                Assert.Equal(standing.Length, comparison.PlatformCount);
                Assert.Equal(standing.Length, comparison.DocumentCount);
                Assert.Equal(ExpectedFigures(standing, type, anyLabel), comparison.Quantities.SelectMany(quantities => quantities.Figures.Select(figure => $"{quantities.Kind} {quantities.Unit} {figure.Platform} {figure.Amount} {figure.Value}")).Order(StringComparer.Ordinal));
                Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), comparison.Platforms.Select(entry => entry.Platform));
                foreach (PlatformEntry entry in comparison.Platforms)
                {
                    Assert.Equal(expected[entry.Platform], entry.Provisions.Select(provision => provision.Text).Order(StringComparer.Ordinal));
                    Assert.Equal(expected[entry.Platform].Length, entry.ProvisionCount);
                    withType++;
                }
            }
        }

        Assert.True(withType > 10, "the sample has too few labels for the test to mean anything");
    }

    [Fact]
    public void A_distribution_ranks_and_halves_the_figures()
    {
        QuantityDistribution distribution = Of(30, 30, 60, 90);
        Assert.Equal(45, distribution.Median);
        Assert.Equal(30, distribution.LowerQuartile);
        Assert.Equal(67.5, distribution.UpperQuartile);
        Assert.Equal([1, 1, 3, 4], Enumerable.Range(0, 4).Select(number => distribution.RankOf($"P{number}") ?? 0));
        Assert.Null(distribution.RankOf("Nobody"));
        Assert.Equal(30, Of(30).Median);
    }

    [Theory]
    [InlineData(QuantityKind.Period, 1, "P1M", 30, "days")]
    [InlineData(QuantityKind.Period, 12, "P1M", 365, "days")]
    [InlineData(QuantityKind.Period, 18, "P1M", 545, "days")]
    [InlineData(QuantityKind.Period, 48, "PT1H", 2, "days")]
    [InlineData(QuantityKind.Period, 10, "P1D/business", 14, "days")]
    [InlineData(QuantityKind.Age, 16, "a", 16, "a")]
    public void Periods_are_put_on_one_scale(QuantityKind kind, double amount, string unit, double expected, string scale) =>
        Assert.Equal((expected, scale), QuantityScale.Measure(kind, amount, unit));

    [Fact]
    public void The_figure_of_a_platform_is_the_largest_it_states()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("Lumenleaf", "Privacy Policy", 0, "# Privacy Policy\n\n## Retention\n\nWe retain your account data for 30 days after you close your account.\n\nWe retain invoices for 10 years because tax law requires it.\n"), Token);
        archive.Add(Captured("Mossgate", "Privacy Policy", 0, "# Privacy Policy\n\n## Retention\n\nWe retain your account data for 90 days after you close your account.\n"), Token);
        QuantityDistribution periods = Assert.Single(archive.ComparePlatforms("data-retention", cancellationToken: Token).Quantities, distribution => distribution.Kind == QuantityKind.Period);
        Assert.Equal(["Mossgate", "Lumenleaf"], periods.Figures.Select(figure => figure.Platform));
        Assert.Equal([90, 3650], periods.Figures.Select(figure => figure.Amount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_latest_state_is_that_of_a_time_to_come(bool anyLabel)
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 5, versions: 5);
        // A version that comes late, a document that goes, and one more of the same platform.
        archive.Add(Captured("Service 1", "Privacy Policy", 45, SamplePolicies.Policy(3, 7)), Token);
        archive.Add(Captured("Service 2", "Terms", 5, SamplePolicies.Policy(4, 2)), Token);
        archive.AddAbsence("Service 4", "Privacy Policy", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new PlatformComparisonOptions { AnyLabel = anyLabel, MostQuoted = 2 };
        string[] types = [.. archive.SearchAllAsync(new ArchiveQuery { PageSize = 1000 }, Token).ToBlockingEnumerable(Token).SelectMany(provision => provision.Types).Distinct(), "no-such-type"];
        Assert.True(types.Length > 5, "the sample has too few types for the test to mean anything");
        foreach (string type in types)
        {
            PlatformComparison latest = archive.ComparePlatforms(type, options, Token);
            PlatformComparison later = archive.ComparePlatforms(type, options with { AsOf = new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Token);
            Assert.Equivalent(later, latest, strict: true);
        }
    }

    private static QuantityDistribution Of(params double[] amounts) => new()
    {
        Kind = QuantityKind.Period,
        Unit = "days",
        Figures = [.. amounts.Select((amount, number) => new PlatformQuantity($"P{number}", amount, "x"))],
    };

    private static IEnumerable<AnalyzedPolicy> Standing(PolicyArchive archive, DateTimeOffset? time)
    {
        foreach (ArchivedDocument document in archive.GetDocuments())
        {
            ArchivedVersion? latest = archive.GetVersions(document.Platform, document.Name).LastOrDefault(version => time is null || version.SeenAt <= time);
            if (latest is not null && !(time is null && document.Platform == "Service 6"))
                yield return archive.ReadAnalysis(latest.Sequence)!;
        }
    }

    /// <summary>The largest figure of each kind of each platform, by reading every provision.</summary>
    private static IEnumerable<string> ExpectedFigures(AnalyzedPolicy[] standing, string type, bool anyLabel) => standing
        .SelectMany(policy => policy.Provisions.Where(provision => Has(provision, type, anyLabel)).SelectMany(provision => QuantityReader.Read(provision.Provision.Text)).Select(quantity => (Platform: PlatformOf(policy), Quantity: quantity, Scale: QuantityScale.Measure(quantity.Kind, (double)quantity.Amount, quantity.Unit))))
        .GroupBy(stated => (stated.Platform, stated.Quantity.Kind, stated.Scale.Unit))
        .Select(group => group.OrderByDescending(stated => stated.Scale.Amount).ThenByDescending(stated => stated.Quantity.Value, StringComparer.Ordinal).First())
        .Select(stated => $"{stated.Quantity.Kind} {stated.Scale.Unit} {stated.Platform} {stated.Scale.Amount} {stated.Quantity.Value}")
        .Order(StringComparer.Ordinal);

    private static string PlatformOf(AnalyzedPolicy policy) => policy.Document.Title!["Privacy Policy of ".Length..];

    private static bool Has(AnalyzedProvision provision, string type, bool anyLabel) =>
        provision.Provision.Kind != ProvisionKind.Heading && (anyLabel ? provision.Labels.Any(label => label.Type == type) : provision.MainType == type);
}
