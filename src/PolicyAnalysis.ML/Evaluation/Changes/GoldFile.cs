using System.Text.Json;

namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>
/// Reads labelled changes, one JSON object a line. A quote is either its text or, where the text may not be kept, the place and
/// number of its words in the source.
/// </summary>
internal static class GoldFile
{
    public static IReadOnlyList<GoldPair> Read(string goldPath, string pairsFolder)
    {
        var pairs = new List<GoldPair>();
        foreach (string line in File.ReadLines(goldPath))
        {
            if (line.Length == 0)
                continue;
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            string folder = Path.Combine(pairsFolder, id);
            var before = new Lazy<string[]>(() => QuoteWords.OfSource(File.ReadAllText(Path.Combine(folder, "before.md"))));
            var after = new Lazy<string[]>(() => QuoteWords.OfSource(File.ReadAllText(Path.Combine(folder, "after.md"))));
            pairs.Add(new GoldPair
            {
                Id = id,
                Changes = [.. json.RootElement.GetProperty("changes").EnumerateArray().Select(change => Change(change, before, after))],
                IsTruncated = json.RootElement.TryGetProperty("truncated", out JsonElement truncated) && truncated.GetBoolean(),
                IsHeldBack = json.RootElement.TryGetProperty("heldBack", out JsonElement heldBack) && heldBack.GetBoolean(),
            });
        }

        return pairs;
    }

    private static GoldChange Change(JsonElement change, Lazy<string[]> before, Lazy<string[]> after) => new()
    {
        Operation = change.GetProperty("operation").GetString()!,
        Before = Quote(change.GetProperty("before"), before),
        After = Quote(change.GetProperty("after"), after),
        Types = Strings(change.GetProperty("types")),
        Effects = Strings(change.GetProperty("effects")),
        Materiality = Enum.Parse<Materiality>(change.GetProperty("materiality").GetString()!, ignoreCase: true),
        Direction = Enum.Parse<ChangeDirection>(change.GetProperty("direction").GetString()!.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true),
    };

    private static string[] Quote(JsonElement quote, Lazy<string[]> source) => quote.ValueKind switch
    {
        JsonValueKind.String => QuoteWords.OfSource(quote.GetString()!),
        JsonValueKind.Array => source.Value.AsSpan(quote[0].GetInt32(), quote[1].GetInt32()).ToArray(),
        _ => [],
    };

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];
}
