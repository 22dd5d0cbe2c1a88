using PolicyAnalysis.Testing;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class MirrorLawTests
{
    [Theory]
    [InlineData("privacy-2024.html", "privacy-2025.html")]
    [InlineData("privacy-2025.html", "privacy-2026.html")]
    [InlineData("terms-2024.html", "terms-2026.html")]
    public void A_sample_compared_backwards_gives_every_record_mirrored(string before, string after)
    {
        AnalyzedPolicy old = PlantedChangesTests.Classified(before);
        AnalyzedPolicy fresh = PlantedChangesTests.Classified(after);

        Assert.Equal(Mirror.Lines(Compare(old, fresh), isBackwards: false), Mirror.Lines(Compare(fresh, old), isBackwards: true));
    }

    [Fact]
    public void Real_pairs_compared_backwards_give_every_record_mirrored()
    {
        string root = Repository.SharedPathOf("data", "versions");
        // Every twelfth pair: the evaluation command holds the law over all of them.
        string[] folders = [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal).Where((_, index) => index % 12 == 0)];
        var violations = new List<string>();
        foreach (string folder in folders)
        {
            AnalyzedPolicy before = Compared.Read(PolicyDocument.Load(Path.Combine(folder, "before.md"), cancellationToken: TestContext.Current.CancellationToken));
            AnalyzedPolicy after = Compared.Read(PolicyDocument.Load(Path.Combine(folder, "after.md"), cancellationToken: TestContext.Current.CancellationToken));
            if (!Mirror.Lines(Compare(before, after), isBackwards: false).SequenceEqual(Mirror.Lines(Compare(after, before), isBackwards: true), StringComparer.Ordinal))
                violations.Add(Path.GetFileName(folder));
        }

        Assert.Empty(violations);
    }
}
