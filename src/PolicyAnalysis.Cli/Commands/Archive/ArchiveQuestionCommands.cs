using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive timeline</c>, <c>compare</c>, <c>platforms</c>, <c>search</c> and <c>nearest</c>.</summary>
internal static class ArchiveQuestionCommands
{
    public static Command Timeline(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var platform = new Argument<string>("platform") { Description = "The platform." };
        var document = new Argument<string>("document") { Description = "The document's name." };
        var flapDays = new Option<int>("--flap-days") { Description = "How long an excursion may last to count as a flap.", DefaultValueFactory = static _ => 30, HelpName = "DAYS" };
        Option<string> format = ArchiveCommand.FormatOption();
        Option<string?> output = ArchiveCommand.OutputOption();
        var command = new Command("timeline", "The course of a document: every provision's life over all versions.") { file, platform, document, flapDays, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            DocumentTimeline timeline = archive.GetTimeline(parsed.GetValue(platform)!, parsed.GetValue(document)!, new TimelineOptions { FlapWindow = TimeSpan.FromDays(parsed.GetValue(flapDays)) }, cancellationToken);
            RenderedReport report = parsed.GetValue(format) switch { "html" => timeline.ToHtml(), "csv" => timeline.ToCsv(), _ => timeline.ToJson() };
            await ArchiveCommand.WriteAsync(parsed.GetValue(output), report.Content, console, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Compare(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var before = new Argument<long>("before") { Description = "The number of the version before." };
        var after = new Argument<long>("after") { Description = "The number of the version after." };
        var command = new Command("compare", "Compares two archived versions.") { file, before, after };
        var reportOptions = new ReportOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            PolicyComparison comparison = archive.Compare(parsed.GetValue(before), parsed.GetValue(after), cancellationToken);
            await reportOptions.WriteAsync(parsed, ReportForms.Of(comparison), console, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Platforms(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var type = new Argument<string>("type") { Description = "The provision type, for example data-retention." };
        var asOf = new Option<DateTimeOffset?>("--as-of") { Description = "The time to look at; the latest versions where left out.", HelpName = "DATE" };
        var anyLabel = new Option<bool>("--any-label") { Description = "Count a provision where the type is any of its types, not only its main one." };
        var byFamily = new Option<bool>("--by-family") { Description = "Count a document and its variants for regions and in languages as one." };
        var quoted = new Option<string[]>("--quote") { Description = "A platform to quote; may be given several times.", HelpName = "PLATFORM" };
        Option<string> format = ArchiveCommand.FormatOption();
        Option<string?> output = ArchiveCommand.OutputOption();
        var command = new Command("platforms", "One provision type across platforms: who has it, how many, what quantities, in what words.") { file, type, asOf, anyLabel, byFamily, quoted, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            PlatformComparison comparison = archive.ComparePlatforms(
                parsed.GetValue(type)!,
                new PlatformComparisonOptions { AsOf = parsed.GetValue(asOf), AnyLabel = parsed.GetValue(anyLabel), ByFamily = parsed.GetValue(byFamily), Quoted = parsed.GetValue(quoted) ?? [] },
                cancellationToken);
            RenderedReport report = parsed.GetValue(format) switch { "html" => comparison.ToHtml(), "csv" => comparison.ToCsv(), _ => comparison.ToJson() };
            await ArchiveCommand.WriteAsync(parsed.GetValue(output), report.Content, console, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Search(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var words = new Argument<string>("words") { Description = "Words that must all stand in a provision; \"in quotes\" together, ending in * for what goes on.", Arity = ArgumentArity.ZeroOrOne };
        var types = new Option<string[]>("--type") { Description = "A type the provision must have; may be given several times.", HelpName = "TYPE" };
        var platform = new Option<string?>("--platform") { Description = "The platform.", HelpName = "NAME" };
        var law = new Option<string?>("--law") { Description = "A legal instrument whose rules name the provision's type.", HelpName = "ID" };
        var asOf = new Option<DateTimeOffset?>("--as-of") { Description = "The time at which it must stand.", HelpName = "DATE" };
        var most = new Option<int>("--most") { Description = "How many to print.", DefaultValueFactory = static _ => 100, HelpName = "NUMBER" };
        var command = new Command("search", "Finds provisions over all versions, one JSON object a line, what came last first.") { file, words, types, platform, law, asOf, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            var query = new ArchiveQuery { Words = parsed.GetValue(words) ?? string.Empty, Types = parsed.GetValue(types) ?? [], Platform = parsed.GetValue(platform), Law = parsed.GetValue(law), AsOf = parsed.GetValue(asOf) };
            int left = parsed.GetValue(most);
            await foreach (ArchivedProvision provision in archive.SearchAllAsync(query, cancellationToken))
            {
                if (left-- <= 0)
                    break;
                await console.Output.WriteAsync(JsonLine.Write(json =>
                {
                    json.WriteString("platform", provision.Platform);
                    json.WriteString("document", provision.Document);
                    json.WriteNumber("sequence", provision.Sequence);
                    json.WriteString("since", Day(provision.Since));
                    json.WriteString("until", provision.Until is { } until ? Day(until) : null);
                    json.WriteStartArray("types");
                    foreach (string type in provision.Types)
                        json.WriteStringValue(type);
                    json.WriteEndArray();
                    json.WriteString("text", provision.Text);
                }));
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command Nearest(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var text = new Argument<string>("text") { Description = "The wording to look for; six words or more." };
        var least = new Option<double>("--least") { Description = "The least similarity, 0 to 1.", DefaultValueFactory = static _ => 0.7, HelpName = "SHARE" };
        var command = new Command("nearest", "Finds the nearest wordings and how many platforms have them, one JSON object a line.") { file, text, least };
        least.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1))
                result.AddError("--least is a share above 0, at most 1.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            foreach (NearWording near in archive.FindNearest(parsed.GetValue(text)!, parsed.GetValue(least), cancellationToken: cancellationToken))
            {
                await console.Output.WriteAsync(JsonLine.Write(json =>
                {
                    json.WriteNumber("similarity", Math.Round(near.Similarity, 4));
                    json.WriteNumber("platforms", near.PlatformCount);
                    json.WriteString("text", near.Text);
                    json.WriteStartArray("places");
                    foreach ((string platform, string document, long sequence) in near.Places)
                        json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{platform} / {document} / {sequence}"));
                    json.WriteEndArray();
                }));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
