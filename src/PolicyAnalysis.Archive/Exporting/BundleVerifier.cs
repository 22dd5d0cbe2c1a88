using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>Checks a bundle without the archive it came from: the file as a whole, every file in it, the chain, the contents.</summary>
internal sealed class BundleVerifier(Stream stream, ArchiveVerificationOptions options)
{
    private readonly FindingList _findings = new(options.MostFindings);
    private readonly List<byte[]> _leaves = [];
    private byte[] _head = HashChain.Origin;
    private long _contents;

    public ArchiveVerification Verify(CancellationToken cancellationToken)
    {
        try
        {
            Seal();
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            Dictionary<string, string> hashes = Hashes(zip, cancellationToken);
            Manifest(zip, hashes);
            Chain(zip, hashes);
            Head(zip);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NotSupportedException or OverflowException)
        {
            _findings.Add("file", $"the bundle cannot be read to its end: {problem.Message}");
        }

        return new ArchiveVerification
        {
            Findings = _findings.ToArray(),
            EntryCount = _leaves.Count,
            ContentCount = _contents,
            ChainHash = Sha256Hash.Hex(_head),
            MerkleRoot = Sha256Hash.Hex(MerkleTree.Root(_leaves)),
        };
    }

    private void Seal()
    {
        int length = 2 + BundleLayout.CommentLength;
        byte[] end = new byte[length];
        if (stream.Length < length)
            throw new InvalidDataException("it is too short");
        stream.Position = 0;
        byte[] digest = BundleWriter.HashOf(stream, stream.Length - length);
        stream.Position = stream.Length - length;
        stream.ReadExactly(end);
        string comment = Encoding.Latin1.GetString(end, 2, end.Length - 2);
        if (end[0] != BundleLayout.CommentLength || end[1] != 0 || comment != BundleLayout.CommentPrefix + Sha256Hash.Hex(digest))
            _findings.Add("file", "the bytes of the bundle do not give the hash in its comment");
        stream.Position = 0;
    }

    private Dictionary<string, string> Hashes(ZipArchive zip, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using Stream content = entry.Open();
                if (!hashes.TryAdd(entry.FullName, Sha256Hash.Hex(BundleWriter.HashOf(content, long.MaxValue))))
                    _findings.Add(entry.FullName, "it is there twice");
            }
            catch (InvalidDataException problem)
            {
                _findings.Add(entry.FullName, $"it cannot be unpacked: {problem.Message}");
            }

            if (_findings.IsFull)
                break;
        }

        return hashes;
    }

    private void Manifest(ZipArchive zip, Dictionary<string, string> hashes)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { BundleLayout.Manifest };
        foreach (string line in Text(zip, BundleLayout.Manifest).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int gap = line.IndexOf("  ", StringComparison.Ordinal);
            if (gap < 0 || string.IsNullOrWhiteSpace(line[(gap + 2)..]))
                throw new FormatException("the manifest has a line without a name");
            string name = line[(gap + 2)..];
            listed.Add(name);
            if (!hashes.TryGetValue(name, out string? hash))
                _findings.Add(name, "the manifest names it, but it is missing");
            else if (hash != line[..gap])
                _findings.Add(name, "its bytes do not give the hash in the manifest");
        }

        foreach (string name in hashes.Keys.Where(name => !listed.Contains(name)).Order(StringComparer.Ordinal))
            _findings.Add(name, "the manifest does not name it");
    }

    private void Chain(ZipArchive zip, Dictionary<string, string> hashes)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (string row in Text(zip, BundleLayout.Chain).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"entry {_leaves.Count + 1}");
            int tab = row.IndexOf('\t', StringComparison.Ordinal);
            string line = row[(tab + 1)..];
            byte[]? hash = tab < 0 ? null : Sha256Hash.Parse(row[..tab]);
            if (hash is null || !HashChain.Next(_head, line).AsSpan().SequenceEqual(hash))
                _findings.Add(where, "its line does not give its hash: the line, its hash or the hash before it was changed");
            if (ArchiveEntry.Parse(line) is not { } entry)
                _findings.Add(where, "its line is not of the form that is written");
            else
                named.UnionWith(entry.Contents().Select(static content => Sha256Hash.Hex(content)));
            _head = hash ?? _head;
            _leaves.Add(MerkleTree.Leaf(line));
            if (_findings.IsFull)
                return;
        }

        foreach ((string name, string hash) in hashes.Where(static pair => pair.Key.StartsWith(BundleLayout.Contents, StringComparison.Ordinal)))
        {
            _contents++;
            if (name != BundleLayout.Contents + hash)
                _findings.Add(name, "its bytes do not give the hash it is named by");
            if (!named.Remove(name[BundleLayout.Contents.Length..]))
                _findings.Add(name, "no entry names it");
        }

        foreach (string missing in named.Order(StringComparer.Ordinal))
            _findings.Add(BundleLayout.Contents + missing, "an entry names it, but it is missing");
    }

    private void Head(ZipArchive zip)
    {
        using JsonDocument head = JsonDocument.Parse(Text(zip, BundleLayout.Head));
        JsonElement root = head.RootElement;
        if (root.GetProperty("format").GetString() != BundleLayout.Format)
            _findings.Add(BundleLayout.Head, "its format is not known");
        if (root.GetProperty("entries").GetInt64() != _leaves.Count
            || root.GetProperty("chain").GetString() != Sha256Hash.Hex(_head)
            || root.GetProperty("merkleRoot").GetString() != Sha256Hash.Hex(MerkleTree.Root(_leaves)))
            _findings.Add(BundleLayout.Head, "it does not say what the chain says: entries were cut off or added");
    }

    private static string Text(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
