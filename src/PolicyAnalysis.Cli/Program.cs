using PolicyAnalysis.Cli;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

await using Stream input = Console.OpenStandardInput();
await using Stream output = Console.OpenStandardOutput();
return await PolicyTool.RunAsync(args, new ToolConsole(input, output, Console.Error, isInteractive: !Console.IsErrorRedirected), stopping.Token);
