using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy classify</c>: labels for provisions given as JSON lines.</summary>
internal static class ClassifyCommand
{
    public static Command Create(ToolConsole console)
    {
        var taxonomy = new Option<string>("--taxonomy") { Description = "default for the library's types, opp115 for the categories of that label set.", DefaultValueFactory = static _ => "default" };
        taxonomy.AcceptOnlyFromAmong("default", "opp115");
        var model = new Option<string?>("--model") { Description = "A model file that policy train wrote; without it the shipped model." };
        var command = new Command("classify", "Reads {\"id\",\"text\",\"headings\",\"leadIn\",\"documentType\"} lines from standard input and prints their labels.") { taxonomy, model };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IProvisionClassifier classifier = ClassifierOf(parsed.GetValue(model), parsed.GetValue(taxonomy) == "opp115");
            using var reader = new StreamReader(console.Input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
            int number = 0;
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                    await console.Output.WriteAsync(Label(line, number, classifier));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IProvisionClassifier ClassifierOf(string? modelPath, bool isOpp115)
    {
        if (modelPath is null)
            return isOpp115 ? Opp115Classifier.Shipped : CompactClassifier.Shipped;
        using FileStream file = File.OpenRead(modelPath);
        CompactClassifier own = CompactClassifier.Load(file);
        return isOpp115 ? new Opp115Classifier(own, Taxonomy.Default) : own;
    }

    private static string Label(string line, int number, IProvisionClassifier classifier)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement item = document.RootElement;
            JsonElement id = item.GetProperty("id");
            IReadOnlyList<ProvisionLabel> labels = classifier.Classify(new ProvisionInput
            {
                Text = item.GetProperty("text").GetString() ?? throw new FormatException("text is null"),
                Headings = item.TryGetProperty("headings", out JsonElement headings) && headings.ValueKind == JsonValueKind.Array ? [.. headings.EnumerateArray().Select(heading => heading.GetString() ?? string.Empty)] : [],
                LeadIn = TextOf(item, "leadIn"),
                DocumentType = PolicyDocumentTypeNames.Parse(TextOf(item, "documentType")),
                Kind = KindOf(TextOf(item, "kind")),
            });
            return JsonLine.Write(json =>
            {
                json.WritePropertyName("id");
                id.WriteTo(json);
                json.WriteStartArray("labels");
                foreach (ProvisionLabel label in labels)
                {
                    json.WriteStartObject();
                    json.WriteString("type", label.Type);
                    json.WriteNumber("score", Math.Round(label.Score, 4));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"standard input, line {number}: not an object with \"id\" and \"text\" ({problem.Message})"), problem);
        }
    }

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static ProvisionKind KindOf(string? name) =>
        Enum.TryParse(name?.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out ProvisionKind kind) ? kind : ProvisionKind.Paragraph;
}
