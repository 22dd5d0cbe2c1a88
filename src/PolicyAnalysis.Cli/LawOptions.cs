using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Cli;

/// <summary>The options of every command that reads the law: as of when, and for whom.</summary>
internal sealed class LawOptions
{
    private readonly Option<DateOnly?> asOf = new("--as-of")
    {
        Description = "The date as of which the law is read, YYYY-MM-DD; the catalogue's own date where left out.",
        HelpName = "DATE",
        CustomParser = static result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                return date;
            result.AddError($"'{result.Tokens[0].Value}' is not a date of the form YYYY-MM-DD.");
            return null;
        },
    };

    private readonly Option<string?> profile = new("--profile") { Description = "A JSON file with the facts on reader and publisher: jurisdictions, roles, thresholds.", HelpName = "FILE" };

    public LawOptions(Command command)
    {
        command.Options.Add(asOf);
        command.Options.Add(profile);
    }

    public async Task<AssessmentOptions> OfAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        ApplicabilityProfile? facts = null;
        if (parsed.GetValue(profile) is { } file)
        {
            if (!File.Exists(file))
                throw new ToolException($"{file}: there is no such profile; docs/schemas/profile.schema.json says what it holds.");
            facts = ApplicabilityProfile.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        }

        return new AssessmentOptions { AsOf = parsed.GetValue(asOf), Profile = facts };
    }
}
