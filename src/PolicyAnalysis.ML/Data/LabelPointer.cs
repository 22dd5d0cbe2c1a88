namespace PolicyAnalysis.ML.Data;

/// <summary>Where a labelled provision stands in a public archive, without its text.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LabelPointer
{
    /// <summary>The archive's commit.</summary>
    public required string Commit { get; init; }

    /// <summary>The file in the archive: the service's folder and the document.</summary>
    public required string Path { get; init; }

    /// <summary>The one-based line on which the provision begins.</summary>
    public required int Line { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the text's letters and digits in lower case.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The ids of its types, the main one first.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Who labelled it.</summary>
    public required string Annotator { get; init; }

    /// <summary>The version of the labelling guide.</summary>
    public required string Guide { get; init; }

    /// <summary>Whether it was labelled because a model was unsure of it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>The service whose policy it is from.</summary>
    public string Service => Path.Split('/')[0];
}
