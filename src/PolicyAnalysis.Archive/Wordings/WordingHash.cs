using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyAnalysis.Archive.Wordings;

/// <summary>The name of a wording: the first 128 bits of the SHA-256 of its UTF-16 code units, little-endian.</summary>
internal static class WordingHash
{
    public static UInt128 Of(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static byte[] Bytes(UInt128 hash)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }
}
