namespace PolicyAnalysis.Archive.Families;

/// <summary>What tells a variant from another, without reading the document.</summary>
internal sealed record DocumentFace(long Document, string Platform, string Name)
{
    /// <summary>The number of its latest analysed version; nothing where there is none.</summary>
    public long? Version { get; init; }

    public Uri? Address { get; init; }

    public string? Title { get; init; }

    /// <summary>The language without its region.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of policy, where the title names it.</summary>
    public PolicyDocumentType Type { get; init; }

    public VariantName NameParts { get; } = VariantName.Of(Name);

    public VariantAddress? AddressParts => VariantAddress.Of(Address, Name);
}
