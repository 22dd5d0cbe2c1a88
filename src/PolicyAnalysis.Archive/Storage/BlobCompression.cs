using System.Numerics;
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
}
