using System.Globalization;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace PolicyAnalysis.Archive.Storage;

/// <summary>Reads contents: follows a chain of dictionaries to the content stored whole, and back up.</summary>
/// <remarks>Not thread-safe. Keeps the contents read last, so that neighbouring versions cost one step each.</remarks>
internal sealed class BlobReader(SqliteConnection connection, long budget = 32 * 1024 * 1024)
{
    /// <summary>A chain longer than any that is written means damage.</summary>
    private const int LongestChainRead = 100_000;

    private readonly Dictionary<long, byte[]> _kept = [];
    private readonly Queue<long> _order = new();
    private long _size;

    /// <summary>The content of a blob.</summary>
    /// <exception cref="PolicyArchiveException">The blob is missing or damaged.</exception>
    public byte[] Read(long id)
    {
        var steps = new Stack<(long Id, int Length, byte[] Data)>();
        byte[] content = [];
        long? next = id;
        while (next is { } current)
        {
            if (_kept.TryGetValue(current, out byte[]? known))
            {
                content = known;
                break;
            }

            (byte[] data, long length, long? above) = Row(current);
            if (above >= current || steps.Count > LongestChainRead || length is < 0 or > int.MaxValue)
                throw Damaged(current, "its row points to what was written after it");
            steps.Push((current, (int)length, data));
            next = above;
        }

        while (steps.TryPop(out (long Id, int Length, byte[] Data) step))
        {
            try
            {
                content = BlobCompression.Decompress(step.Data, content, step.Length);
            }
            catch (Exception problem) when (problem is ZstdException or ArgumentException or OutOfMemoryException)
            {
                throw Damaged(step.Id, problem.Message);
            }

            Keep(step.Id, content);
        }

        return content;
    }

    public long? Find(byte[] sha256)
    {
        using SqliteCommand command = connection.Command("SELECT id FROM blob WHERE sha256=$1", sha256);
        return command.ExecuteScalar() as long?;
    }

    private static PolicyArchiveException Damaged(long id, string why) =>
        new(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"The stored content {id} is damaged ({why}); verify the archive and go back to a copy."));

    private (byte[] Data, long Length, long? Base) Row(long id)
    {
        using SqliteCommand command = connection.Command("SELECT data, length, base FROM blob WHERE id=$1", id);
        using SqliteDataReader reader = command.ExecuteReader();
        if (!reader.Read())
            throw Damaged(id, "it is missing");
        return (reader.Bytes(0), reader.GetInt64(1), reader.IntegerOrNull(2));
    }

    private void Keep(long id, byte[] content)
    {
        if (!_kept.TryAdd(id, content))
            return;
        _order.Enqueue(id);
        _size += content.Length;
        while (_size > budget && _order.Count > 1)
        {
            _kept.Remove(_order.Dequeue(), out byte[]? dropped);
            _size -= dropped?.Length ?? 0;
        }
    }
}
