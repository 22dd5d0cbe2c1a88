using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Timestamps;
using PolicyAnalysis.Archive.Writing;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    /// <summary>
    /// A request for a timestamp of the archive's present state (RFC 3161), to be sent to an authority. The archive sends
    /// nothing itself.
    /// </summary>
    /// <returns>The request in DER form; the answer goes to <see cref="AttachTimestamp"/>.</returns>
    /// <exception cref="PolicyArchiveException">The archive is empty or cannot be read.</exception>
    public byte[] CreateTimestampRequest() => Reading(connection =>
    {
        long size = ArchiveSize(connection);
        if (size == 0)
            throw new PolicyArchiveException(ArchiveProblem.Refused, "The archive is empty; there is nothing to attest yet.");
        return Rfc3161TimestampRequest.CreateFromData(HeadAt(connection, size), HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();
    });

    /// <summary>Attaches what an authority answered: the timestamp becomes an entry of the chain.</summary>
    /// <param name="response">The response, or the bare token, in DER form.</param>
    /// <returns>The timestamp as attached.</returns>
    /// <exception cref="PolicyArchiveException">It is no timestamp, or attests no state that this archive was ever in.</exception>
    public ArchiveTimestamp AttachTimestamp(ReadOnlyMemory<byte> response)
    {
        byte[] token = TokenOf(response);
        long sequence = Write(
            writer =>
            {
                long through = Reading(connection => SizeAttested(connection, token))
                    ?? throw new PolicyArchiveException(ArchiveProblem.Refused, "The timestamp attests no state of this archive; request one from this archive and attach its answer.");
                byte[] hash = Sha256Hash.Of(token);
                return writer.Append(
                    new ArchiveEntry { Kind = EntryKind.Timestamp, Subject = through, Source = hash, Length = token.Length },
                    new ContentDraft(hash, token, null, BlobCompression.Compress(token, [])));
            },
            CancellationToken.None);
        return GetTimestamps().First(timestamp => timestamp.Sequence == sequence);
    }

    /// <summary>The timestamps that are attached, each checked against the state it attests.</summary>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<ArchiveTimestamp> GetTimestamps() => Reading<IReadOnlyList<ArchiveTimestamp>>(static connection =>
    [
        .. connection.ReadRows("SELECT sequence, line FROM entry WHERE line LIKE '{\"entry\":\"timestamp\"%' ORDER BY sequence", static row => (row.GetInt64(0), row.GetString(1)))
            .ToArray()
            .Select(row => Timestamp(connection, row.Item1, ArchiveEntry.Parse(row.Item2))),
    ]);

    private static ArchiveTimestamp Timestamp(SqliteConnection connection, long sequence, ArchiveEntry? entry)
    {
        var reader = new BlobReader(connection);
        byte[]? token = entry?.Source is { } hash && reader.Find(hash) is { } blob ? reader.Read(blob) : null;
        if (entry is null || token is null || !Rfc3161TimestampToken.TryDecode(token, out Rfc3161TimestampToken? decoded, out _))
            throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"The timestamp of entry {sequence} is damaged; verify the archive and go back to a copy."));
        bool valid = decoded.VerifySignatureForData(HeadAt(connection, entry.Subject), out X509Certificate2? signer);
        signer ??= decoded.AsSignedCms().Certificates.FirstOrDefault();
        return new ArchiveTimestamp { Sequence = sequence, Through = entry.Subject, AttestedAt = decoded.TokenInfo.Timestamp.ToUniversalTime(), Authority = signer?.Subject, IsValid = valid };
    }

    private static byte[] TokenOf(ReadOnlyMemory<byte> response)
    {
        try
        {
            if (Rfc3161TimestampToken.TryDecode(response, out Rfc3161TimestampToken? token, out int read) && read == response.Length)
                return token.AsSignedCms().Encode();
            return TimestampResponse.TokenIn(response);
        }
        catch (Exception problem) when (problem is CryptographicException or System.Formats.Asn1.AsnContentException)
        {
            throw new PolicyArchiveException(ArchiveProblem.Refused, $"This is not the answer of a timestamp authority ({problem.Message}); attach the file it sent, in DER form.", problem);
        }
    }

    /// <summary>The state that a token attests, from the latest back; nothing where it attests none.</summary>
    private static long? SizeAttested(SqliteConnection connection, byte[] token)
    {
        if (!Rfc3161TimestampToken.TryDecode(token, out Rfc3161TimestampToken? decoded, out _))
            return null;
        ReadOnlyMemory<byte> attested = decoded.TokenInfo.GetMessageHash();
        bool isSha256 = decoded.TokenInfo.HashAlgorithmId.Value == "2.16.840.1.101.3.4.2.1";
        foreach ((long size, byte[] head) in isSha256 ? Heads(connection) : [])
        {
            if (Sha256Hash.Of(head).AsSpan().SequenceEqual(attested.Span))
                return decoded.VerifySignatureForData(head, out _) ? size : null;
        }

        return null;
    }

    private static byte[] HeadAt(SqliteConnection connection, long size) => Heads(connection, size).FirstOrDefault().Head ?? [];

    /// <summary>The states of the archive, each after one entry; all of them, or one.</summary>
    private static IEnumerable<(long Size, byte[] Head)> Heads(SqliteConnection connection, long? only = null)
    {
        var tree = new GrowingTree();
        foreach ((long sequence, string line, byte[] hash) in connection.ReadRows("SELECT sequence, line, hash FROM entry WHERE sequence<=$1 ORDER BY sequence", static row => (row.GetInt64(0), row.GetString(1), row.Bytes(2)), only ?? long.MaxValue))
        {
            tree.Add(MerkleTree.Leaf(line));
            if (only is null || only == sequence)
                yield return (sequence, TreeHead.Of(sequence, Sha256Hash.Hex(hash), Sha256Hash.Hex(tree.Root())));
        }
    }
}
