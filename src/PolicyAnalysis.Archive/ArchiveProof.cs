using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive;

/// <summary>
/// Shows that one version is part of an archive without showing the rest: its entry's line, and the hashes beside the way to
/// the root of the Merkle tree (RFC 9162, section 2.1.3). Whoever knows the root can check it offline.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveProof
{
    private const string FormatName = "policy-archive-proof/1";

    /// <summary>The number of the entry, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>How many entries the tree has.</summary>
    public required long TreeSize { get; init; }

    /// <summary>The entry's line, exactly as it is hashed; it names the SHA-256 of the source.</summary>
    public required string Line { get; init; }

    /// <summary>The hashes beside the way, from the leaf up, 64 lower-case hexadecimal digits each.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The root of the tree, 64 lower-case hexadecimal digits.</summary>
    public required string MerkleRoot { get; init; }

    /// <summary>Whether the line and the path lead to the root.</summary>
    /// <param name="merkleRoot">The root that the reader trusts, from a timestamp or from elsewhere; not the proof's own.</param>
    /// <param name="source">The source's bytes, where they are at hand: they must have the hash that the line names.</param>
    public bool Verify(string merkleRoot, ReadOnlyMemory<byte>? source = null)
    {
        ArgumentNullException.ThrowIfNull(merkleRoot);
        byte[]?[] path = [.. Path.Select(Sha256Hash.Parse)];
        if (Array.IndexOf(path, null) >= 0 || ArchiveEntry.Parse(Line) is not { } entry)
            return false;
        byte[]? root = MerkleTree.RootOf(MerkleTree.Leaf(Line), Sequence - 1, TreeSize, path!);
        bool leads = root is not null && string.Equals(Sha256Hash.Hex(root), merkleRoot, StringComparison.Ordinal) && string.Equals(merkleRoot, MerkleRoot, StringComparison.Ordinal);
        return leads && (source is null || Sha256Hash.Of(source.Value.Span).AsSpan().SequenceEqual(entry.Source));
    }

    /// <summary>The proof as one JSON object.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteNumber("sequence", Sequence);
            json.WriteNumber("treeSize", TreeSize);
            json.WriteString("merkleRoot", MerkleRoot);
            json.WriteString("line", Line);
            json.WriteStartArray("path");
            foreach (string hash in Path)
                json.WriteStringValue(hash);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Reads a proof.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="PolicyArchiveException">It is not a proof.</exception>
    public static ArchiveProof Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetString() != FormatName)
                throw new FormatException("its format is not known");
            return new ArchiveProof
            {
                Sequence = root.GetProperty("sequence").GetInt64(),
                TreeSize = root.GetProperty("treeSize").GetInt64(),
                MerkleRoot = Text(root.GetProperty("merkleRoot")),
                Line = Text(root.GetProperty("line")),
                Path = [.. root.GetProperty("path").EnumerateArray().Select(Text)],
            };
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PolicyArchiveException(ArchiveProblem.Refused, string.Create(CultureInfo.InvariantCulture, $"This is not a proof of an archive ({problem.Message}); give the file that was written with the version."), problem);
        }
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("a text is missing");
}
