using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>
/// Checks that the entries form the chain, that every content has the hash its entry names, and that the tables worked out
/// from them say the same.
/// </summary>
internal sealed class ArchiveVerifier(ArchiveDatabase database, ArchiveVerificationOptions options)
{
    private readonly FindingList _findings = new(options.MostFindings);

    public ArchiveVerification Verify(CancellationToken cancellationToken)
    {
        var entries = new List<ArchiveEntry?>();
        var leaves = new List<byte[]>();
        byte[] head = HashChain.Origin;
        long contents = 0;
        try
        {
            // The index worked out again lives in temporary tables of the connection, which must go with it.
            using SqliteConnection connection = options.Index ? database.ReadFresh() : database.Read();
            using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
            head = Chain(connection, entries, leaves, cancellationToken);
            if (!_findings.IsFull)
                contents = new ContentVerifier(database, connection, _findings).Verify(entries, cancellationToken);
            if (!_findings.IsFull)
                new ProjectionVerifier(connection, _findings).Verify(entries, cancellationToken);
            if (options.Index && !_findings.IsFull)
                new IndexVerifier(connection, _findings).Verify(cancellationToken);
            if (options.Index && !_findings.IsFull)
                Structure();
        }
        catch (Exception problem) when (problem is SqliteException or InvalidCastException or InvalidOperationException or OverflowException or FormatException)
        {
            _findings.Add("file", $"the database cannot be read to its end: {problem.Message}");
        }
        catch (PolicyArchiveException problem)
        {
            _findings.Add("file", problem.Message);
        }

        return new ArchiveVerification
        {
            Findings = _findings.ToArray(),
            EntryCount = entries.Count,
            ContentCount = contents,
            ChainHash = Sha256Hash.Hex(head),
            MerkleRoot = Sha256Hash.Hex(MerkleTree.Root(leaves)),
        };
    }

    private byte[] Chain(SqliteConnection connection, List<ArchiveEntry?> entries, List<byte[]> leaves, CancellationToken cancellationToken)
    {
        byte[] head = HashChain.Origin;
        foreach ((long sequence, string line, byte[] hash) in connection.ReadRows("SELECT sequence, line, hash FROM entry ORDER BY sequence", static row => (row.GetInt64(0), row.GetString(1), row.Bytes(2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string where = string.Create(CultureInfo.InvariantCulture, $"entry {sequence}");
            if (sequence != entries.Count + 1)
            {
                _findings.Add(where, string.Create(CultureInfo.InvariantCulture, $"it stands where entry {entries.Count + 1} should: an entry was removed or renumbered"));
                return head;
            }

            byte[] expected = HashChain.Next(head, line);
            ArchiveEntry? entry = ArchiveEntry.Parse(line);
            if (!expected.AsSpan().SequenceEqual(hash))
                _findings.Add(where, "its line does not give its hash: the line, its hash or the hash before it was changed");
            else if (entry is null)
                _findings.Add(where, "its line is not of the form that is written");
            if (_findings.IsFull)
                return head;
            // Going on from the stored hash names the damaged entry alone, not all after it.
            head = hash;
            entries.Add(entry);
            leaves.Add(MerkleTree.Leaf(line));
        }

        return head;
    }

    private void Structure()
    {
        // The index of words keeps its layout in memory, and its check would trust one that is out of date.
        using SqliteConnection connection = database.ReadFresh();
        new FileVerifier(database.Path, connection, _findings).Verify();
        foreach (string line in connection.ReadRows("PRAGMA integrity_check(20)", static row => row.GetString(0)))
        {
            if (line != "ok")
                _findings.Add("file", line);
        }
    }
}
