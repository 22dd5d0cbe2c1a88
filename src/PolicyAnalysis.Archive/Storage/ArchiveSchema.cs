namespace PolicyAnalysis.Archive.Storage;

/// <summary>
/// The tables. What counts as evidence is <c>blob</c> and <c>entry</c>; everything else is worked out from them and can be
/// built again.
/// </summary>
internal static class ArchiveSchema
{
    /// <summary>"PoAr": it marks the file's header so that other tools recognise an archive.</summary>
    public const int ApplicationId = 0x506F4172;

    public const int Version = 2;

    /// <summary>How the words of the search are told apart.</summary>
    public const string Tokenizer = "unicode61 remove_diacritics 2";

    /// <summary>A wording is found by the first bytes of its hash, so that the index does not hold all of it once more.</summary>
    public const string HashPrefix = "substr(hash, 1, 6)";

    public const string Tables = Evidence + Versions + Index;

    private const string Evidence =
        """
        CREATE TABLE blob(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, length INTEGER NOT NULL, base INTEGER, depth INTEGER NOT NULL, data BLOB NOT NULL, sum INTEGER NOT NULL);
        CREATE UNIQUE INDEX blob_sha256 ON blob(sha256);
        CREATE TABLE entry(sequence INTEGER PRIMARY KEY, line TEXT NOT NULL, hash BLOB NOT NULL);

        """;

    private const string Versions =
        """
        CREATE TABLE document(id INTEGER PRIMARY KEY, platform TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(platform, name));
        CREATE TABLE version(
          sequence INTEGER PRIMARY KEY, document INTEGER NOT NULL, seen INTEGER NOT NULL, source INTEGER,
          analysis INTEGER, text INTEGER, record INTEGER, effective TEXT, updated TEXT);
        CREATE INDEX version_document ON version(document, seen, sequence);

        """;

    private const string Index =
        $"""
        CREATE TABLE wording(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, blob INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, sketch BLOB);
        CREATE INDEX wording_hash ON wording({HashPrefix});
        CREATE TABLE quantity(wording INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL, amount REAL NOT NULL, unit TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(wording, ordinal)) WITHOUT ROWID;
        CREATE TABLE type(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE type_set(id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE);
        CREATE TABLE life(id INTEGER PRIMARY KEY, document INTEGER NOT NULL, wording INTEGER NOT NULL, types INTEGER NOT NULL, opened INTEGER NOT NULL, closed INTEGER);
        CREATE INDEX life_document ON life(document);
        CREATE INDEX life_wording ON life(wording);
        CREATE TABLE standing(document INTEGER NOT NULL, type INTEGER NOT NULL, main INTEGER NOT NULL, labelled INTEGER NOT NULL, PRIMARY KEY(document, type)) WITHOUT ROWID;
        CREATE TABLE standing_figure(document INTEGER NOT NULL, type INTEGER NOT NULL, main INTEGER NOT NULL, kind INTEGER NOT NULL, unit TEXT NOT NULL, amount REAL NOT NULL, value TEXT NOT NULL, PRIMARY KEY(document, type, main, kind, unit)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE wording_text USING fts5(text, content='', columnsize=0, detail='none', tokenize='{Tokenizer}');
        """;

    /// <summary>The tables of the index as temporary ones of a connection, which hide those of the file from every statement that names no schema.</summary>
    public static readonly string TemporaryIndex = Index
        .Replace("CREATE TABLE ", "CREATE TEMP TABLE ", StringComparison.Ordinal)
        .Replace("INDEX ", "INDEX temp.", StringComparison.Ordinal)
        .Replace("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE temp.", StringComparison.Ordinal);

    /// <summary>Empties everything that is worked out from the evidence.</summary>
    public const string Empty =
        """
        DELETE FROM standing_figure;
        DELETE FROM standing;
        DELETE FROM life;
        DELETE FROM type_set;
        DELETE FROM type;
        DELETE FROM quantity;
        DELETE FROM wording;
        INSERT INTO wording_text(wording_text) VALUES('delete-all');
        DELETE FROM version;
        DELETE FROM document;
        """;
}
