using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Writing;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>Several readers analyse documents, one writer writes; what is archived already is passed over.</summary>
internal sealed class HistoryImporter(PolicyArchive archive, ArchiveImportOptions options)
{
    /// <summary>How many prepared versions may wait for the writer: it bounds the memory.</summary>
    private const int MostWaiting = 256;

    private readonly ConcurrentBag<ArchiveImportSkip> _skipped = [];
    private long _done;
    private long _added;
    private long _notAnalyzed;

    public ArchiveImportResult Import(IRecordedHistory history, CancellationToken cancellationToken)
    {
        long start = options.Clock.GetTimestamp();
        IReadOnlyList<RecordedDocument> documents = history.List(cancellationToken);
        long total = documents.Sum(static document => (long)document.Versions.Count);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var prepared = new BlockingCollection<PreparedVersion>(MostWaiting);
        // Documents with many versions first, so that no reader is left with one of them at the end.
        var open = new ConcurrentQueue<RecordedDocument>(documents.OrderByDescending(static document => document.Versions.Count));
        Task[] readers = [.. Enumerable.Range(0, Math.Max(1, options.Parallelism)).Select(_ => Task.Factory.StartNew(() => ReadAll(history, open, prepared, stopping.Token), stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task finished = Task.WhenAll(readers).ContinueWith(_ => prepared.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            WriteAll(prepared, total, start, readers, stopping.Token);
        }
        finally
        {
            stopping.Cancel();
            finished.Wait(CancellationToken.None);
        }

        Task.WhenAll(readers).GetAwaiter().GetResult();
        archive.Database.FoldLog();
        return new ArchiveImportResult(documents.Count, total, _added, _notAnalyzed)
        {
            Skipped = _skipped.IsEmpty ? [] : [.. _skipped.OrderBy(static skip => skip.Platform, StringComparer.Ordinal).ThenBy(static skip => skip.Document, StringComparer.Ordinal).ThenBy(static skip => skip.SeenAt)],
        };
    }

    private void ReadAll(IRecordedHistory history, ConcurrentQueue<RecordedDocument> open, BlockingCollection<PreparedVersion> prepared, CancellationToken cancellationToken)
    {
        using IRecordedVersionReader reader = history.OpenReader();
        while (open.TryDequeue(out RecordedDocument? document))
        {
            Known known = archive.Reading(connection => Known.Of(connection, document));
            if (known.Count >= document.Versions.Count && document.Versions.All(known.Has))
            {
                Interlocked.Add(ref _done, document.Versions.Count);
                continue;
            }

            VersionPreparer preparer = archive.Preparer(document.Platform, document.Name);
            foreach (RecordedVersion version in document.Versions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (known.Has(version))
                {
                    Interlocked.Increment(ref _done);
                    continue;
                }

                try
                {
                    prepared.Add(Prepare(preparer, document, version, reader, cancellationToken), cancellationToken);
                }
                catch (UnreadableVersionException problem)
                {
                    Skip(document, version, problem.Message);
                }
            }
        }
    }

    private void Skip(RecordedDocument document, RecordedVersion version, string why)
    {
        Interlocked.Increment(ref _done);
        _skipped.Add(new ArchiveImportSkip(document.Platform, document.Name, version.SeenAt, version.Origin, why));
    }

    private static PreparedVersion Prepare(VersionPreparer preparer, RecordedDocument document, RecordedVersion version, IRecordedVersionReader reader, CancellationToken cancellationToken)
    {
        if (version.Locator is null)
            return VersionPreparer.PrepareAbsence(document.Platform, document.Name, version.SeenAt, version.Origin);
        return preparer.Prepare(
            new CapturedVersion
            {
                Platform = document.Platform,
                Document = document.Name,
                SeenAt = version.SeenAt,
                Content = reader.Read(version),
                MediaType = version.MediaType,
                Charset = version.Charset,
                Address = version.Address,
                Origin = version.Origin,
            },
            cancellationToken);
    }

    private void WriteAll(BlockingCollection<PreparedVersion> prepared, long total, long start, Task[] readers, CancellationToken cancellationToken)
    {
        while (!prepared.IsCompleted)
        {
            // A reader that failed stops the import; what is committed stays.
            Task? failed = Array.Find(readers, static reader => reader.IsFaulted);
            if (failed is not null)
                failed.GetAwaiter().GetResult();
            if (!prepared.TryTake(out PreparedVersion? first, Timeout.Infinite, cancellationToken))
                break;
            archive.Write(
                writer =>
                {
                    PreparedVersion? next = first;
                    int count = 0;
                    do
                    {
                        if (writer.Write(next).IsNew)
                        {
                            _added++;
                            if (next.Source is not null && next.Analysis is null)
                                _notAnalyzed++;
                        }

                        Interlocked.Increment(ref _done);
                    }
                    while (++count < options.VersionsPerCommit && prepared.TryTake(out next, Timeout.Infinite, cancellationToken));
                    return count;
                },
                cancellationToken);
            options.Progress?.Report(new ArchiveProgress(Interlocked.Read(ref _done), total, _added, options.Clock.GetElapsedTime(start)));
        }
    }

    /// <summary>The versions of a document that are archived already, by where they were taken from, and by their bytes where the record tells their hash.</summary>
    private sealed class Known
    {
        private readonly HashSet<(string? Origin, long Seen, string? Sha256)> _versions = [];

        public int Count { get; private set; }

        public static Known Of(SqliteConnection connection, RecordedDocument document)
        {
            var known = new Known();
            foreach ((string line, long seen) in connection.ReadRows(
                "SELECT e.line, v.seen FROM document d JOIN version v ON v.document=d.id JOIN entry e ON e.sequence=v.sequence WHERE d.platform=$1 AND d.name=$2",
                static row => (row.GetString(0), row.GetInt64(1)),
                document.Platform,
                document.Name))
            {
                Evidence.ArchiveEntry? entry = Evidence.ArchiveEntry.Parse(line);
                known._versions.Add((entry?.Origin, seen, null));
                known._versions.Add((entry?.Origin, seen, Sha256Hash.Hex(entry?.Source)));
                known.Count++;
            }

            return known;
        }

        public bool Has(RecordedVersion version) =>
            _versions.Contains((version.Origin, version.SeenAt.ToUnixTimeSeconds(), version.Sha256 is null ? null : Sha256Hash.Hex(version.Sha256)));
    }
}
