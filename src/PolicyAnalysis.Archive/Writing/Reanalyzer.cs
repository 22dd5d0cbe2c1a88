using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Analyses versions again whose analysis is missing or was made with something else; several prepare, one at a time writes.</summary>
internal sealed class Reanalyzer(PolicyArchive archive, AnalysisVersions current, ArchiveReanalysisOptions options)
{
    private long _done;
    private long _analyzed;
    private long _notAnalyzed;
    private long _total;
    private long _start;

    public ArchiveReanalysisResult Run(CancellationToken cancellationToken)
    {
        _start = options.Clock.GetTimestamp();
        Dictionary<long, List<Outdated>> outdated = archive.Reading(connection => Find(connection, cancellationToken));
        _total = outdated.Values.Sum(static versions => (long)versions.Count);
        // Documents with many versions first, so that nobody is left with one of them at the end.
        var open = new ConcurrentQueue<List<Outdated>>(outdated.OrderByDescending(static pair => pair.Value.Count).ThenBy(static pair => pair.Key).Select(static pair => pair.Value));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, Math.Max(1, options.Parallelism)).Select(_ => Task.Run(() => Work(open, stopping), CancellationToken.None))];
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return new ArchiveReanalysisResult(_total, _analyzed, _notAnalyzed);
    }

    /// <summary>The versions to analyse, by document, in the order they were seen.</summary>
    private Dictionary<long, List<Outdated>> Find(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string Rows =
            """
            SELECT v.sequence, v.document, v.source, v.analysis, e.line, a.line
            FROM version v JOIN entry e ON e.sequence=v.sequence LEFT JOIN entry a ON a.sequence=v.analysis
            WHERE v.source IS NOT NULL ORDER BY v.document, v.seen, v.sequence
            """;
        var found = new Dictionary<long, List<Outdated>>();
        foreach ((long sequence, long document, long source, long? analysis, string line, string? made) in connection.ReadRows(Rows, static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IntegerOrNull(3), row.GetString(4), row.TextOrNull(5))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (analysis > options.ThroughEntry && made is not null && ArchiveEntry.Parse(made)?.Versions == current)
                continue;
            ArchiveEntry entry = ArchiveEntry.Parse(line) ?? throw new PolicyArchiveException(ArchiveProblem.Damaged, FormattableString.Invariant($"Entry {sequence} is damaged; verify the archive and go back to a copy."));
            if (!found.TryGetValue(document, out List<Outdated>? versions))
                found.Add(document, versions = []);
            versions.Add(new Outdated(sequence, document, source, entry));
        }

        return found;
    }

    private void Work(ConcurrentQueue<List<Outdated>> open, CancellationTokenSource stopping)
    {
        var waiting = new List<(Outdated Version, PreparedAnalysis Analysis)>();
        try
        {
            while (open.TryDequeue(out List<Outdated>? document))
            {
                VersionPreparer preparer = archive.Preparer(document[0].Entry.Platform!, document[0].Entry.Document!, analyze: true);
                archive.Reading(connection =>
                {
                    var reader = new BlobReader(connection);
                    foreach (Outdated version in document)
                    {
                        stopping.Token.ThrowIfCancellationRequested();
                        if (preparer.PrepareAnalysis(version.Captured(reader), stopping.Token) is { } analysis)
                            waiting.Add((version, analysis));
                        else
                            Interlocked.Increment(ref _notAnalyzed);
                        Interlocked.Increment(ref _done);
                        if (waiting.Count >= options.VersionsPerCommit)
                            Write(waiting, stopping.Token);
                    }

                    return 0;
                });
            }

            Write(waiting, stopping.Token);
        }
        catch
        {
            // The others stop too; what is committed stays.
            stopping.Cancel();
            throw;
        }
    }

    private void Write(List<(Outdated Version, PreparedAnalysis Analysis)> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        archive.Write(
            writer =>
            {
                foreach ((Outdated version, PreparedAnalysis analysis) in waiting)
                    writer.WriteAnalysis(analysis, version.Sequence, version.Document);
                return 0;
            },
            cancellationToken);
        long analyzed = Interlocked.Add(ref _analyzed, waiting.Count);
        waiting.Clear();
        options.Progress?.Report(new ArchiveProgress(Interlocked.Read(ref _done), _total, analyzed, options.Clock.GetElapsedTime(_start)));
    }

    private sealed record Outdated(long Sequence, long Document, long Source, ArchiveEntry Entry)
    {
        public CapturedVersion Captured(BlobReader reader) => new()
        {
            Platform = Entry.Platform!,
            Document = Entry.Document!,
            SeenAt = Entry.SeenAt,
            Content = reader.Read(Source),
            MediaType = MediaTypes.Of(Entry.MediaType),
            Charset = MediaTypes.CharsetOf(Entry.MediaType),
            Address = Entry.Address is null ? null : new Uri(Entry.Address, UriKind.RelativeOrAbsolute),
            Origin = Entry.Origin,
        };
    }
}
