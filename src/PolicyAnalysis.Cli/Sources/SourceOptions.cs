using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Cli.Sources;

/// <summary>The options of every command that reads a source.</summary>
internal sealed class SourceOptions
{
    private static readonly Dictionary<string, PolicyMediaType> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["html"] = PolicyMediaType.Html,
        ["text/html"] = PolicyMediaType.Html,
        ["markdown"] = PolicyMediaType.Markdown,
        ["text/markdown"] = PolicyMediaType.Markdown,
        ["text"] = PolicyMediaType.PlainText,
        ["text/plain"] = PolicyMediaType.PlainText,
        ["pdf"] = PolicyMediaType.Pdf,
        ["application/pdf"] = PolicyMediaType.Pdf,
    };

    private readonly Option<PolicyMediaType> mediaType = new("--media-type")
    {
        Description = "html, markdown, text or pdf; recognised where left out.",
        HelpName = "TYPE",
        CustomParser = Parsed(static text => MediaTypes.TryGetValue(text, out PolicyMediaType type) ? type : PolicyMediaType.Unknown, static type => type != PolicyMediaType.Unknown, "is not a media type that is read; give html, markdown, text or pdf."),
    };

    private readonly Option<PolicyDocumentType?> documentType = new("--document-type")
    {
        Description = $"The kind of policy wanted; it picks one where a page holds several: {Kinds}.",
        HelpName = "KIND",
        CustomParser = Parsed<PolicyDocumentType?>(static text => PolicyDocumentTypeNames.Parse(text), static type => type != PolicyDocumentType.Unknown, $"is not a kind of policy; give one of {Kinds}."),
    };

    private readonly Option<Uri?> address = new("--address")
    {
        Description = "The public address of the page; quotes link to it.",
        HelpName = "URL",
        CustomParser = Parsed(static text => Uri.TryCreate(text, UriKind.Absolute, out Uri? parsed) ? parsed : null, static parsed => parsed is not null, "is not an absolute address."),
    };

    private readonly Option<long> maximumBytes = new("--max-bytes")
    {
        Description = "The largest source to read, in bytes.",
        HelpName = "N",
        DefaultValueFactory = static _ => 20_000_000,
        CustomParser = Parsed(Number, static number => number is >= 1 and <= 1_000_000_000, "is not a size; --max-bytes takes a number from 1 to 1000000000."),
    };

    private readonly Option<long> timeout = new("--timeout")
    {
        Description = "How many seconds an address may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 30,
        CustomParser = Parsed(Number, static number => number is >= 1 and <= 3600, "is not a time; --timeout takes a number of seconds from 1 to 3600."),
    };

    public SourceOptions(Command command)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[mediaType, documentType, address, maximumBytes, timeout])
            command.Options.Add(option);
    }

    /// <summary>What the command line says of the source.</summary>
    public SourceRequest Of(ParseResult parsed, string source) => new()
    {
        Source = source,
        MediaType = parsed.GetValue(mediaType),
        DocumentType = parsed.GetValue(documentType),
        Address = parsed.GetValue(address),
        MaximumBytes = parsed.GetValue(maximumBytes),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
    };

    private static string Kinds => string.Join(", ", PolicyDocumentTypeNames.All.Skip(1));

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;

    private static Func<ArgumentResult, T> Parsed<T>(Func<string, T> parse, Func<T, bool> isGood, string complaint) => result =>
    {
        string text = result.Tokens[0].Value;
        T value = parse(text);
        if (!isGood(value))
            result.AddError($"'{text}' {complaint}");
        return value;
    };
}
