namespace PolicyAnalysis.Cli;

/// <summary>The exit codes, as documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing was found that <c>--fail-on</c> names.</summary>
    public const int Done = 0;

    /// <summary>Done, and something was found that <c>--fail-on</c> names.</summary>
    public const int Found = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;

    /// <summary>An input could not be read or analysed, or an output could not be written.</summary>
    public const int Failed = 3;

    /// <summary>Stopped from outside.</summary>
    public const int Stopped = 130;
}
