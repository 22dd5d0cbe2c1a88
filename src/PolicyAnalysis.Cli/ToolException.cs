namespace PolicyAnalysis.Cli;

/// <summary>Something the tool cannot go on with; the message says what, where and what to do.</summary>
internal sealed class ToolException(string message, Exception? cause = null) : Exception(message, cause);
