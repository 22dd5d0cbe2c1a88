namespace PolicyAnalysis;

/// <summary>A place in the source as it was read: where a person would look for a quote in the original file.</summary>
/// <param name="Offset">Zero-based offset in UTF-16 code units of the decoded source.</param>
/// <param name="Line">One-based line; a line ends at CR LF, LF or CR.</param>
/// <param name="Column">One-based column in UTF-16 code units.</param>
public readonly record struct SourcePosition(int Offset, int Line, int Column);
