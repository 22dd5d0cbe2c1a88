using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Wordings;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Writes each wording once, with its sketch, its quantities and its words for the search.</summary>
internal sealed class WordingWriter : IDisposable
{
    private readonly Dictionary<UInt128, long> _known = [];
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _insertText;
    private readonly SqliteCommand _insertQuantity;

    public WordingWriter(SqliteConnection connection)
    {
        _find = connection.Command($"SELECT id FROM wording WHERE {ArchiveSchema.HashPrefix}=substr($1, 1, 6) AND hash=$1");
        _insert = connection.Command("INSERT INTO wording(hash, blob, start, length, sketch) VALUES($1, $2, $3, $4, $5) RETURNING id");
        _insertText = connection.Command("INSERT INTO wording_text(rowid, text) VALUES($1, $2)");
        _insertQuantity = connection.Command("INSERT INTO quantity(wording, ordinal, kind, amount, unit, value) VALUES($1, $2, $3, $4, $5, $6)");
    }

    public long Write(WordingUse use, string canonical, long text)
    {
        if (_known.TryGetValue(use.Hash, out long id))
            return id;
        byte[] hash = WordingHash.Bytes(use.Hash);
        if (_find.With(hash).ExecuteScalar() is long stored)
        {
            _known.Add(use.Hash, stored);
            return stored;
        }

        string wording = use.Range.Of(canonical);
        id = (long)_insert.With(hash, text, use.Range.Start, use.Range.Length, WordingSketch.Of(wording)).ExecuteScalar()!;
        _insertText.With(id, wording).ExecuteNonQuery();
        int ordinal = 0;
        foreach (Quantity quantity in QuantityReader.Read(wording))
            _insertQuantity.With(id, ordinal++, (int)quantity.Kind, (double)quantity.Amount, quantity.Unit, quantity.Value).ExecuteNonQuery();
        _known.Add(use.Hash, id);
        return id;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _insertText.Dispose();
        _insertQuantity.Dispose();
    }
}
