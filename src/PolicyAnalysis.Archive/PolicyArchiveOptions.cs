using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive;

/// <summary>How an archive is opened.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyArchiveOptions
{
    /// <summary>Whether the archive is only read; then the file must exist and is never changed.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long to wait while another process writes.</summary>
    /// <value>The default is 30 seconds; whole seconds, at least one.</value>
    public TimeSpan WaitForWriter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What gives the provisions of added versions their types.</summary>
    /// <value>The default, <see langword="null"/>, is the shipped model.</value>
    public IProvisionClassifier? Classifier { get; init; }

    /// <summary>Whether versions are analysed when they are added; otherwise only their sources are kept.</summary>
    /// <value>The default is to analyse.</value>
    public bool Analyze { get; init; } = true;

    /// <summary>
    /// How many versions may stand one on the other before one is stored whole. Longer chains make a smaller file and slower
    /// reading.
    /// </summary>
    /// <value>The default is 24; 0 stores every source and every analysis whole. A canonical text without one before it stands on its source.</value>
    public int LongestChain { get; init; } = 24;

    /// <summary>The size of the pages of a file that is made; tests make small ones, so that every byte can be tried.</summary>
    internal int PageSize { get; init; } = 4096;
}
