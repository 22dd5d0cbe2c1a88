using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML;

/// <summary>A provision as a row of an ML.NET data view.</summary>
public sealed class ProvisionRow
{
    private const char HeadingSeparator = '\n';

    /// <summary>The provision's own text.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The headings above it, outermost first, one a line.</summary>
    public string Headings { get; init; } = string.Empty;

    /// <summary>The sentence that introduces its list or table; empty where there is none.</summary>
    public string LeadIn { get; init; } = string.Empty;

    /// <summary>The kind of policy, as the number of its <see cref="PolicyDocumentType"/>.</summary>
    public int DocumentType { get; init; }

    /// <summary>The row of a provision.</summary>
    /// <param name="input">The provision.</param>
    public static ProvisionRow Of(ProvisionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ProvisionRow
        {
            Text = input.Text,
            Headings = string.Join(HeadingSeparator, input.Headings.Select(heading => heading.ReplaceLineEndings(" "))),
            LeadIn = input.LeadIn ?? string.Empty,
            DocumentType = (int)input.DocumentType,
        };
    }

    internal ProvisionInput ToInput() => new()
    {
        Text = Text,
        Headings = Headings.Split(HeadingSeparator, StringSplitOptions.RemoveEmptyEntries),
        LeadIn = LeadIn.Length == 0 ? null : LeadIn,
        DocumentType = (PolicyDocumentType)DocumentType,
    };
}
