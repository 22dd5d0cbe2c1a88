namespace PolicyAnalysis.Archive.Importing;

/// <summary>A version of a recorded history that is not read yet.</summary>
/// <param name="SeenAt">When it was recorded.</param>
/// <param name="Locator">Where its bytes are: an object id, or a path; nothing for an absence.</param>
/// <param name="Origin">The name of the record, for the archive's entry.</param>
/// <param name="MediaType">The format that the name tells.</param>
internal readonly record struct RecordedVersion(DateTimeOffset SeenAt, string? Locator, string Origin, PolicyMediaType MediaType);

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
    byte[] Read(RecordedVersion version);
}
