using Spectre.Console;

namespace PolicyAnalysis.Cli;

/// <summary>A progress bar on standard error while a person watches; nothing otherwise.</summary>
internal static class ToolProgress
{
    /// <summary>Runs work of a known number of steps; the work calls its argument after each step.</summary>
    public static async Task RunAsync(ToolConsole console, string activity, int steps, Func<Action, Task> work)
    {
        if (!console.IsInteractive)
        {
            await work(static () => { });
            return;
        }

        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        await screen.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(activity), maxValue: Math.Max(steps, 1));
                await work(() => task.Increment(1));
                task.Value = task.MaxValue;
            });
    }
}
