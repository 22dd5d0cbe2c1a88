using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Builds a document and its provisions by hand, so that a report's test moves only when the report does.</summary>
internal sealed class SampleText(string name, string? title)
{
    private readonly StringBuilder _text = new();
    private readonly List<DocumentBlock> _blocks = [];
    private readonly List<AnalyzedProvision> _provisions = [];
    private string[] _headings = [];

    public string? Language { get; init; }

    public Uri? Address { get; init; }

    public DateOnly? Effective { get; init; }

    public IReadOnlyList<PolicyDiagnostic> Diagnostics { get; init; } = [];

    public SampleText Under(params string[] headings)
    {
        _headings = headings;
        return this;
    }

    public SampleText Add(string text, ProvisionKind kind = ProvisionKind.Paragraph, string? number = null, string? leadIn = null, params string[] types)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        var range = new TextRange(_text.Length, _text.Length + text.Length);
        _text.Append(text);
        _blocks.Add(new DocumentBlock { Kind = DocumentBlockKind.Paragraph, Range = range });
        int ordinal = _provisions.Count;
        _provisions.Add(new AnalyzedProvision
        {
            Provision = new Provision
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ordinal}\u001f{text}")))[..16],
                Ordinal = ordinal,
                Kind = kind,
                Range = range,
                Text = text,
                Headings = _headings,
                Number = number,
                LeadIn = leadIn,
                Position = new SourcePosition(range.Start, ordinal + 1, 1),
            },
            Labels = [.. types.Select((type, index) => new ProvisionLabel { Type = type, Score = 0.95 - (0.2 * index) })],
        });
        return this;
    }

    public AnalyzedPolicy Build()
    {
        string text = _text.ToString();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new AnalyzedPolicy
        {
            Document = new PolicyDocument
            {
                Source = new PolicySource { Name = name, Address = Address, MediaType = PolicyMediaType.Html, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), ByteLength = bytes.Length },
                Text = text,
                Blocks = _blocks,
                Dates = Effective is { } date ? [new StatedDate { Kind = StatedDateKind.Effective, Date = date, Range = _blocks[0].Range }] : [],
                Title = title,
                Language = Language,
                DocumentType = PolicyDocumentType.PrivacyNotice,
                DocumentTypeScore = 0.9,
                Diagnostics = Diagnostics,
            },
            Provisions = _provisions,
            Versions = new AnalysisVersions { Library = "0.0.0-sample", Model = "sample-model 1", Taxonomy = "sample-taxonomy 1", Catalog = "sample-catalogue 1" },
        };
    }
}
