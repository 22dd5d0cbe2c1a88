using System.Globalization;
using System.Text;
using PolicyAnalysis.Provisions;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>Whole policies of invented services, messy as real ones, with all that segmentation says of them.</summary>
public sealed class GoldenPolicyTests
{
    [Theory]
    [InlineData("contract.txt")]
    [InlineData("privacy.md")]
    [InlineData("datenschutz.md")]
    [InlineData("conditions.md")]
    [InlineData("condiciones.md")]
    [InlineData("acceptable-use.html")]
    public void A_policy_becomes_the_provisions_that_a_reader_sees(string name)
    {
        string folder = Repository.PathOf("tests", "PolicyAnalysis.Tests", "Provisions", "Golden");
        PolicyDocument document = PolicyDocument.Parse(File.ReadAllText(Path.Combine(folder, name)), new PolicyReadOptions { Name = name }, TestContext.Current.CancellationToken);
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken);
        var written = new StringBuilder();
        written.Append(CultureInfo.InvariantCulture, $"{document.DocumentType}, {document.Language}, \"{document.Title}\"\n");
        foreach (Provision provision in provisions)
            Write(document, provisions, provision, written);
        GoldenFile.AssertSame(written.ToString(), Path.Combine(folder, Path.ChangeExtension(name, ".provisions.txt")));
    }

    /// <summary>A line for the text, then one for each thing that is known of it.</summary>
    private static void Write(PolicyDocument document, IReadOnlyList<Provision> provisions, Provision provision, StringBuilder written)
    {
        written.Append(CultureInfo.InvariantCulture, $"\n{provision.Ordinal} {provision.Kind} at {provision.Position.Line}:{provision.Position.Column}");
        if (provision.Number is { } number)
            written.Append(CultureInfo.InvariantCulture, $", number {number}");
        if (provision.ParentOrdinal is { } parent)
            written.Append(CultureInfo.InvariantCulture, $", under {parent}");
        written.Append('\n').Append(provision.Text.Replace("\n", "\n  = ", StringComparison.Ordinal).Replace("\t", " | ", StringComparison.Ordinal)).Append('\n');
        if (provision.LeadIn is { } leadIn)
            written.Append(CultureInfo.InvariantCulture, $"  after \"{leadIn}\"\n");
        if (provision.TableHeaders.Count > 0)
            written.Append(CultureInfo.InvariantCulture, $"  columns {string.Join(" | ", provision.TableHeaders)}\n");
        if (provision.TermRange is { } term)
            written.Append(CultureInfo.InvariantCulture, $"  defines {term.Of(document.Text)}\n");
        foreach (ProvisionReference reference in provision.References)
        {
            Provision? target = provisions.FirstOrDefault(candidate => candidate.Id == reference.TargetId);
            written.Append(CultureInfo.InvariantCulture, $"  \"{reference.Range.Of(document.Text)}\" leads to {target?.Ordinal.ToString(CultureInfo.InvariantCulture) ?? "nothing"}\n");
        }

        if (SentenceSplitter.Split(document.Text, provision.Range) is { Count: > 1 } sentences && provision.Kind is ProvisionKind.Paragraph or ProvisionKind.ListItem)
            written.Append(CultureInfo.InvariantCulture, $"  sentences {string.Join(" ¦ ", sentences.Select(sentence => sentence.Of(document.Text)))}\n");
    }
}
