using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>The proof that a source is the same bytes.</summary>
internal readonly record struct SourceFingerprint(string Sha256, long ByteLength)
{
    private const int Piece = 16 * 1024;

    public static SourceFingerprint Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);

    /// <summary>The fingerprint of a text's UTF-8 form, written piece by piece: a copy of the whole would cost more than the hash.</summary>
    public static SourceFingerprint Of(string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(Piece));
        Encoder encoder = Encoding.UTF8.GetEncoder();
        long length = 0;
        for (int position = 0; position < content.Length; position += Piece)
        {
            ReadOnlySpan<char> piece = content.AsSpan(position, Math.Min(Piece, content.Length - position));
            int written = encoder.GetBytes(piece, buffer, flush: position + Piece >= content.Length);
            hash.AppendData(buffer, 0, written);
            length += written;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return new SourceFingerprint(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
