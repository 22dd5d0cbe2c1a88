using System.Globalization;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>
/// A folder of dated files: <c>PLATFORM/DOCUMENT/2025-03-01.md</c> or <c>2025-03-01T12-30-00Z.html</c>, the form in which the
/// archive writes folders too.
/// </summary>
internal sealed class FolderHistory(string folder) : IRecordedHistory
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH-mm-ss'Z'", "yyyyMMdd", "yyyyMMddHHmmss"];

    public IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken)
    {
        var documents = new List<RecordedDocument>();
        foreach (string platform in Folders(folder))
        {
            foreach (string document in Folders(platform))
            {
                cancellationToken.ThrowIfCancellationRequested();
                RecordedVersion[] versions = [.. Directory.EnumerateFiles(document).Select(Version).OfType<RecordedVersion>().OrderBy(static version => version.SeenAt).ThenBy(static version => version.Locator, StringComparer.Ordinal)];
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

    public static string NameOf(DateTimeOffset seenAt, PolicyMediaType type) => seenAt.ToString(Formats[1], CultureInfo.InvariantCulture) + MediaTypes.ExtensionOf(type);

    private static IEnumerable<string> Folders(string parent) => Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal);

    private static RecordedVersion? Version(string path)
    {
        PolicyMediaType type = MediaTypes.OfExtension(Path.GetExtension(path));
        return type != PolicyMediaType.Unknown && DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(path), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset seen)
            ? new RecordedVersion(seen, path, "file:" + Path.GetFileName(path), type)
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
