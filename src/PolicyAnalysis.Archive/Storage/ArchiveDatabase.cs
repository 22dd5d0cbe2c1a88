using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PolicyAnalysis.Archive.Storage;

/// <summary>
/// The one SQLite file: write-ahead log, so that readers see the last commit while one process writes; every commit is on
/// disk before it is acknowledged.
/// </summary>
internal sealed class ArchiveDatabase : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnlyFile = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly string _path;
    private readonly int _pageSize;
    private readonly string _readConnection;
    private readonly string _freshConnection;
    private readonly string _writeConnection;
    private SqliteConnection? _writer;
    private readonly SqliteConnection _guard;

    public ArchiveDatabase(string path, PolicyArchiveOptions options)
    {
        _path = path;
        _pageSize = options.PageSize;
        if (options.ReadOnly && !File.Exists(path))
            throw new PolicyArchiveException(ArchiveProblem.NotFound, $"{path}: there is no such archive; check the path, or open it for writing to make one.");
        int wait = Math.Max(1, (int)options.WaitForWriter.TotalSeconds);
        string Connection(SqliteOpenMode mode, bool pooling) =>
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooling, DefaultTimeout = wait }.ToString();
        _readConnection = Connection(SqliteOpenMode.ReadOnly, pooling: true);
        _freshConnection = Connection(SqliteOpenMode.ReadOnly, pooling: false);
        _writeConnection = Connection(SqliteOpenMode.ReadWriteCreate, pooling: false);
        if (!options.ReadOnly)
            _writer = Guard(() => OpenWriter(_writeConnection));

        try
        {
            // One reader stays open so that the log is not folded away between questions of a read-only archive.
            _guard = Guard(() => Opened(_freshConnection));
            CheckFormat();
        }
        catch
        {
            _guard?.Dispose();
            _writer?.Dispose();
            throw;
        }
    }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection Writer => _writer ?? throw new PolicyArchiveException(ArchiveProblem.ReadOnly, $"{_path}: the archive was opened for reading only; open it again for writing.");

    public string Path => _path;

    /// <summary>A connection that reads the last commit; the caller disposes it.</summary>
    public SqliteConnection Read() => Guard(() => Opened(_readConnection));

    /// <summary>A connection that remembers nothing of questions before; the caller disposes it.</summary>
    public SqliteConnection ReadFresh() => Guard(() => Opened(_freshConnection));

    /// <summary>
    /// Opens the writing connection anew after a transaction that failed: what it kept in memory of the words' index may be of
    /// the transaction that was undone.
    /// </summary>
    public void RenewWriter()
    {
        _writer?.Dispose();
        _writer = Guard(() => OpenWriter(_writeConnection));
    }

    /// <summary>Brings what the log holds into the file and empties the log, which large commits made long; as far as no reader needs it still.</summary>
    public void FoldLog() => Guard(() => Writer.ReadInteger("PRAGMA wal_checkpoint(TRUNCATE)"));

    /// <summary>Runs work on the database and turns what SQLite says into the archive's own error.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException problem)
        {
            throw Translate(problem);
        }
    }

    /// <inheritdoc cref="Guard{T}"/>
    public void Guard(Action work) => Guard(() =>
    {
        work();
        return 0;
    });

    public PolicyArchiveException Translate(SqliteException problem) => problem.SqliteErrorCode switch
    {
        Busy or Locked => new(ArchiveProblem.Busy, $"{_path}: another process is writing and did not finish in time; try again, or wait longer.", problem),
        Full or InputOutput => new(ArchiveProblem.StorageFailed, $"{_path}: the storage is full or failed ({problem.Message}); what was acknowledged before is kept. Free space and go on.", problem),
        ReadOnlyFile or CannotOpen => new(ArchiveProblem.StorageFailed, $"{_path}: the file cannot be opened or written ({problem.Message}); check the folder and its rights.", problem),
        Corrupt => new(ArchiveProblem.Damaged, $"{_path}: the database is damaged ({problem.Message}); verify it, and go back to a copy.", problem),
        NotADatabase => new(ArchiveProblem.NotAnArchive, $"{_path}: this is not an archive; check the path.", problem),
        _ => new(ArchiveProblem.Damaged, $"{_path}: the database refused the work ({problem.Message}); verify the archive.", problem),
    };

    public void Dispose()
    {
        using (SqliteConnection pooled = new(_readConnection))
            SqliteConnection.ClearPool(pooled);
        _guard.Dispose();
        _writer?.Dispose();
    }

    private static SqliteConnection Opened(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection OpenWriter(string connectionString)
    {
        SqliteConnection connection = Opened(connectionString);
        try
        {
            if (connection.ReadInteger("PRAGMA application_id") == 0 && connection.ReadInteger("SELECT count(*) FROM sqlite_schema") == 0)
                Create(connection);
            connection.Run("PRAGMA journal_mode=WAL");
            connection.Run("PRAGMA synchronous=FULL");
            connection.Run("PRAGMA cache_size=-65536");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Create(SqliteConnection connection)
    {
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size={_pageSize}"));
        connection.Run("PRAGMA journal_mode=WAL");
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been faster.
        if (connection.ReadInteger("PRAGMA application_id") == 0)
        {
            connection.Run(ArchiveSchema.Tables);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={ArchiveSchema.Version}"));
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ArchiveSchema.ApplicationId}"));
        }

        transaction.Commit();
    }

    private void CheckFormat() => Guard(() =>
    {
        if (_guard.ReadInteger("PRAGMA application_id") != ArchiveSchema.ApplicationId)
            throw new PolicyArchiveException(ArchiveProblem.NotAnArchive, $"{_path}: this is a database of something else; check the path.");
        long version = _guard.ReadInteger("PRAGMA user_version");
        if (version != ArchiveSchema.Version)
            throw new PolicyArchiveException(ArchiveProblem.NotAnArchive, string.Create(CultureInfo.InvariantCulture, $"{_path}: the archive has format {version}, this version reads format {ArchiveSchema.Version}; use a version of the library that reads it."));
    });
}
