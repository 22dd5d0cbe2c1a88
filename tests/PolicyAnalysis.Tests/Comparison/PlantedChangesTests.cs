using System.Text.Json;
using PolicyAnalysis.Testing;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>The changes that were planted in the sample policies, found again.</summary>
public sealed class PlantedChangesTests
{
    private static readonly string Folder = Repository.PathOf("docs", "samples", "policies");

    [Theory]
    [InlineData("privacy-2024.html", "privacy-2025.html", 18, 12)]
    [InlineData("privacy-2025.html", "privacy-2026.html", 24, 17)]
    [InlineData("terms-2024.html", "terms-2025.html", 16, 12)]
    [InlineData("terms-2025.html", "terms-2026.html", 18, 12)]
    public void Planted_changes_are_found_with_an_effect_that_was_planted(string before, string after, int found, int right)
    {
        PolicyComparison comparison = Compare(Classified(before), Classified(after));
        List<Planted> planted = [.. Read().Where(change => change.Before == before && change.After == after)];

        List<(Planted Planted, ChangeRecord Record)> pairs = [.. planted.Select(change => (change, comparison.Changes.FirstOrDefault(change.Fits)!)).Where(pair => pair.Item2 is not null)];

        Assert.True(pairs.Count >= found, $"{pairs.Count} of {planted.Count} found; missing: {string.Join(' ', planted.Except(pairs.Select(pair => pair.Planted)).Select(change => change.Id))}");
        List<string> wrong = [.. pairs.Where(pair => !pair.Record.Effects.Any(effect => pair.Planted.Effects.Contains(effect.Id))).Select(pair => $"{pair.Planted.Id}: {string.Join(',', pair.Record.Effects.Select(effect => effect.Id))}")];
        Assert.True(pairs.Count - wrong.Count >= right, $"{pairs.Count - wrong.Count} of {pairs.Count} with a planted effect; wrong: {string.Join("; ", wrong)}");
        Assert.DoesNotContain(pairs, pair => pair.Planted.Materiality == "editorial" && pair.Record.Certificate is null && pair.Record.Materiality == Materiality.Material && pair.Planted.Id != "p37");
    }

    [Fact]
    public void Every_certificate_in_the_samples_verifies()
    {
        ChangeRecord[] certified = [.. Compare(Classified("terms-2024.html"), Classified("terms-2025.html")).Changes.Where(change => change.Certificate is not null)];

        Assert.NotEmpty(certified);
        Assert.All(certified, change => Assert.True(PolicyAnalysis.Comparison.NoEffectVerifier.Verify(change), change.Summary));
    }

    private static IEnumerable<Planted> Read()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "planted-changes.json")));
        foreach (JsonElement change in json.RootElement.GetProperty("changes").EnumerateArray())
        {
            yield return new Planted(
                change.GetProperty("id").GetString()!,
                change.GetProperty("before").GetString()!,
                change.GetProperty("after").GetString()!,
                [.. change.GetProperty("effects").EnumerateArray().Concat(change.GetProperty("alsoAccepted").EnumerateArray()).Select(effect => effect.GetString()!)],
                change.GetProperty("materiality").GetString()!,
                change.GetProperty("beforeQuote").GetString(),
                change.GetProperty("afterQuote").GetString());
        }
    }

    internal static AnalyzedPolicy Classified(string file)
    {
        AnalyzedPolicy policy = Compared.Read(PolicyDocument.Load(Path.Combine(Folder, file), cancellationToken: TestContext.Current.CancellationToken));
        return Classify(policy);
    }

    private sealed record Planted(string Id, string Before, string After, IReadOnlyList<string> Effects, string Materiality, string? BeforeQuote, string? AfterQuote)
    {
        public bool Fits(ChangeRecord record) =>
            (BeforeQuote is null || record.Before?.Text.Contains(BeforeQuote, StringComparison.Ordinal) == true)
            && (AfterQuote is null || record.After?.Text.Contains(AfterQuote, StringComparison.Ordinal) == true)
            || (BeforeQuote is { Length: > 20 } && record.Before?.Text.Contains(BeforeQuote, StringComparison.Ordinal) == true)
            || (AfterQuote is { Length: > 20 } && record.After?.Text.Contains(AfterQuote, StringComparison.Ordinal) == true);
    }
}
