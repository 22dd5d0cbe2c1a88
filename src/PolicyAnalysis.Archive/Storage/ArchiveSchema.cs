namespace PolicyAnalysis.Archive.Storage;

/// <summary>
/// The tables. What counts as evidence is <c>blob</c> and <c>entry</c>; everything else is worked out from them and can be
/// built again.
/// </summary>
internal static class ArchiveSchema
{
    /// <summary>"PoAr": it marks the file's header so that other tools recognise an archive.</summary>
    public const int ApplicationId = 0x506F4172;

    public const int Version = 1;

    public const string Tables = Evidence + Versions + Index;

    private const string Evidence =
        """
        CREATE TABLE blob(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, length INTEGER NOT NULL, base INTEGER, depth INTEGER NOT NULL, data BLOB NOT NULL);
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
        """
        CREATE TABLE wording(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, blob INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, sketch BLOB);
        CREATE UNIQUE INDEX wording_hash ON wording(hash);
        CREATE TABLE quantity(wording INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL, amount REAL NOT NULL, unit TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(wording, ordinal)) WITHOUT ROWID;
        CREATE TABLE life(id INTEGER PRIMARY KEY, document INTEGER NOT NULL, wording INTEGER NOT NULL, opened INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER, types TEXT NOT NULL);
        CREATE INDEX life_document ON life(document);
        CREATE INDEX life_wording ON life(wording);
        CREATE TABLE type(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE life_type(type INTEGER NOT NULL, life INTEGER NOT NULL, PRIMARY KEY(type, life)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE wording_text USING fts5(text, content='', detail='full', tokenize='unicode61 remove_diacritics 2');
        """;

    /// <summary>The tables of the index as temporary ones of a connection, which hide those of the file from every statement that names no schema.</summary>
    public static readonly string TemporaryIndex = Index
        .Replace("CREATE TABLE ", "CREATE TEMP TABLE ", StringComparison.Ordinal)
        .Replace("INDEX ", "INDEX temp.", StringComparison.Ordinal)
        .Replace("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE temp.", StringComparison.Ordinal);

    /// <summary>Empties everything that is worked out from the evidence.</summary>
    public const string Empty =
        """
        DELETE FROM life_type;
        DELETE FROM life;
        DELETE FROM type;
        DELETE FROM quantity;
        DELETE FROM wording;
        INSERT INTO wording_text(wording_text) VALUES('delete-all');
        DELETE FROM version;
        DELETE FROM document;
        """;
}
