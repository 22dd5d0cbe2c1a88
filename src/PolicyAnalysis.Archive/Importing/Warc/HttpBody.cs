using System.Globalization;
using System.IO.Compression;
using ZstdSharp;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>The page that an HTTP response carried, after the encodings that its head names are undone, within a budget of bytes.</summary>
internal static class HttpBody
{
    /// <summary>Servers name one encoding, seldom two; a long list only serves to waste time.</summary>
    private const int MostEncodings = 3;

    /// <exception cref="UnreadableVersionException">The body is not what its head says, or too large.</exception>
    public static byte[] Decode(HttpMessage message, ReadOnlyMemory<byte> body, int largest)
    {
        if (message.Field("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true && Unchunk(body.Span) is { } joined)
            body = joined;
        string[] encodings = (message.Field("Content-Encoding") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (encodings.Length > MostEncodings)
            throw new UnreadableVersionException("its head names more encodings than a server uses");
        foreach (string encoding in encodings.Reverse())
            body = Undo(encoding.ToLowerInvariant(), body, largest);
        return body.Length <= largest ? body.ToArray() : throw TooLarge(largest);
    }

    public static UnreadableVersionException TooLarge(int largest) => new(string.Create(CultureInfo.InvariantCulture, $"it has more than {largest} bytes"));

    /// <summary>The chunks joined; nothing where the writer of the archive joined them already and left the head as it was.</summary>
    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        bool isFirst = true;
        while (true)
        {
            int end = body.IndexOf((byte)'\n');
            if (end < 0 || Size(body[..end]) is not { } size)
            {
                if (isFirst)
                    return null;
                throw new UnreadableVersionException("its chunks do not follow one another as their lengths say");
            }

            body = body[(end + 1)..];
            isFirst = false;
            if (size == 0)
                return joined.ToArray();
            if (size > body.Length)
                throw new UnreadableVersionException("a chunk says that it is longer than the record");
            joined.Write(body[..size]);
            body = body[size..];
            if (body.StartsWith("\r\n"u8))
                body = body[2..];
            else if (body.StartsWith("\n"u8))
                body = body[1..];
        }
    }

    private static int? Size(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOfAny((byte)';', (byte)'\r', (byte)' ');
        Span<char> digits = stackalloc char[8];
        ReadOnlySpan<byte> number = end < 0 ? line : line[..end];
        if (number.Length is 0 or > 8)
            return null;
        for (int index = 0; index < number.Length; index++)
            digits[index] = (char)number[index];
        return int.TryParse(digits[..number.Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0 ? size : null;
    }

    private static ReadOnlyMemory<byte> Undo(string encoding, ReadOnlyMemory<byte> body, int largest)
    {
        // Some writers keep the page unpacked and the head as it was.
        ReadOnlySpan<byte> start = body.Span;
        return encoding switch
        {
            "identity" or "none" or "utf-8" => body,
            "gzip" or "x-gzip" => start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? Unpack(body, static stream => new GZipStream(stream, CompressionMode.Decompress), largest) : body,
            "deflate" => start.Length > 1 && (start[0] & 0x0f) == 8 && ((start[0] << 8) | start[1]) % 31 == 0
                ? Unpack(body, static stream => new ZLibStream(stream, CompressionMode.Decompress), largest)
                : Unpack(body, static stream => new DeflateStream(stream, CompressionMode.Decompress), largest),
            "br" => Unpack(body, static stream => new BrotliStream(stream, CompressionMode.Decompress), largest),
            "zstd" => start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]) ? Unpack(body, static stream => new DecompressionStream(stream), largest) : body,
            _ => throw new UnreadableVersionException($"its encoding '{encoding}' is not known"),
        };
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> body, Func<Stream, Stream> open, int largest)
    {
        try
        {
            using Stream stream = open(new MemoryStream(body.ToArray()));
            using var unpacked = new MemoryStream();
            byte[] buffer = new byte[32 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (unpacked.Length + read > largest)
                    throw TooLarge(largest);
                unpacked.Write(buffer, 0, read);
            }

            return unpacked.ToArray();
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException or ZstdException or EndOfStreamException)
        {
            throw new UnreadableVersionException($"it cannot be unpacked ({problem.Message.TrimEnd('.')})");
        }
    }
}
