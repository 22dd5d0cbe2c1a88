using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy catalog</c>: what the catalogue of law holds, on which day, from which source.</summary>
internal static class CatalogCommand
{
    public static Command Create(ToolConsole console) =>
        new("catalog", "Lists, shows and validates the catalogue of law and a team's own packs.")
        {
            List(console),
            Show(console),
            Validate(console),
            Diff(console),
        };

    private static Command List(ToolConsole console)
    {
        var what = new Argument<string>("what") { Description = "instruments, rules, elements or sets.", DefaultValueFactory = _ => "instruments" };
        what.AcceptOnlyFromAmong("instruments", "rules", "elements", "sets");
        var command = new Command("list", "Lists the records, one a line: id, name or citation, jurisdiction.") { what };
        command.SetAction(parsed =>
        {
            RegulatoryCatalog catalog = RegulatoryCatalog.Default;
            IEnumerable<string> lines = parsed.GetValue(what) switch
            {
                "rules" => catalog.Rules.Select(rule => $"{rule.Id}\t{(rule.VersionOn(catalog.Date) ?? rule.Versions[^1]).Citation.Display}\t{rule.Instrument.Jurisdiction}"),
                "elements" => catalog.NoticeElements.Select(element => $"{element.Id}\t{element.Citation.Display}\t{element.Element}"),
                "sets" => catalog.RequirementSets.Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Name}\t{set.Elements.Count}\t{set.Title}")),
                _ => catalog.Instruments.Select(instrument => $"{instrument.Id}\t{instrument.ShortName}\t{instrument.Jurisdiction}"),
            };
            foreach (string line in lines)
                console.Output.WriteLine(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(ToolConsole console)
    {
        var id = new Argument<string>("id") { Description = "The id of an instrument or a rule, for example eu-gdpr.art-33-1." };
        var command = new Command("show", "Shows one record with its versions, figures and sources.") { id };
        command.SetAction(parsed =>
        {
            RegulatoryCatalog catalog = RegulatoryCatalog.Default;
            string name = parsed.GetValue(id)!;
            if (catalog.FindRule(name) is { } rule)
                ShowRule(console, rule, catalog.Date);
            else if (catalog.FindInstrument(name) is { } instrument)
                ShowInstrument(console, instrument);
            else
                throw new ToolException($"'{name}' is not in the catalogue {catalog.Version}; 'policy catalog list rules' lists what is.");
            console.Output.WriteLine();
            console.Output.WriteLine(PolicyDisclaimer.Text);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Validate(ToolConsole console)
    {
        var file = new Argument<FileInfo>("pack") { Description = "A JSON file with a team's own pack." };
        var command = new Command("validate", "Reads a pack strictly and lays it over the catalogue, to see that it holds together.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            RegulatoryCatalog catalog = await OverlaidAsync(parsed.GetValue(file)!, cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{catalog.Version}: {catalog.Changes.Count} changes, {catalog.Rules.Count} rules, SHA-256 {catalog.Sha256}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Diff(ToolConsole console)
    {
        var file = new Argument<FileInfo>("pack") { Description = "A JSON file with a team's own pack." };
        var command = new Command("diff", "Says what a pack changes, one change a line.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (CatalogChange change in (await OverlaidAsync(parsed.GetValue(file)!, cancellationToken)).Changes)
                await console.Output.WriteLineAsync($"{change.Operation}\t{change.Target}\t{change.Reason}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<RegulatoryCatalog> OverlaidAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new ToolException($"{file.Name}: there is no such pack.");
        return RegulatoryCatalog.Default.With(CatalogPack.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken)));
    }

    private static void ShowRule(ToolConsole console, RegulatoryRule rule, DateOnly day)
    {
        console.Output.WriteLine($"{rule.Id} ({rule.Instrument.ShortName}, {rule.Instrument.Jurisdiction}): {rule.Topic}");
        foreach (RuleVersion version in rule.Versions)
        {
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {version.Citation.Formal} [{version.VersionId}, {version.Lifecycle}, from {Day(version.ValidFrom)} to {Day(version.ValidTo)}{(version.BindsOn(day) ? ", binds" : string.Empty)}]"));
            console.Output.WriteLine($"    {version.Paraphrase}");
            if (version.Numbers.Count > 0)
                console.Output.WriteLine($"    Figures: {string.Join("; ", version.Numbers.Select(number => number.Text))}");
            console.Output.WriteLine($"    {version.Provenance.Status}, {version.Provenance.SourceKind}, review after {Day(version.Provenance.ReviewAfter)}{(version.Provenance.Source is { } source ? ": " + source : string.Empty)}");
        }
    }

    private static void ShowInstrument(ToolConsole console, Instrument instrument)
    {
        console.Output.WriteLine($"{instrument.Id}: {instrument.FullName} ({instrument.Jurisdiction}, {instrument.Kind})");
        foreach (InstrumentPhase phase in instrument.Phases)
            console.Output.WriteLine($"  {Day(phase.Date)} {phase.Event}");
        if (instrument.Penalty is { } penalty)
            console.Output.WriteLine($"  Upper sanction: {penalty.Text}");
        console.Output.WriteLine($"  {instrument.Provenance.Status}, {instrument.Provenance.SourceKind}");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "open";
}
