namespace PolicyAnalysis.Archive;

/// <summary>How versions are analysed again.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveReanalysisOptions
{
    /// <summary>
    /// Analyses whose entry has this number or a smaller one are made again, whatever made them; a run that was stopped goes on
    /// when it is given the same number.
    /// </summary>
    /// <value>The default, 0, makes only those again that another library, model, taxonomy or catalogue made, or that are missing.</value>
    public long ThroughEntry { get; init; }

    /// <summary>How many documents are analysed beside one another; one at a time writes.</summary>
    /// <value>The default is the number of processors.</value>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How many analyses are committed together; a run that is stopped goes on after the last commit.</summary>
    /// <value>The default is 128.</value>
    public int VersionsPerCommit { get; init; } = 128;

    /// <summary>Is told how far the work is, after each commit.</summary>
    public IProgress<ArchiveProgress>? Progress { get; init; }

    /// <summary>Measures time for the progress.</summary>
    /// <value>The default is the system's clock; it has no part in what is archived.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What analysing again brought.</summary>
/// <param name="Versions">Versions whose analysis was missing or made with something older.</param>
/// <param name="Analyzed">How many of them have a new analysis.</param>
/// <param name="NotAnalyzed">How many could not be read as a policy; what they had before stands.</param>
public sealed record ArchiveReanalysisResult(long Versions, long Analyzed, long NotAnalyzed);
