using PolicyAnalysis.Archive.Exporting;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>A folder of dated files, known by their names alone: <c>PLATFORM/DOCUMENT/2025-03-01.md</c> or <c>2025-03-01T123000Z.html</c>.</summary>
internal sealed class FolderHistory(string folder) : IRecordedHistory
{
    public IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken)
    {
        var documents = new List<RecordedDocument>();
        foreach (string platform in Folders(folder))
        {
            foreach (string document in Folders(platform))
            {
                cancellationToken.ThrowIfCancellationRequested();
                RecordedVersion[] versions = [.. Directory.EnumerateFiles(document).Select(Version).OfType<RecordedVersion>().OrderBy(static version => version.SeenAt).ThenBy(static version => version.Origin, StringComparer.Ordinal)];
                if (versions.Length > 0)
                    documents.Add(new RecordedDocument(Path.GetFileName(platform), Path.GetFileName(document), versions));
            }
        }

        return documents;
    }

    public IRecordedVersionReader OpenReader() => new Reader();

    public void Dispose()
    {
    }

    private static IEnumerable<string> Folders(string parent) => Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal);

    private static RecordedVersion? Version(string path)
    {
        string ending = Path.GetExtension(path);
        PolicyMediaType type = MediaTypes.OfExtension(ending);
        bool isAbsence = ending == FolderLayout.Absence;
        return (isAbsence || type != PolicyMediaType.Unknown) && FolderLayout.TimeOf(Path.GetFileNameWithoutExtension(path)) is { } seen
            ? new RecordedVersion(seen, isAbsence ? null : path, "file:" + Path.GetFileName(path), type)
            : null;
    }

    private sealed class Reader : IRecordedVersionReader
    {
        public byte[] Read(RecordedVersion version) => File.ReadAllBytes(version.Locator!);

        public void Dispose()
        {
        }
    }
}
