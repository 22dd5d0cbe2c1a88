using PolicyAnalysis.Archive.Exporting;
using PolicyAnalysis.Archive.Importing;
using PolicyAnalysis.Archive.Importing.Warc;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    /// <summary>
    /// Imports a recorded history: a git repository of versions (<c>PLATFORM/DOCUMENT.md</c>, a commit a version), a folder of
    /// dated files (<c>PLATFORM/DOCUMENT/2025-03-01.md</c>), or web archives (<c>.warc</c> or <c>.warc.gz</c>, one or a folder
    /// of them). It can be stopped and started again at any time.
    /// </summary>
    /// <param name="path">The repository, the folder or the file.</param>
    /// <param name="options">How to import; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work after the last commit.</param>
    /// <exception cref="PolicyArchiveException">The history cannot be read, another process writes, or the storage failed.</exception>
    /// <exception cref="IOException">A file of the folder cannot be read.</exception>
    public ArchiveImportResult Import(string path, ArchiveImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ArchiveImportOptions();
        using IRecordedHistory history = HistoryOf(path, options);
        return new HistoryImporter(this, options).Import(history, cancellationToken);
    }

    /// <summary>
    /// Writes every version as a file of its own, <c>PLATFORM/DOCUMENT/2025-03-01T123000Z.md</c>, and beside them a list,
    /// <c>versions.tsv</c>, with which <see cref="Import"/> gives every entry back as it was.
    /// </summary>
    /// <param name="folder">The folder to write into; files of the same name are replaced.</param>
    /// <param name="cancellationToken">Stops the work; then there is no list.</param>
    /// <exception cref="PolicyArchiveException">The archive is damaged or cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void ExportFolder(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ReadingSnapshot(connection => new FolderWriter(connection, folder).Write(cancellationToken));
    }

    /// <summary>
    /// Writes every version as a record of a web archive (ISO 28500, WARC/1.1) that other tools read, and from which
    /// <see cref="Import"/> gives every entry back as it was.
    /// </summary>
    /// <param name="path">The file to write; it is compressed where its name ends in <c>.gz</c>, and appears when it is whole.</param>
    /// <param name="cancellationToken">Stops the work; then nothing appears.</param>
    /// <exception cref="PolicyArchiveException">The archive is damaged or cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void ExportWarc(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WriteWhole(path, (stream, connection) => new WarcWriter(stream, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)).Write(connection, cancellationToken));
    }

    private static IRecordedHistory HistoryOf(string path, ArchiveImportOptions options)
    {
        if (File.Exists(path) && WarcHistory.IsOne(path))
            return new WarcHistory(path, options);
        if (!Directory.Exists(path))
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, $"{path}: there is no such folder, and no web archive (.warc or .warc.gz); clone the repository first, or check the path.");
        if (ManifestHistory.IsOne(path))
            return new ManifestHistory(path);
        if (GitHistory.IsRepository(path))
            return new GitHistory(path);
        return WarcHistory.IsOne(path) ? new WarcHistory(path, options) : new FolderHistory(path);
    }
}
