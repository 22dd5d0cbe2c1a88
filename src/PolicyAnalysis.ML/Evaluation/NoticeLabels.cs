using System.Text.Json;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>What a person found of each element in one real notice, without its text.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NoticeLabels
{
    private const string Found = "found";
    private const string Partial = "partial";

    /// <summary>The id of the notice in its set.</summary>
    public required string Id { get; init; }

    /// <summary>The SHA-256 of the notice's file in lower-case hexadecimal, where the labels point to it; otherwise <see langword="null"/>.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The elements: <see langword="true"/> where stated, <see langword="false"/> where not, <see langword="null"/> where only something close is.</summary>
    public required IReadOnlyDictionary<string, bool?> Elements { get; init; }

    /// <summary>The labels of 20 notices that ship with this package; they were not looked at while the rules were written.</summary>
    public static IReadOnlyList<NoticeLabels> Shipped => ReadShipped("notice-labels.jsonl");

    /// <summary>A second person's labels of the first ten of them.</summary>
    public static IReadOnlyList<NoticeLabels> ShippedSecond => ReadShipped("notice-labels-second.jsonl");

    /// <summary>Reads labels, one JSON object a notice: <c>{"id","sha256","elements":{ELEMENT:{"status"}}}</c>.</summary>
    /// <param name="lines">The lines; empty ones are left out.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names it.</exception>
    public static IReadOnlyList<NoticeLabels> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var all = new List<NoticeLabels>();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length > 0)
                all.Add(One(line, number));
        }

        return all;
    }

    private static NoticeLabels One(string line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            return new NoticeLabels
            {
                Id = root.GetProperty("id").GetString()!,
                Sha256 = root.TryGetProperty("sha256", out JsonElement sha) ? sha.GetString() : null,
                Elements = root.GetProperty("elements").EnumerateObject().ToDictionary(element => element.Name, element => Stated(element.Value.GetProperty("status").GetString()!), StringComparer.Ordinal),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new PolicyAnalysisException($"Line {number} of the labels is not an object with 'id' and 'elements', each with its 'status'.", error);
        }
    }

    private static bool? Stated(string status) => status switch
    {
        Found => true,
        Partial => null,
        _ => false,
    };

    private static IReadOnlyList<NoticeLabels> ReadShipped(string name)
    {
        string resource = "PolicyAnalysis.ML.Data." + name;
        using Stream stream = typeof(NoticeLabels).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded labels {resource} are missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd().Split('\n'));
    }
}
