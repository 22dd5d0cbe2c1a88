using PolicyAnalysis.Provisions;
using PolicyAnalysis.Testing;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Tests.RealPolicies;

/// <summary>Archived versions of real policies, which are Markdown made from pages.</summary>
public sealed class ArchivedVersionTests
{
    [Fact]
    public void Every_character_of_every_provision_stands_at_its_place_in_the_source()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.SharedPathOf("data", "versions"), "*.md", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) is "before.md" or "after.md").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        var lost = new List<string>();
        foreach (string file in files)
        {
            string source = File.ReadAllText(file);
            PolicyDocument document = DocumentOutline.Read(source, PolicyMediaType.Markdown);
            string difference = SourceEvidence.Differences(document, source);
            if (difference.Length > 0)
                lost.Add($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}: {difference}");
            foreach (Provision provision in ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken))
                Assert.Equal(document.GetSourcePosition(provision.Range.Start), provision.Position);
        }

        Assert.True(lost.Count == 0, $"{lost.Count} of {files.Length} files: {string.Join('\n', lost.Take(10))}");
    }
}
