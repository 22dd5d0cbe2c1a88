using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate notices</c>: the completeness check on labelled notices.</summary>
internal static class EvaluateNoticesCommand
{
    private const string Shipped = "shipped";

    public static Command Create(ToolConsole console)
    {
        var labels = new Argument<string>("labels") { Description = "A file of labels, one JSON object a notice; or 'shipped' for those of the tool." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder with the notices: ID.md each, or files in any place that have the SHA-256 the labels name." };
        var require = new Option<string>("--require") { Description = "The requirement set.", HelpName = "SET", DefaultValueFactory = _ => "gdpr-13" };
        var fit = new Option<bool>("--fit") { Description = "Print a calibration fitted to the scores of these notices instead of figures." };
        var command = new Command("notices", "Measures the completeness check: precision, recall and calibration with intervals, element by element.") { labels, folder, require, fit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analyzer = PolicyAnalyzer.Create();
            string set = parsed.GetValue(require)!;
            string given = parsed.GetValue(labels)!;
            IReadOnlyList<NoticeLabels> read = given == Shipped ? NoticeLabels.Shipped : NoticeLabels.Read(await File.ReadAllLinesAsync(given, cancellationToken));
            Func<NoticeLabels, string?> find = Finder(parsed.GetValue(folder)!.FullName);
            IReadOnlyList<RequirementFinding>? Check(NoticeLabels notice) =>
                find(notice) is { } path ? analyzer.Check(PolicyDocument.Load(path, cancellationToken: cancellationToken), [set], cancellationToken: cancellationToken).Requirements : null;

            if (parsed.GetValue(fit))
            {
                (double slope, double intercept) = NoticeEvaluator.Fit(read, Check);
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"slope {slope:F3}, intercept {intercept:F3}"));
                return ExitCode.Done;
            }

            await console.Output.WriteAsync(NoticeEvaluator.Evaluate(read, Check).AsMemory(), cancellationToken);
            if (given == Shipped)
                await console.Output.WriteAsync(("\n" + NoticeEvaluator.Agreement(read, NoticeLabels.ShippedSecond)).AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Finds the file of a notice by its id or by its SHA-256.</summary>
    private static Func<NoticeLabels, string?> Finder(string folder)
    {
        var bySha = new Lazy<Dictionary<string, string>>(() =>
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                found.TryAdd(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), file);
            return found;
        });
        return notice =>
        {
            string named = Path.Combine(folder, notice.Id + ".md");
            if (notice.Sha256 is { } sha)
                return bySha.Value.GetValueOrDefault(sha);
            return File.Exists(named) ? named : null;
        };
    }
}
