using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>
/// Writes the versions as a web archive (ISO 28500, WARC/1.1): a <c>resource</c> record each, for what is kept is the page and
/// not the answer it came in; an absence is a <c>metadata</c> record without a block.
/// </summary>
/// <remarks>The same archive gives the same file on one version of the runtime: record ids come from the entries, and no clock has a part.</remarks>
internal sealed class WarcWriter(Stream stream, bool compress)
{
    public void Write(SqliteConnection connection, CancellationToken cancellationToken)
    {
        (long Last, string Line)[] latest = [.. connection.ReadRows("SELECT v.seen, e.line FROM version v JOIN entry e ON e.sequence=v.sequence ORDER BY v.seen DESC, e.line DESC LIMIT 1", static row => (row.GetInt64(0), row.GetString(1)))];
        byte[] about = "software: PolicyAnalysis.Archive\r\nformat: WARC File Format 1.1\r\n"u8.ToArray();
        Record("warcinfo", PolicyArchive.Time(latest.Length > 0 ? latest[0].Last : 0), "warcinfo " + (latest.Length > 0 ? latest[0].Line : string.Empty), "application/warc-fields", about, null);
        foreach (ExportedVersion version in ExportedVersion.All(connection))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArchiveEntry entry = version.Entry;
            string line = entry.Write();
            string type = entry.Source is null ? "metadata" : "resource";
            string address = entry.Address is not null && Uri.TryCreate(entry.Address, UriKind.Absolute, out Uri? known)
                ? known.AbsoluteUri
                : $"urn:policy-archive:{Uri.EscapeDataString(entry.Platform!)}:{Uri.EscapeDataString(entry.Document!)}";
            Record(type, entry.SeenAt, line, entry.MediaType ?? "application/octet-stream", version.Content, (address, line));
        }
    }

    private void Record(string type, DateTimeOffset date, string identity, string contentType, byte[] block, (string Address, string Line)? entry)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        Field("WARC-Type", type);
        if (entry is { } known)
            Field("WARC-Target-URI", known.Address);
        Field("WARC-Date", ArchiveEntry.Time(date));
        Field("WARC-Record-ID", $"<urn:uuid:{Id(identity)}>");
        Field("WARC-Block-Digest", "sha256:" + Sha256Hash.Hex(Sha256Hash.Of(block)));
        if (entry is { } written)
            Field(WarcLayout.EntryField, written.Line);
        Field("Content-Type", contentType);
        Field("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture));
        head.Append("\r\n");
        // A member of its own for each record, so that a reader may begin at any of them.
        using GZipStream? member = compress ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
        Stream target = member ?? stream;
        target.Write(Encoding.UTF8.GetBytes(head.ToString()));
        target.Write(block);
        target.Write("\r\n\r\n"u8);

        void Field(string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    /// <summary>A UUID of version 8 (RFC 9562) from the identity's hash.</summary>
    private static Guid Id(string identity)
    {
        byte[] hash = Sha256Hash.Of(identity)[..16];
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
