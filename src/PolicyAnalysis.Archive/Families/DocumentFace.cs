namespace PolicyAnalysis.Archive.Families;

/// <summary>What tells a variant from another, without reading the document.</summary>
/// <remarks>Thread-safe: its parts are worked out when they are first asked for, the same each time.</remarks>
internal sealed class DocumentFace(long document, string platform, string name)
{
    public long Document => document;

    public string Platform => platform;

    public string Name => name;

    /// <summary>The number of its latest analysed version; nothing where there is none.</summary>
    public long? Version { get; init; }

    public Uri? Address { get; init; }

    public string? Title { get; init; }

    /// <summary>The language without its region.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of policy, where the title names it.</summary>
    public PolicyDocumentType Type { get; init; }

    public VariantName NameParts => field ??= VariantName.Of(name);

    /// <summary>Nothing where there is no title.</summary>
    public VariantName? TitleParts => field ??= Title is null ? null : VariantName.Of(Title);

    public VariantAddress? AddressParts => field ??= VariantAddress.Of(Address, name);
}
