namespace PolicyAnalysis.Archive;

/// <summary>How a recorded history is imported.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveImportOptions
{
    /// <summary>How many documents are read and analysed beside one another; one writer writes.</summary>
    /// <value>The default is the number of processors.</value>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How many versions are committed together; an import that is stopped goes on after the last commit.</summary>
    /// <value>The default is 256.</value>
    public int VersionsPerCommit { get; init; } = 256;

    /// <summary>Is told how far the import is, after each commit.</summary>
    public IProgress<ArchiveProgress>? Progress { get; init; }

    /// <summary>Which pages of a web archive are documents of which platforms.</summary>
    /// <value>The default names a document by its address: the host is the platform, the path the document.</value>
    public ArchivePageNames Pages { get; init; } = ArchivePageNames.ByHost;

    /// <summary>The largest page that is taken out of a web archive, in bytes, after all encodings are undone.</summary>
    /// <value>The default is 32 MiB; larger ones are skipped and named in the result.</value>
    public int LargestPage { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most bytes that a compressed web archive may unpack to; it is unpacked into a temporary file.</summary>
    /// <value>The default is 16 GiB.</value>
    public long LargestUnpacked { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>Measures time for the progress.</summary>
    /// <value>The default is the system's clock; it has no part in what is archived.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What an import brought.</summary>
/// <param name="Documents">Documents of the history.</param>
/// <param name="Versions">Versions and absences of the history.</param>
/// <param name="Added">How many of them were new to the archive.</param>
/// <param name="NotAnalyzed">How many new versions could not be read as a policy and were kept without an analysis.</param>
public sealed record ArchiveImportResult(int Documents, long Versions, long Added, long NotAnalyzed)
{
    /// <summary>Versions that could not be taken out of the record, ordered by platform, document and time; an import that is run again tries them again.</summary>
    public IReadOnlyList<ArchiveImportSkip> Skipped { get; init; } = [];
}

/// <summary>A recorded version that could not be taken out of its record.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Document">The document's name.</param>
/// <param name="SeenAt">When it was recorded.</param>
/// <param name="Origin">The record.</param>
/// <param name="Why">One plain sentence without a full stop.</param>
public sealed record ArchiveImportSkip(string Platform, string Document, DateTimeOffset SeenAt, string? Origin, string Why);
