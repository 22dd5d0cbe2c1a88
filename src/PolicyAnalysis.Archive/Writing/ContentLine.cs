using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>A content on its way into the database.</summary>
/// <param name="Sha256">Its name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Base">The content that serves as dictionary of <paramref name="Frame"/>; nothing where it stands whole.</param>
/// <param name="Frame">The compressed bytes; nothing where the content is expected to be stored already.</param>
internal sealed record ContentDraft(byte[] Sha256, byte[] Content, byte[]? Base, byte[]? Frame);

/// <summary>The contents of one kind of one document in the order they come: each is compressed against the one before.</summary>
internal sealed class ContentLine(int longestChain)
{
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private byte[]? _before;
    private byte[] _content = [];
    private int _depth;

    /// <summary>Goes on after a content that is stored.</summary>
    public void Resume(SqliteConnection connection, BlobReader reader, long blob)
    {
        _content = reader.Read(blob);
        using SqliteCommand command = connection.Command("SELECT sha256, depth FROM blob WHERE id=$1", blob);
        using SqliteDataReader row = command.ExecuteReader();
        if (!row.Read())
            return;
        _before = row.Bytes(0);
        _depth = row.GetInt32(1);
        _depths[Sha256Hash.Hex(_before)] = _depth;
    }

    /// <param name="content">The content.</param>
    /// <param name="foundation">What the content stands on where it does not stand on the one before; without one it stands whole.</param>
    public ContentDraft Next(byte[] content, ContentDraft? foundation = null)
    {
        byte[] hash = Sha256Hash.Of(content);
        string name = Sha256Hash.Hex(hash);
        ContentDraft draft;
        if (_depths.TryGetValue(name, out int known))
        {
            draft = new ContentDraft(hash, content, null, null);
            _depth = known;
        }
        else
        {
            (byte[]? under, byte[] dictionary) = _before is not null && _depth < longestChain ? (_before, _content) : (foundation?.Sha256, foundation?.Content ?? []);
            draft = new ContentDraft(hash, content, under, BlobCompression.Compress(content, dictionary));
            _depth = under == _before ? _depth + 1 : 0;
            _depths[name] = _depth;
        }

        _before = hash;
        _content = content;
        return draft;
    }
}
