using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>A document written as one line a block, so that a test says in text what it expects.</summary>
internal static class DocumentOutline
{
    public static string Of(PolicyDocument document)
    {
        var outline = new StringBuilder();
        foreach (DocumentBlock block in document.Blocks)
        {
            outline.Append(Name(block)).Append(": ");
            if (block.Marker is { } marker)
                outline.Append('[').Append(marker).Append("] ");
            outline.Append(block.Range.Of(document.Text).Replace("\t", " | ", StringComparison.Ordinal)).Append('\n');
        }

        return outline.ToString();
    }

    public static string OfHtml(string body, PolicyReadOptions? options = null) =>
        Of(Read(body, PolicyMediaType.Html, options));

    public static PolicyDocument Read(string content, PolicyMediaType mediaType, PolicyReadOptions? options = null) =>
        PolicyDocument.Parse(content, (options ?? new PolicyReadOptions()) with { MediaType = mediaType }, TestContext.Current.CancellationToken);

    /// <summary>A paragraph of invented policy text, long enough to be prose; the word makes it differ from others.</summary>
    public static string Prose(string word) =>
        $"<p>Fernwick keeps {word} only for as long as the garden plan needs it, and says so in plain words before anything is stored on the server.</p>";

    private static string Name(DocumentBlock block) => block.Kind switch
    {
        DocumentBlockKind.Heading => "h" + block.Level.ToString(CultureInfo.InvariantCulture),
        DocumentBlockKind.ListItem => "item" + block.Level.ToString(CultureInfo.InvariantCulture),
        DocumentBlockKind.TableHeader => "columns",
        DocumentBlockKind.TableRow => "row",
        DocumentBlockKind.DefinitionTerm => "term",
        DocumentBlockKind.DefinitionDescription => "meaning",
        DocumentBlockKind.Quote => "quote",
        DocumentBlockKind.Preformatted => "pre",
        DocumentBlockKind.Footnote => "note",
        _ => "p",
    };
}
