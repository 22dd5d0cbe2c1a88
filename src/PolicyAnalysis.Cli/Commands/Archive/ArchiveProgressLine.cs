using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary>How far long work is: one line on standard error that is written over.</summary>
internal sealed class ArchiveProgressLine : IProgress<ArchiveProgress>
{
    private readonly ToolConsole _console;

    private ArchiveProgressLine(ToolConsole console) => _console = console;

    /// <summary>The line, or nothing where nobody watches.</summary>
    public static ArchiveProgressLine? For(ToolConsole console) => console.IsInteractive ? new ArchiveProgressLine(console) : null;

    public void Report(ArchiveProgress value) =>
        _console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done} of {value.Total}, {value.Rate:0} a second, {value.Remaining:hh\\:mm\\:ss} left  "));
}
