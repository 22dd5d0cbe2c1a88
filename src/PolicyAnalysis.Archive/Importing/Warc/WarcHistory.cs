using System.Globalization;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Exporting;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>
/// Web archives (ISO 28500, WARC/1.0 and 1.1): a file, or all of a folder. Versions are <c>response</c> and <c>resource</c> records of pages
/// that can be policies, and <c>revisit</c> records that name one of them; a response that says 404 or 410 is an absence.
/// </summary>
internal sealed class WarcHistory(string path, ArchiveImportOptions options) : IRecordedHistory
{
    private readonly List<WarcFile> _files = [];
    private readonly RecordedDocuments _documents = new();
    private readonly Dictionary<string, RecordedVersion> _byRecord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedVersion> _byDigest = new(StringComparer.Ordinal);

    public static bool IsOne(string path) => File.Exists(path) ? WarcFile.IsName(path) : Files(path).Any();

    public IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken)
    {
        foreach (string file in File.Exists(path) ? [path] : Files(path))
        {
            WarcFile opened = WarcFile.Open(file, options.LargestUnpacked, cancellationToken);
            _files.Add(opened);
            foreach (WarcRecord record in opened.Records())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Note(opened, _files.Count - 1, record);
            }
        }

        // Records stand in the order they were written, which need not be the order of their dates.
        return [.. _documents.All().Select(static document => document with { Versions = [.. document.Versions.OrderBy(static version => version.SeenAt)] })];
    }

    public IRecordedVersionReader OpenReader() => new WarcVersionReader(_files, options.LargestPage);

    public void Dispose()
    {
        foreach (WarcFile file in _files)
            file.Dispose();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(WarcFile.IsName).Order(StringComparer.Ordinal);

    private void Note(WarcFile file, int number, WarcRecord record)
    {
        var place = new WarcPlace(number, record.Block, record.Length, record.Type == "response", record.Field("WARC-Block-Digest"));
        if (record.Field(WarcLayout.EntryField) is { } line)
        {
            if (ArchiveEntry.Parse(line) is not { Kind: EntryKind.Version or EntryKind.Absence } entry)
                throw file.Broken(record.Place, $"its {WarcLayout.EntryField} is not an entry of an archive");
            _documents.Add((entry.Platform!, entry.Document!), RecordedVersion.Of(entry, place.Write()));
            return;
        }

        if (record.Type is not ("response" or "resource" or "revisit") || record.Target is not { } target || target.Scheme is not ("http" or "https") || options.Pages.NameOf(target) is not { } name)
            return;
        if (record.Date is not { } seen)
            throw file.Broken(record.Place, "its date is none");
        var version = new RecordedVersion(DateTimeOffset.FromUnixTimeSeconds(seen.ToUnixTimeSeconds()), null, OriginOf(file, record), PolicyMediaType.Unknown) { Address = target };
        if (record.Type == "revisit")
            Revisit(name, record, version);
        else
            Visit(name, file, record, version, place);
    }

    private void Visit((string, string) name, WarcFile file, WarcRecord record, RecordedVersion version, WarcPlace place)
    {
        string? contentType = record.Field("Content-Type");
        if (place.IsResponse)
        {
            HttpMessage? head = HttpMessage.Parse(file.Read(record.Block, (int)Math.Min(record.Length, HttpMessage.LongestHead)));
            if (head?.Status is 404 or 410)
                _documents.Add(name, version);
            if (head?.Status is not (>= 200 and < 300))
                return;
            contentType = head.Field("Content-Type");
        }

        (PolicyMediaType type, string? charset) = MediaTypes.OfContentType(contentType);
        // What says nothing of its type may be a policy; what says that it is an image is none.
        if (type == PolicyMediaType.Unknown && !string.IsNullOrEmpty(contentType))
            return;
        version = version with { Locator = place.Write(), MediaType = type, Charset = charset };
        _documents.Add(name, version);
        if (record.Id is { } id)
            _byRecord.TryAdd(id, version);
        if (record.Field("WARC-Payload-Digest") is { } digest)
            _byDigest.TryAdd(digest, version);
    }

    /// <summary>A page that was met again unchanged: its bytes are those of the record that it names, by id or by digest.</summary>
    private void Revisit((string, string) name, WarcRecord record, RecordedVersion version)
    {
        RecordedVersion? first = null;
        if (record.Field("WARC-Refers-To") is { } id)
            _byRecord.TryGetValue(id, out first);
        if (first is null && record.Field("WARC-Payload-Digest") is { } digest)
            _byDigest.TryGetValue(digest, out first);
        _documents.Add(name, version with { Locator = first?.Locator ?? WarcPlace.Missing, MediaType = first?.MediaType ?? PolicyMediaType.Unknown, Charset = first?.Charset });
    }

    private static string OriginOf(WarcFile file, WarcRecord record) =>
        record.Id is { } id ? "warc:" + id.Trim('<', '>') : string.Create(CultureInfo.InvariantCulture, $"warc:{file.Name}#{record.Place}");
}
