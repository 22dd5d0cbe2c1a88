using System.Globalization;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>
/// A web archive as a file that can be read at any place: a plain one as it is, a compressed one unpacked into a temporary file
/// that goes with this object.
/// </summary>
/// <remarks>Blocks may be read by several threads at once.</remarks>
internal sealed class WarcFile : IDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly SafeFileHandle _handle;

    private WarcFile(string name, SafeFileHandle handle)
    {
        Name = name;
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>The file's name, for messages and origins.</summary>
    public string Name { get; }

    public long Length { get; }

    public static bool IsName(string path) =>
        path.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="PolicyArchiveException">It is not whole, or unpacks to more than is allowed.</exception>
    public static WarcFile Open(string path, long largestUnpacked, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        return new WarcFile(name, name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Unpack(path, name, largestUnpacked, cancellationToken) : File.OpenHandle(path));
    }

    /// <summary>The records in the order they stand; each block must end where its head says.</summary>
    /// <exception cref="PolicyArchiveException">The file is not one of records, is cut off, or a length in it is wrong.</exception>
    public IEnumerable<WarcRecord> Records()
    {
        var reader = new WarcByteReader(_handle);
        while (true)
        {
            reader.SkipLineEnds();
            if (reader.IsAtEnd)
                yield break;
            long place = reader.Position;
            Dictionary<string, string> fields = Head(reader, place);
            if (!fields.TryGetValue("Content-Length", out string? text) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
                throw Broken(place, "it does not say how long it is");
            long block = reader.Position;
            if (length > Length - block)
                throw Broken(place, string.Create(CultureInfo.InvariantCulture, $"it says that it has {length} bytes, and the file ends after {Length - block}"));
            reader.Position = block + length;
            if (!reader.IsAtEnd && !reader.IsAtLineEnd)
                throw Broken(place, "its block does not end where its length says");
            yield return new WarcRecord(place, block, length, fields);
        }
    }

    public byte[] Read(long place, int length)
    {
        byte[] content = new byte[length];
        int read = 0;
        while (read < length && RandomAccess.Read(_handle, content.AsSpan(read), place + read) is > 0 and int more)
            read += more;
        return read == length ? content : throw Broken(place, "the file ends inside it");
    }

    public void Dispose() => _handle.Dispose();

    public PolicyArchiveException Broken(long place, string what) => new(
        ArchiveProblem.ImportFailed,
        string.Create(CultureInfo.InvariantCulture, $"{Name}: the record at byte {place} is not as ISO 28500 has it, for {what}; get the file again, or cut it before that record."));

    private Dictionary<string, string> Head(WarcByteReader reader, long place)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int left = LongestHead;
        string version = reader.Line(ref left) ?? throw Broken(place, "its head does not end");
        if (!version.StartsWith("WARC/1.", StringComparison.Ordinal) && !version.StartsWith("WARC/0.1", StringComparison.Ordinal))
            throw Broken(place, "it does not begin with a version of the format");
        string? name = null;
        while (true)
        {
            string line = reader.Line(ref left) ?? throw Broken(place, "its head does not end");
            if (line.Length == 0)
                return fields;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && name is not null)
                fields[name] += " " + line.Trim();
            else if (colon <= 0)
                throw Broken(place, "its head has a line that is no field");
            else if (!fields.TryAdd(name = line[..colon].Trim(), line[(colon + 1)..].Trim()))
                name = null;
        }
    }

    private static SafeFileHandle Unpack(string path, string name, long largest, CancellationToken cancellationToken)
    {
        SafeFileHandle unpacked = File.OpenHandle(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            byte[] buffer = new byte[128 * 1024];
            long written = 0;
            int read;
            while ((read = gzip.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (written + read > largest)
                    throw new PolicyArchiveException(ArchiveProblem.ImportFailed, string.Create(CultureInfo.InvariantCulture, $"{name}: it unpacks to more than {largest} bytes; allow more, or unpack it first and look at it."));
                RandomAccess.Write(unpacked, buffer.AsSpan(0, read), written);
                written += read;
            }

            return unpacked;
        }
        catch (InvalidDataException problem)
        {
            unpacked.Dispose();
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, $"{name}: it cannot be unpacked ({problem.Message}); get the file again.", problem);
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }
}
