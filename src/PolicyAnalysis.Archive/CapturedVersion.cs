namespace PolicyAnalysis.Archive;

/// <summary>A copy of a document as it was seen at one time, to be archived.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CapturedVersion
{
    /// <summary>The platform or service whose document it is, for example <c>Lumenleaf</c>; 1 to 200 characters.</summary>
    public required string Platform { get; init; }

    /// <summary>The document's name within the platform, for example <c>Privacy Policy</c>; 1 to 200 characters.</summary>
    public required string Document { get; init; }

    /// <summary>When the copy was seen; kept in UTC to the second.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The source's bytes, exactly as they came.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The format of the bytes.</summary>
    public PolicyMediaType MediaType { get; init; }

    /// <summary>The character set that the transport declared, by its IANA name; <see langword="null"/> where the bytes speak for themselves.</summary>
    public string? Charset { get; init; }

    /// <summary>The public address of the page, where it is known.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where the copy was taken from when it was imported, for example <c>git:</c> with the commit's id; otherwise <see langword="null"/>.</summary>
    public string? Origin { get; init; }
}
