using System.Text;

namespace PolicyAnalysis.Cli;

/// <summary>What the tool reads from and writes to, so that a test can stand in for a terminal.</summary>
internal sealed class ToolConsole
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public ToolConsole(Stream input, Stream output, TextWriter error, bool isInteractive)
    {
        Input = input;
        // Results are UTF-8 with line feeds on every system, whatever the terminal's own settings are.
        Output = new StreamWriter(output, Utf8, bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n", AutoFlush = false };
        Error = error;
        IsInteractive = isInteractive;
    }

    /// <summary>Standard input, as bytes.</summary>
    public Stream Input { get; }

    /// <summary>Standard output: results only.</summary>
    public StreamWriter Output { get; }

    /// <summary>Standard error: messages and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person watches standard error; progress is drawn only then.</summary>
    public bool IsInteractive { get; }
}
