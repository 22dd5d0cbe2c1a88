using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>Writes a bundle: a zip file with the chain, every content, a manifest of hashes, and an index for people.</summary>
/// <remarks>The same archive gives the same bundle on one version of the runtime: no clock and no file system's order have a part.</remarks>
internal sealed class BundleWriter(SqliteConnection connection)
{
    /// <summary>Zip keeps a time for each file; ours is always the same.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StringBuilder _manifest = new();

    /// <summary>Writes the bundle; the stream must be able to seek.</summary>
    public void Write(Stream stream, CancellationToken cancellationToken)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Utf8))
        {
            var leaves = new List<byte[]>();
            var chain = new StringBuilder();
            var versions = new List<(long Sequence, ArchiveEntry Entry)>();
            byte[] head = HashChain.Origin;
            foreach ((long sequence, string line, byte[] hash) in connection.ReadRows("SELECT sequence, line, hash FROM entry ORDER BY sequence", static row => (row.GetInt64(0), row.GetString(1), row.Bytes(2))))
            {
                chain.Append(Sha256Hash.Hex(hash)).Append('\t').Append(line).Append('\n');
                leaves.Add(MerkleTree.Leaf(line));
                if (ArchiveEntry.Parse(line) is { Kind: EntryKind.Version or EntryKind.Absence } entry)
                    versions.Add((sequence, entry));
                head = hash;
            }

            string root = Sha256Hash.Hex(MerkleTree.Root(leaves));
            Add(zip, BundleLayout.Readme, Readme);
            Add(zip, BundleLayout.Head, Head(leaves.Count, Sha256Hash.Hex(head), root));
            Add(zip, BundleLayout.Chain, chain.ToString());
            Add(zip, BundleLayout.Index, Index(versions, Sha256Hash.Hex(head), root));
            var reader = new BlobReader(connection);
            foreach (long blob in connection.ReadRows("SELECT id FROM blob ORDER BY id", static row => row.GetInt64(0)).ToArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                byte[] content = reader.Read(blob);
                Add(zip, BundleLayout.Contents + Sha256Hash.Hex(Sha256Hash.Of(content)), content);
            }

            Add(zip, BundleLayout.Manifest, Encoding.UTF8.GetBytes(_manifest.ToString()), isListed: false);
        }

        Seal(stream);
    }

    /// <summary>Gives the zip file a comment with the digest of all bytes before the record that holds the comment's length.</summary>
    public static void Seal(Stream stream)
    {
        // The end record is 22 bytes with the length of the comment in the last two.
        stream.Position = 0;
        byte[] digest = HashOf(stream, stream.Length - 2);
        byte[] comment = Encoding.ASCII.GetBytes(BundleLayout.CommentPrefix + Sha256Hash.Hex(digest));
        stream.Position = stream.Length - 2;
        stream.WriteByte((byte)comment.Length);
        stream.WriteByte(0);
        stream.Write(comment);
        stream.Flush();
    }

    public static byte[] HashOf(Stream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[128 * 1024];
        while (length > 0)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
                break;
            hash.AppendData(buffer, 0, read);
            length -= read;
        }

        return hash.GetHashAndReset();
    }

    private static string Head(int size, string chain, string root) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\n  \"format\": \"{BundleLayout.Format}\",\n  \"entries\": {size},\n  \"chain\": \"{chain}\",\n  \"merkleRoot\": \"{root}\"\n}}\n");

    private const string Readme =
        """
        This is a bundle of a policy archive: copies of online policies as they were seen, kept as evidence.

        index.html        what is in it, for people
        chain.tsv         one line for each entry of the archive: its hash, a tab, and the entry as JSON
        contents/         every content by its SHA-256: sources exactly as they came, canonical texts, analyses, timestamps
        head.json         the last hash of the chain and the root of the Merkle tree
        MANIFEST.sha256   the SHA-256 of every file here

        Check the files:     sha256sum --check --quiet MANIFEST.sha256
        Check the chain:     h=$(printf '0%.0s' $(seq 64)); while IFS="$(printf '\t')" read -r hash line; do
                               h=$(printf '%s\n%s\n' "$h" "$line" | sha256sum | cut -c1-64)
                               [ "$h" = "$hash" ] || { echo "changed: $line"; break; }
                             done < chain.tsv; echo "$h"
        The last line printed is "chain" of head.json. Each version's "source" names a file in contents/.

        This bundle says what was seen and when it was recorded. It is not legal advice.

        """;

    private static string Index(List<(long Sequence, ArchiveEntry Entry)> versions, string chain, string root) => HtmlPage.Write(
        "Archive of policies",
        "What this bundle holds",
        string.Create(CultureInfo.InvariantCulture, $"{versions.Count} versions and absences"),
        [new HtmlContents("versions", "Versions"), new HtmlContents("check", "How to check")],
        html =>
        {
            html.Open("section", ("id", "versions"));
            foreach (IGrouping<(string?, string?), (long Sequence, ArchiveEntry Entry)> document in versions.GroupBy(static version => (version.Entry.Platform, version.Entry.Document)).OrderBy(static group => group.Key.Platform, StringComparer.Ordinal).ThenBy(static group => group.Key.Document, StringComparer.Ordinal))
            {
                html.Element("h2", $"{document.Key.Item1}: {document.Key.Item2}");
                html.Open("ul");
                foreach ((long sequence, ArchiveEntry entry) in document.OrderBy(static version => version.Entry.SeenAt).ThenBy(static version => version.Sequence))
                {
                    html.Open("li").Text(ArchiveEntry.Time(entry.SeenAt)).Text(string.Create(CultureInfo.InvariantCulture, $" · entry {sequence} · "));
                    if (entry.Source is null)
                        html.Text("not there");
                    else
                        html.Element("a", Sha256Hash.Hex(entry.Source), ("href", BundleLayout.Contents + Sha256Hash.Hex(entry.Source)));
                    html.Close();
                }

                html.Close();
            }

            html.Close();
            html.Open("section", ("id", "check"));
            html.Element("h2", "How to check");
            html.Element("p", "README.txt says how to check every file and the chain with common command-line tools.");
            html.Open("dl").Element("dt", "Last hash of the chain").Element("dd", chain, ("class", "hash")).Element("dt", "Root of the Merkle tree").Element("dd", root, ("class", "hash")).Close();
            html.Element("p", PolicyDisclaimer.Text, ("class", "disclaimer"), ("role", "note"));
            html.Close();
        });

    private void Add(ZipArchive zip, string name, string content) => Add(zip, name, Utf8.GetBytes(content));

    private void Add(ZipArchive zip, string name, byte[] content, bool isListed = true)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using (Stream stream = entry.Open())
            stream.Write(content);
        if (isListed)
            _manifest.Append(Sha256Hash.Hex(Sha256Hash.Of(content))).Append("  ").Append(name).Append('\n');
    }
}
