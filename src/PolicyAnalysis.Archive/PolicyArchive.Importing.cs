using System.Buffers;
using PolicyAnalysis.Archive.Importing;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    private static readonly SearchValues<char> NotInFolderNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>
    /// Imports a recorded history: a git repository of versions (<c>PLATFORM/DOCUMENT.md</c>, a commit a version), or a folder
    /// of dated files (<c>PLATFORM/DOCUMENT/2025-03-01.md</c>). It can be stopped and started again at any time.
    /// </summary>
    /// <param name="path">The repository or the folder.</param>
    /// <param name="options">How to import; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work after the last commit.</param>
    /// <exception cref="PolicyArchiveException">The history cannot be read, another process writes, or the storage failed.</exception>
    /// <exception cref="IOException">A file of the folder cannot be read.</exception>
    public ArchiveImportResult Import(string path, ArchiveImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, $"{path}: there is no such folder; clone the repository first, or check the path.");
        using IRecordedHistory history = GitHistory.IsRepository(path) ? new GitHistory(path) : new FolderHistory(path);
        return new HistoryImporter(this, options ?? new ArchiveImportOptions()).Import(history, cancellationToken);
    }

    /// <summary>Writes every version as a file of its own: <c>PLATFORM/DOCUMENT/2025-03-01T12-30-00Z.md</c>; <see cref="Import"/> reads the same form.</summary>
    /// <param name="folder">The folder to write into; files of the same name are replaced.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyArchiveException">The archive cannot be read, or a name cannot be that of a folder.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void ExportFolder(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (ArchivedDocument document in GetDocuments())
        {
            string target = Path.Combine(folder, FolderName(document.Platform), FolderName(document.Name));
            Directory.CreateDirectory(target);
            foreach (ArchivedVersion version in GetVersions(document.Platform, document.Name))
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.WriteAllBytes(Path.Combine(target, FolderHistory.NameOf(version.SeenAt, version.MediaType)), ReadSource(version.Sequence));
            }
        }
    }

    private static string FolderName(string name)
    {
        if (name is "." or ".." || name.AsSpan().IndexOfAny(NotInFolderNames) >= 0)
            throw new PolicyArchiveException(ArchiveProblem.Refused, $"'{name}' cannot be the name of a folder; export a bundle instead.");
        return name;
    }
}
