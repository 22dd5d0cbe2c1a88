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

    /// <summary>Measures time for the progress.</summary>
    /// <value>The default is the system's clock; it has no part in what is archived.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What an import brought.</summary>
/// <param name="Documents">Documents of the history.</param>
/// <param name="Versions">Versions and absences of the history.</param>
/// <param name="Added">How many of them were new to the archive.</param>
/// <param name="NotAnalyzed">How many new versions could not be read as a policy and were kept without an analysis.</param>
public sealed record ArchiveImportResult(int Documents, long Versions, long Added, long NotAnalyzed);
