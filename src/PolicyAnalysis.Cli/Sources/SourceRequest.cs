namespace PolicyAnalysis.Cli.Sources;

/// <summary>One source that the command line names, and how to read it.</summary>
internal sealed record SourceRequest
{
    /// <summary>A file's path, an http or https address, or <c>-</c> for standard input.</summary>
    public required string Source { get; init; }

    public PolicyMediaType MediaType { get; init; }

    public PolicyDocumentType? DocumentType { get; init; }

    public Uri? Address { get; init; }

    /// <summary>The largest source to read.</summary>
    public required long MaximumBytes { get; init; }

    /// <summary>How long an address may take, from the first byte asked to the last byte read.</summary>
    public required TimeSpan Timeout { get; init; }
}
