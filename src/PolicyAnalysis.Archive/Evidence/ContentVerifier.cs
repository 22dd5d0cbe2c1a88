using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using ZstdSharp;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>
/// Checks that every content has the hash it is named by, that every content an entry names is there, and that there is none
/// that no entry names. Chains are walked from the whole content outwards, so each is unpacked once.
/// </summary>
internal sealed class ContentVerifier(ArchiveDatabase database, SqliteConnection connection, FindingList findings)
{
    public long Verify(IReadOnlyList<ArchiveEntry?> entries, CancellationToken cancellationToken)
    {
        var named = new HashSet<string>(entries.SelectMany(static entry => entry?.Contents() ?? []).Select(static hash => Sha256Hash.Hex(hash)), StringComparer.Ordinal);
        var stored = new Dictionary<string, long>(StringComparer.Ordinal);
        var children = new Dictionary<long, List<long>>();
        var roots = new List<long>();
        foreach ((long id, byte[] hash, long? under, long depth) in connection.ReadRows("SELECT id, sha256, base, depth FROM blob ORDER BY id", static row => (row.GetInt64(0), row.Bytes(1), row.IntegerOrNull(2), row.GetInt64(3))))
        {
            string where = Where(id);
            string name = Sha256Hash.Hex(hash);
            if (!stored.TryAdd(name, id) || !named.Contains(name))
                findings.Add(where, "no entry names it");
            if (under is null)
            {
                roots.Add(id);
                if (depth != 0)
                    findings.Add(where, "its depth is not that of a content stored whole");
                continue;
            }

            if (under >= id)
                findings.Add(where, "it builds on what was written after it");
            else
                Children(under.Value).Add(id);
        }

        foreach (string name in named.Where(name => !stored.ContainsKey(name)).Order(StringComparer.Ordinal))
            findings.Add("content", $"the content {name}, which an entry names, is missing");
        if (findings.IsFull)
            return stored.Count;

        long reached = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(
            roots,
            parallel,
            database.Read,
            (root, _, own) =>
            {
                Interlocked.Add(ref reached, Walk(own, root, children));
                return own;
            },
            static own => own.Dispose());
        if (reached != stored.Count)
            findings.Add("content", "some contents build on none that is stored");
        return stored.Count;

        List<long> Children(long id) => children.TryGetValue(id, out List<long>? list) ? list : children[id] = [];
    }

    private long Walk(SqliteConnection own, long root, Dictionary<long, List<long>> children)
    {
        long reached = 0;
        var open = new Stack<(long Id, byte[] Dictionary, long Depth)>();
        open.Push((root, [], 0));
        using SqliteCommand command = own.Command("SELECT sha256, length, depth, data, sum FROM blob WHERE id=$1");
        while (open.TryPop(out (long Id, byte[] Dictionary, long Depth) next) && !findings.IsFull)
        {
            reached++;
            byte[] content = Check(command, next.Id, next.Dictionary, next.Depth);
            foreach (long child in children.GetValueOrDefault(next.Id) ?? [])
                open.Push((child, content, next.Depth + 1));
        }

        return reached;
    }

    private byte[] Check(SqliteCommand command, long id, byte[] dictionary, long depth)
    {
        try
        {
            using SqliteDataReader row = command.With(id).ExecuteReader();
            if (!row.Read())
                throw new FormatException("its row is missing");
            if (row.GetInt64(2) != depth)
                findings.Add(Where(id), "its depth is not that of its place in the chain");
            long length = row.GetInt64(1);
            if (length is < 0 or > int.MaxValue)
                throw new FormatException("its length is impossible");
            byte[] frame = row.Bytes(3);
            if (BlobCompression.Sum(frame) != row.GetInt64(4))
                findings.Add(Where(id), "its compressed bytes are not those that were written");
            byte[] content = BlobCompression.Decompress(frame, dictionary, (int)length);
            if (!Sha256Hash.Of(content).AsSpan().SequenceEqual(row.Bytes(0)))
                findings.Add(Where(id), "its bytes do not give its hash");
            return content;
        }
        catch (Exception problem) when (problem is ZstdException or SqliteException or FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OutOfMemoryException)
        {
            findings.Add(Where(id), $"it cannot be unpacked: {problem.Message}");
            return [];
        }
    }

    private static string Where(long id) => string.Create(CultureInfo.InvariantCulture, $"content {id}");
}
