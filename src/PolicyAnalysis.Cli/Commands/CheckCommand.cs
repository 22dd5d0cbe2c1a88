using System.CommandLine;
using PolicyAnalysis.Cli.Sources;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy check</c>: whether a notice states what laws ask a notice to state.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string[]>("source") { Description = "A file, an http or https address, or - for standard input; several are checked as one set: what any of them states is found.", Arity = ArgumentArity.OneOrMore };
        var require = new Option<string[]>("--require") { Description = "The requirement sets, separated by commas, for example gdpr-13,ccpa-notice.", HelpName = "SETS", AllowMultipleArgumentsPerToken = true };
        var failOn = new Option<string?>("--fail-on") { Description = "End with 1 where an element is not found, or only in part.", HelpName = "OUTCOME" };
        failOn.AcceptOnlyFromAmong("not-found", "partial");
        var rules = new Option<FileInfo?>("--rules") { Description = "A gate's rules, a JSON or YAML file: what must be stated, which changes are not taken, ceilings, suppressions.", HelpName = "FILE" };
        var against = new Option<FileInfo?>("--against") { Description = "The earlier version, for the rules on changes.", HelpName = "FILE" };
        var command = new Command("check", "Looks for what laws ask a notice to state, or holds a policy against a gate's rules.") { source, require, failOn, rules, against };
        command.Validators.Add(result =>
        {
            if (result.GetResult(require) is null && result.GetResult(rules) is null)
                result.AddError("Option '--require' is required, or '--rules' in its place.");
            if (result.GetResult(rules) is not null && result.GetValue(source)?.Length > 1)
                result.AddError("'--rules' holds one document at a time; give one source.");
        });
        var sourceOptions = new SourceOptions(command);
        var lawOptions = new LawOptions(command);
        var reportOptions = new ReportOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] sets = [.. (parsed.GetValue(require) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            AssessmentOptions options = await lawOptions.OfAsync(parsed, cancellationToken);
            var documents = new List<PolicyDocument>();
            foreach (string each in parsed.GetValue(source)!)
                documents.Add(await SourceReader.ReadAsync(sourceOptions.Of(parsed, each), console, cancellationToken));
            if (parsed.GetValue(rules) is { } rulesFile)
            {
                GateResult gate = await GateAsync(documents[0], rulesFile, parsed.GetValue(against), options, cancellationToken);
                await reportOptions.WriteAsync(parsed, ReportForms.Of(gate), console, cancellationToken);
                return gate.IsOpen ? ExitCode.Done : ExitCode.Found;
            }

            CompletenessResult result = PolicyAnalyzer.Create().Check(documents, sets, options, cancellationToken);
            await reportOptions.WriteAsync(parsed, ReportForms.Of(result), console, cancellationToken);
            return parsed.GetValue(failOn) is { } outcome && result.Requirements.Any(requirement => Reaches(requirement.Status, outcome)) ? ExitCode.Found : ExitCode.Done;
        });
        return command;
    }

    private static async Task<GateResult> GateAsync(PolicyDocument document, FileInfo rules, FileInfo? against, AssessmentOptions options, CancellationToken cancellationToken)
    {
        foreach (FileInfo file in new[] { rules, against }.OfType<FileInfo>())
        {
            if (!file.Exists)
                throw new ToolException($"{file.Name}: there is no such file.");
        }

        var analyzer = PolicyAnalyzer.Create();
        string text = await File.ReadAllTextAsync(rules.FullName, cancellationToken);
        GateRules read = GateRules.Parse(rules.Extension is ".yaml" or ".yml" ? YamlText.ToJson(text, rules.Name) : text);
        AnalyzedPolicy policy = analyzer.Analyze(document, cancellationToken);
        PolicyComparison? comparison = against is null
            ? null
            : analyzer.Compare(analyzer.Analyze(PolicyDocument.Load(against.FullName, cancellationToken: cancellationToken), cancellationToken), policy, cancellationToken);
        return new PolicyGate(RegulatoryCatalog.Default, read).Evaluate(policy, comparison, options, cancellationToken);
    }

    private static bool Reaches(RequirementStatus status, string outcome) =>
        status == RequirementStatus.NotFound || (status == RequirementStatus.Partial && outcome == "partial");
}
