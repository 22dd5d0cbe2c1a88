using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Writing;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    /// <summary>Archives a version: its bytes, and what the analysis finds in them. A source that cannot be read as a policy is kept without an analysis.</summary>
    /// <param name="captured">The version.</param>
    /// <param name="cancellationToken">Stops the work before anything is written.</param>
    /// <returns>The version as archived; the one that is there already where the same bytes were archived as seen at the same time.</returns>
    /// <exception cref="PolicyArchiveException">Another process writes, the storage failed, or the archive is read-only.</exception>
    public ArchivedVersion Add(CapturedVersion captured, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(captured);
        return Add([captured], cancellationToken)[0];
    }

    /// <summary>Archives several versions at once: all of them are kept, or none.</summary>
    /// <param name="captured">The versions, of one document or of many; those of a document best in the order they were seen.</param>
    /// <param name="cancellationToken">Stops the work before anything is written.</param>
    /// <returns>The versions as archived, in the order given.</returns>
    /// <exception cref="PolicyArchiveException">Another process writes, the storage failed, or the archive is read-only.</exception>
    public IReadOnlyList<ArchivedVersion> Add(IReadOnlyList<CapturedVersion> captured, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(captured);
        var preparers = new Dictionary<(string, string), VersionPreparer>();
        var prepared = new List<PreparedVersion>(captured.Count);
        foreach (CapturedVersion version in captured)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!preparers.TryGetValue((version.Platform, version.Document), out VersionPreparer? preparer))
                preparers[(version.Platform, version.Document)] = preparer = Preparer(version.Platform, version.Document);
            prepared.Add(preparer.Prepare(version, cancellationToken));
        }

        long[] sequences = Write(writer => prepared.ConvertAll(version => writer.Write(version).Sequence).ToArray(), cancellationToken);
        return Reading<IReadOnlyList<ArchivedVersion>>(connection => [.. sequences.Select(sequence => Version(connection, sequence))]);
    }

    /// <summary>Records that a document was not there: it had been removed, or could not be reached.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="document">The document's name.</param>
    /// <param name="seenAt">When it was found missing; kept in UTC to the second.</param>
    /// <param name="origin">Where an imported absence was taken from; otherwise <see langword="null"/>.</param>
    /// <exception cref="PolicyArchiveException">Another process writes, the storage failed, or the archive is read-only.</exception>
    public void AddAbsence(string platform, string document, DateTimeOffset seenAt, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(document);
        PreparedVersion prepared = VersionPreparer.PrepareAbsence(platform, document, seenAt, origin);
        Write(writer => writer.Write(prepared), CancellationToken.None);
    }

    /// <summary>
    /// Analyses versions again whose analysis was made with another library, model, taxonomy or catalogue, or that were kept
    /// without one. The new analyses are added to the chain; the earlier ones stay in it. It can be stopped and started again.
    /// </summary>
    /// <param name="options">What to analyse again; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work after the last commit.</param>
    /// <returns>How many versions there were and what became of them.</returns>
    /// <exception cref="PolicyArchiveException">Another process writes, the storage failed, the archive is read-only or damaged.</exception>
    public ArchiveReanalysisResult Reanalyze(ArchiveReanalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = _database.Writer;
        return new Reanalyzer(this, _analyzer.Value.Versions, options ?? new ArchiveReanalysisOptions()).Run(cancellationToken);
    }

    /// <summary>
    /// Works out documents, versions and the index for timelines, comparison and search again from the chain and the contents.
    /// Nothing that is evidence is touched; it is done whole or not at all.
    /// </summary>
    /// <param name="cancellationToken">Stops the work; then everything is as before.</param>
    /// <returns>How many documents were worked out.</returns>
    /// <exception cref="PolicyArchiveException">The evidence itself is damaged, another process writes, or the archive is read-only.</exception>
    /// <remarks>Time is linear in the analyses of all versions. A search that was begun before begins again from its first page.</remarks>
    public int RebuildIndex(CancellationToken cancellationToken = default)
    {
        int documents = Write(writer => writer.RebuildIndex(cancellationToken), cancellationToken);
        _nearest.Forget();
        _faces.Forget();
        return documents;
    }

    /// <summary>What prepares the versions of a document, going on after the last one archived.</summary>
    internal VersionPreparer Preparer(string platform, string document, bool analyze = false)
    {
        var preparer = new VersionPreparer(analyze || _options.Analyze ? _analyzer.Value : null, _options.LongestChain);
        Reading(connection =>
        {
            if (connection.ReadInteger("SELECT id FROM document WHERE platform=$1 AND name=$2", platform, document) is not 0 and var id)
                preparer.Resume(connection, id);
            return 0;
        });
        return preparer;
    }

    /// <summary>Runs work in a transaction: it is on disk when this returns, or nothing of it is.</summary>
    internal T Write<T>(Func<ArchiveWriter, T> work, CancellationToken cancellationToken)
    {
        _ = _database.Writer;
        _writing.Wait(cancellationToken);
        bool committed = false;
        try
        {
            return _database.Guard(() =>
            {
                using var writer = new ArchiveWriter(_database.Writer);
                T result = work(writer);
                writer.Commit();
                committed = true;
                return result;
            });
        }
        finally
        {
            if (!committed)
                _database.RenewWriter();
            _writing.Release();
        }
    }
}
