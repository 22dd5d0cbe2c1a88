using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures completeness checks on notices that people labelled element by element.</summary>
/// <remarks>Static and thread-safe. What the labels call partial is left out; a partial finding counts as found.</remarks>
public static class NoticeEvaluator
{
    private const int Resamples = 2000;
    private const int Seed = 20261123;

    /// <summary>Checks every labelled notice and says precision and recall with intervals over resampled notices.</summary>
    /// <param name="labels">The labels, one JSON object a notice: <c>{"id","elements":{ELEMENT:{"status"}}}</c>.</param>
    /// <param name="check">Gives the findings of a notice by its id.</param>
    /// <returns>The figures as Markdown.</returns>
    public static string Evaluate(IEnumerable<string> labels, Func<string, IReadOnlyList<RequirementFinding>> check)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(check);
        List<List<Answer>> notices = [.. labels.Where(line => line.Length > 0).Select(line => Answers(line, check))];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{notices.Count} notices, {notices.Sum(notice => notice.Count)} answers; partial labels left out\n\n");
        text.Append("| element | stated and found | invented | missed | absent |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, Answer> element in notices.SelectMany(notice => notice).GroupBy(answer => answer.Element, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{element.Key}` | {element.Count(answer => answer is { Stated: true, Said: true })} | {element.Count(answer => answer is { Stated: false, Said: true })} ");
            text.Append(CultureInfo.InvariantCulture, $"| {element.Count(answer => answer is { Stated: true, Said: false })} | {element.Count(answer => answer is { Stated: false, Said: false })} |\n");
        }

        text.Append('\n');
        Append(text, "precision of found", notices, answer => answer.Said);
        Append(text, "recall of found", notices, answer => answer.Stated);
        return text.ToString();
    }

    private sealed record Answer(string Element, bool Stated, bool Said);

    private static List<Answer> Answers(string line, Func<string, IReadOnlyList<RequirementFinding>> check)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        Dictionary<string, bool> said = check(document.RootElement.GetProperty("id").GetString()!)
            .ToDictionary(finding => finding.Id, finding => finding.Status is RequirementStatus.Found or RequirementStatus.Partial, StringComparer.Ordinal);
        var answers = new List<Answer>();
        foreach (JsonProperty element in document.RootElement.GetProperty("elements").EnumerateObject())
        {
            string status = element.Value.GetProperty("status").GetString()!;
            if (status != "partial")
                answers.Add(new Answer(element.Name, status == "found", said.GetValueOrDefault(element.Name)));
        }

        return answers;
    }

    private static void Append(StringBuilder text, string name, List<List<Answer>> notices, Func<Answer, bool> counted)
    {
        // Answers of one notice hang together, so notices are resampled, not answers.
        var random = new Random(Seed);
        var samples = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
            samples[i] = Share(Enumerable.Range(0, notices.Count).SelectMany(_ => notices[random.Next(notices.Count)]), counted);
        Array.Sort(samples);
        double value = Share(notices.SelectMany(notice => notice), counted);
        text.Append(CultureInfo.InvariantCulture, $"{name}: {value:F3} (95 % interval {samples[Resamples / 40]:F3} to {samples[Resamples - (Resamples / 40) - 1]:F3})\n");
    }

    private static double Share(IEnumerable<Answer> answers, Func<Answer, bool> counted)
    {
        int all = 0;
        int right = 0;
        foreach (Answer answer in answers)
        {
            if (!counted(answer))
                continue;
            all++;
            if (answer is { Stated: true, Said: true })
                right++;
        }

        return right / (double)Math.Max(1, all);
    }
}
