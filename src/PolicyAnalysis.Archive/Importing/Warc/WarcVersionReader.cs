using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>Takes pages out of the blocks of records.</summary>
internal sealed class WarcVersionReader(IReadOnlyList<WarcFile> files, int largest) : IRecordedVersionReader
{
    public byte[] Read(RecordedVersion version)
    {
        if (version.Locator == WarcPlace.Missing)
            throw new UnreadableVersionException("it only says that the page was unchanged, and the record that holds the page is not there");
        WarcPlace place = WarcPlace.Read(version.Locator!);
        if (place.Length > (long)largest + HttpMessage.LongestHead)
            throw HttpBody.TooLarge(largest);
        byte[] block = files[place.File].Read(place.Block, (int)place.Length);
        if (place.Digest is { } digest && WarcDigest.Fits(digest, block) == false)
            throw new UnreadableVersionException($"its block is not the one that was written: its digest is not {digest}");
        byte[] page = place.IsResponse ? Page(block) : block;
        if (page.Length > largest)
            throw HttpBody.TooLarge(largest);
        return version.Sha256 is null || Sha256Hash.Of(page).AsSpan().SequenceEqual(version.Sha256)
            ? page
            : throw new UnreadableVersionException("it is not the one that was written: its SHA-256 is another");
    }

    public void Dispose()
    {
    }

    private byte[] Page(byte[] block) => HttpMessage.Parse(block) is { } message
        ? HttpBody.Decode(message, block.AsMemory(message.BodyStart), largest)
        : throw new UnreadableVersionException("it is not an HTTP response");
}
