namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>What a SARIF log says: one run over one or two documents.</summary>
internal sealed record SarifRun
{
    /// <summary>What was done: <c>policy-assessment</c>, <c>policy-comparison</c> or <c>policy-completeness</c>.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<SarifArtifact> Artifacts { get; init; }

    public required IReadOnlyList<SarifResult> Results { get; init; }

    public required AnalysisVersions Versions { get; init; }

    public required string Disclaimer { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>What a reader should know before trusting the run: warnings of a comparison; remarks on reading are taken from the artifacts.</summary>
    public IReadOnlyList<(string Code, string Message)> Warnings { get; init; } = [];
}

/// <summary>A document that a run read.</summary>
internal sealed record SarifArtifact(PolicyDocument Document, string Description);

/// <summary>What kind of finding a result is.</summary>
internal sealed record SarifRule(string Id, string Name, string Description);

/// <summary>A place in the source of an artifact.</summary>
internal sealed record SarifLocation(int Artifact, SourcePosition Start, SourcePosition? End, IReadOnlyList<string> Headings, string? Message = null)
{
    /// <summary>The place of a range that begins at <paramref name="start"/>.</summary>
    public static SarifLocation Of(int artifact, PolicyDocument document, TextRange range, SourcePosition start, IReadOnlyList<string> headings, string? message = null)
    {
        if (range.IsEmpty || start.Line < 1)
            return new SarifLocation(artifact, start, null, headings, message);

        // The standard's end column is the one after the last character.
        SourcePosition last = document.GetSourcePosition(range.End - 1);
        bool isAfter = last.Line > start.Line || (last.Line == start.Line && last.Column >= start.Column);
        return new SarifLocation(artifact, start, isAfter ? last with { Column = last.Column + 1 } : null, headings, message);
    }
}

/// <summary>One finding.</summary>
internal sealed record SarifResult
{
    public required SarifRule Rule { get; init; }

    /// <summary><c>fail</c> where the level is a note or a warning; otherwise <c>informational</c>, <c>pass</c>, <c>open</c> or <c>notApplicable</c>, as the standard asks.</summary>
    public required string Kind { get; init; }

    public required string Level { get; init; }

    public required string Message { get; init; }

    public SarifLocation? Location { get; init; }

    public IReadOnlyList<SarifLocation> Related { get; init; } = [];

    public required string Fingerprint { get; init; }

    /// <summary>Who answers for an exception, and why; <see langword="null"/> where there is none.</summary>
    public string? Suppression { get; init; }

    /// <summary>Whether an earlier run knew it.</summary>
    public bool IsKnown { get; init; }

    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}
