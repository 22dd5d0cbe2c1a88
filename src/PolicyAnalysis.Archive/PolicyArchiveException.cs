namespace PolicyAnalysis.Archive;

/// <summary>Why an archive could not do what was asked.</summary>
public enum ArchiveProblem
{
    /// <summary>The file is not an archive, or of a format that this version does not read.</summary>
    NotAnArchive,

    /// <summary>Another process writes and did not finish within the time allowed.</summary>
    Busy,

    /// <summary>The disk is full or refuses to write; what was acknowledged before is kept.</summary>
    StorageFailed,

    /// <summary>What is stored is not what was written: verify the archive.</summary>
    Damaged,

    /// <summary>The document, version or entry is not in the archive.</summary>
    NotFound,

    /// <summary>The archive was opened for reading only.</summary>
    ReadOnly,

    /// <summary>What was given cannot be archived or attached.</summary>
    Refused,

    /// <summary>A recorded history could not be read.</summary>
    ImportFailed,
}

/// <summary>An archive could not do what was asked; the message says what, where, and what to do.</summary>
public sealed class PolicyArchiveException : PolicyAnalysisException
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public PolicyArchiveException(ArchiveProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>Makes the error with what caused it.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PolicyArchiveException(ArchiveProblem problem, string message, Exception innerException)
        : base(message, innerException) => Problem = problem;

    /// <summary>Why.</summary>
    public ArchiveProblem Problem { get; }
}
