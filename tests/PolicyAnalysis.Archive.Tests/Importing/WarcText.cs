using System.IO.Compression;
using System.Text;

namespace PolicyAnalysis.Archive.Tests.Importing;

/// <summary>Writes web archives record by record, the way a crawler does, with every mistake that is asked for.</summary>
internal sealed class WarcText
{
    private readonly List<byte> _content = [];
    private readonly bool _compress;

    public WarcText(bool compress = false)
    {
        _compress = compress;
        Record("warcinfo", null, "2024-01-01T00:00:00Z", "application/warc-fields", Bytes("software: a test\r\n"));
    }

    public WarcText Response(string address, string date, string head, byte[] body, params string[] fields) =>
        Record("response", address, date, "application/http; msgtype=response", [.. Bytes("HTTP/1.1 " + head.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n"), .. body], fields);

    public WarcText Record(string type, string? address, string date, string contentType, byte[] block, params string[] fields) =>
        Raw([.. Bytes(Head(type, address, date, contentType, block.Length, fields)), .. block, .. Bytes("\r\n\r\n")]);

    public static string Head(string type, string? address, string date, string contentType, long length, params string[] fields)
    {
        string target = address is null ? string.Empty : $"WARC-Target-URI: {address}\r\n";
        return $"WARC/1.1\r\nWARC-Type: {type}\r\n{target}WARC-Date: {date}\r\nContent-Type: {contentType}\r\n{string.Concat(fields.Select(field => field + "\r\n"))}Content-Length: {length}\r\n\r\n";
    }

    public WarcText Raw(byte[] record)
    {
        _content.AddRange(_compress ? Gzip(record) : record);
        return this;
    }

    public byte[] ToArray() => [.. _content];

    public string Save(TemporaryArchive folder, string name)
    {
        string path = folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, ToArray());
        return path;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    public static byte[] Chunked(byte[] content, int size)
    {
        using var chunks = new MemoryStream();
        for (int start = 0; start < content.Length; start += size)
        {
            int length = Math.Min(size, content.Length - start);
            chunks.Write(Bytes($"{length:x};x=y\r\n"));
            chunks.Write(content, start, length);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
