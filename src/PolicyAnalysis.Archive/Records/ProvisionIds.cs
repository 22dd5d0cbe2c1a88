using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Archive.Records;

/// <summary>
/// The id that a provision's text gives: <c>p</c> and the first 64 bits of the SHA-256 of its UTF-8 bytes. Part of the record's
/// format, whatever ids the library gives: one that differs is written as it is.
/// </summary>
internal static class ProvisionIds
{
    public static string Of(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return string.Create(CultureInfo.InvariantCulture, $"p{BinaryPrimitives.ReadUInt64BigEndian(hash):x16}");
    }
}
