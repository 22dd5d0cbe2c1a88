using System.Globalization;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Exporting;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>A folder of dated files with the list that the archive writes beside them: every entry comes back as it was.</summary>
internal sealed class ManifestHistory(string folder) : IRecordedHistory
{
    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, FolderLayout.Manifest));

    public IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken)
    {
        var documents = new RecordedDocuments();
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(folder, FolderLayout.Manifest)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || ArchiveEntry.Parse(line[(tab + 1)..]) is not { Kind: EntryKind.Version or EntryKind.Absence } entry)
                throw new PolicyArchiveException(ArchiveProblem.ImportFailed, string.Create(CultureInfo.InvariantCulture, $"{FolderLayout.Manifest}, line {number}: it is not a file and an entry; export the folder again, or remove the list to import the files by their names."));
            documents.Add((entry.Platform!, entry.Document!), RecordedVersion.Of(entry, Inside(line[..tab], number)));
        }

        return [.. documents.All()];
    }

    public IRecordedVersionReader OpenReader() => new Reader();

    public void Dispose()
    {
    }

    /// <summary>The list may come from anywhere: it names only files of the folder.</summary>
    private string Inside(string path, int number)
    {
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        string file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root, StringComparison.Ordinal)
            ? file
            : throw new PolicyArchiveException(ArchiveProblem.ImportFailed, string.Create(CultureInfo.InvariantCulture, $"{FolderLayout.Manifest}, line {number}: its file does not lie in the folder; export the folder again."));
    }

    private sealed class Reader : IRecordedVersionReader
    {
        public byte[] Read(RecordedVersion version)
        {
            if (!File.Exists(version.Locator))
                throw new UnreadableVersionException("the file is missing");
            byte[] content = File.ReadAllBytes(version.Locator);
            return Sha256Hash.Of(content).AsSpan().SequenceEqual(version.Sha256)
                ? content
                : throw new UnreadableVersionException("the file is not the one that was written: its SHA-256 is another");
        }

        public void Dispose()
        {
        }
    }
}
