using System.IO.Compression;
using System.Text.Json;
using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Tests.Data;

public sealed class LabelPointerFileTests
{
    private const string Notice = "# Privacy notice\n\n## How long\n\nWe keep orders for two years.\n\nWe share:\n\n* your name with couriers;\n* your address with couriers.\n";

    [Fact]
    public void The_shipped_pointers_name_only_types_of_the_taxonomy_and_hold_no_text()
    {
        Assert.InRange(LabelPointerFile.Shipped.Count, 10_000, 20_000);
        Assert.All(LabelPointerFile.Shipped, pointer =>
        {
            Assert.Equal(40, pointer.Commit.Length);
            Assert.All(pointer.Labels, label => Assert.True(Taxonomy.Default.TryGet(label, out _), label));
        });
    }

    [Fact]
    public void A_text_is_found_again_by_its_fingerprint_with_its_context()
    {
        LabelledProvision found = Assert.Single(LabelPointerFile.Rebuild(
            [Pointer("Lumenleaf/Privacy Policy.md", 9, "Your name – with couriers")],
            path => path == "Lumenleaf/Privacy Policy.md" ? Notice : null,
            TestContext.Current.CancellationToken));
        Assert.Equal("your name with couriers;", found.Input.Text);
        Assert.Equal("We share:", found.Input.LeadIn);
        Assert.Equal(["Privacy notice", "How long"], found.Input.Headings);
        Assert.Equal(PolicyDocumentType.PrivacyNotice, found.Input.DocumentType);
        Assert.Equal("Lumenleaf", found.Group);
    }

    [Fact]
    public void What_the_clone_lacks_is_left_out() =>
        Assert.Empty(LabelPointerFile.Rebuild([Pointer("Lumenleaf/Terms.md", 1, "x"), Pointer("Lumenleaf/Privacy Policy.md", 1, "other words")], path => path.EndsWith("Policy.md", StringComparison.Ordinal) ? Notice : null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("5\t0123456789abcdef\tcookies")]
    [InlineData("> a.md\nfive\t0123456789abcdef\tcookies")]
    [InlineData("> a.md\n5\t0123\tcookies")]
    [InlineData("> a.md\n5\t0123456789abcdef\t")]
    public void A_bad_line_is_refused_with_a_typed_error(string text) =>
        Assert.Throws<PolicyAnalysisException>(() => LabelPointerFile.Read(new StringReader(text)));

    [Fact]
    public void Most_pointers_into_recorded_documents_find_their_text()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Testing.Repository.SharedPathOf("data", "corpus", "documents.jsonl.gz")), CompressionMode.Decompress));
        while (files.Count < 40 && lines.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            files[$"{json.RootElement.GetProperty("service").GetString()}/{json.RootElement.GetProperty("terms").GetString()}.md"] = json.RootElement.GetProperty("markdown").GetString()!;
        }

        LabelPointer[] pointers = [.. LabelPointerFile.Shipped.Where(pointer => files.ContainsKey(pointer.Path))];
        int found = LabelPointerFile.Rebuild(pointers, files.GetValueOrDefault, TestContext.Current.CancellationToken).Count;
        Assert.InRange((double)found / pointers.Length, 0.7, 1);
    }

    private static LabelPointer Pointer(string path, int line, string text) =>
        new() { Commit = "c", Path = path, Line = line, Fingerprint = LabelPointerFile.Fingerprint(text), Labels = ["cookies"], Annotator = "first", Guide = "1.0" };
}
