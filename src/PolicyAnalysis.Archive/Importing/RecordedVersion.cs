using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>A version of a recorded history that is not read yet.</summary>
/// <param name="SeenAt">When it was recorded.</param>
/// <param name="Locator">Where its bytes are: an object id, a path, or a place in a file; nothing for an absence.</param>
/// <param name="Origin">The name of the record, for the archive's entry.</param>
/// <param name="MediaType">The format that the name tells.</param>
internal sealed record RecordedVersion(DateTimeOffset SeenAt, string? Locator, string? Origin, PolicyMediaType MediaType)
{
    /// <summary>The public address of the page, where the record tells it.</summary>
    public Uri? Address { get; init; }

    /// <summary>The character set that the transport declared, where the record tells it.</summary>
    public string? Charset { get; init; }

    /// <summary>The SHA-256 that the bytes must have, where the record tells it.</summary>
    public byte[]? Sha256 { get; init; }

    /// <summary>A version that an archive wrote out, by its entry.</summary>
    public static RecordedVersion Of(ArchiveEntry entry, string locator) => new(entry.SeenAt, entry.Source is null ? null : locator, entry.Origin, MediaTypes.Of(entry.MediaType))
    {
        Address = entry.Address is null ? null : new Uri(entry.Address, UriKind.RelativeOrAbsolute),
        Charset = MediaTypes.CharsetOf(entry.MediaType),
        Sha256 = entry.Source,
    };
}

/// <summary>A document of a recorded history with its versions in the order they were recorded.</summary>
internal sealed record RecordedDocument(string Platform, string Name, IReadOnlyList<RecordedVersion> Versions);

/// <summary>A place where versions of documents were recorded.</summary>
internal interface IRecordedHistory : IDisposable
{
    /// <summary>The documents, ordered by platform and name.</summary>
    IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken);

    /// <summary>Something that reads versions; each reader is used by one thread.</summary>
    IRecordedVersionReader OpenReader();
}

/// <summary>Reads the bytes of recorded versions.</summary>
internal interface IRecordedVersionReader : IDisposable
{
    /// <exception cref="UnreadableVersionException">This version cannot be taken out of the record; the others may.</exception>
    byte[] Read(RecordedVersion version);
}

/// <summary>One version cannot be taken out of its record; the message says why.</summary>
internal sealed class UnreadableVersionException(string message) : Exception(message);
