using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace PolicyAnalysis.Archive.Storage;

/// <summary>Zstandard frames of one content, with another content as dictionary where there is one.</summary>
internal static class BlobCompression
{
    /// <summary>Higher levels gain a few per cent on what is new and nothing on what repeats.</summary>
    private const int Level = 3;

    private const int LargestWindowLog = 27;

    public static byte[] Compress(ReadOnlySpan<byte> content, ReadOnlySpan<byte> dictionary)
    {
        using var compressor = new Compressor(Level);
        if (!dictionary.IsEmpty)
        {
            compressor.LoadDictionary(dictionary);
            // The window has to reach over the content back to the first byte of the dictionary.
            int reach = BitOperations.Log2((uint)(content.Length + dictionary.Length)) + 1;
            compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, Math.Clamp(reach, 10, LargestWindowLog));
        }

        // The database keeps the length.
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        return compressor.Wrap(content).ToArray();
    }

    /// <exception cref="ZstdException">The frame is damaged or does not fit the length.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> dictionary, int length)
    {
        byte[] content = new byte[length];
        using var decompressor = new Decompressor();
        if (!dictionary.IsEmpty)
            decompressor.LoadDictionary(dictionary);
        int written = decompressor.Unwrap(frame, content);
        if (written != length)
            throw new ZstdException(ZSTD_ErrorCode.ZSTD_error_corruption_detected, "the content is shorter than recorded");
        return content;
    }

    /// <summary>
    /// The CRC-32C of a frame. What a frame holds is known by its SHA-256; but a frame has bits that may be set either way, and
    /// no byte of the evidence shall change unseen.
    /// </summary>
    public static long Sum(ReadOnlySpan<byte> frame)
    {
        uint sum = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(frame);
        foreach (ulong word in words)
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (byte rest in frame[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }
}
