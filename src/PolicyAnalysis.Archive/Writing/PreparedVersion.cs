using PolicyAnalysis.Archive.Evidence;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>A version, analysed and compressed, that only has to be written.</summary>
internal sealed record PreparedVersion(ArchiveEntry Entry, ContentDraft? Source, PreparedAnalysis? Analysis);

/// <summary>An analysis that only has to be written.</summary>
internal sealed record PreparedAnalysis(ArchiveEntry Entry, ContentDraft Text, ContentDraft Record, string Canonical, IReadOnlyList<WordingUse> Wordings);

/// <summary>A wording in a version: where it stands, and what it is about.</summary>
/// <param name="Hash">The wording's name.</param>
/// <param name="Range">Where it stands in the canonical text.</param>
/// <param name="Types">The types of the provision, main one first, parted by spaces; empty where there are none.</param>
internal readonly record struct WordingUse(UInt128 Hash, TextRange Range, string Types);
