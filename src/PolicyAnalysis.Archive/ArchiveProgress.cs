namespace PolicyAnalysis.Archive;

/// <summary>How far an import or a new analysis of the archive is.</summary>
/// <param name="Done">Versions and absences seen so far, those with nothing to do included.</param>
/// <param name="Total">Versions and absences in all.</param>
/// <param name="Added">How many versions or analyses are new in the archive.</param>
/// <param name="Elapsed">The time since the start.</param>
public readonly record struct ArchiveProgress(long Done, long Total, long Added, TimeSpan Elapsed)
{
    /// <summary>Versions a second; 0 before the first.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>The time left at this rate; <see langword="null"/> before the first.</summary>
    public TimeSpan? Remaining => Done > 0 ? Elapsed * ((double)(Total - Done) / Done) : null;
}
