using System.Collections.Concurrent;
using System.Text.Json;

namespace PolicyAnalysis.Tests.RealPolicies;

/// <summary>The whole way from source to report on every real page and every real pair of versions.</summary>
public sealed class WholeWayTests
{
    private static readonly PolicyAnalyzer Analyzer = PolicyAnalyzer.Create();

    [Fact]
    public void Every_real_page_is_analysed_and_assessed_and_an_empty_result_says_why()
    {
        var problems = new ConcurrentBag<string>();
        Parallel.ForEach(RealPages.Pages(), page =>
        {
            PolicyDocument document = PolicyDocument.Load(page);
            PolicyAssessment assessment = Analyzer.Assess(document);
            if (assessment.Policy.Provisions.Count == 0 && document.Diagnostics.Count == 0)
                problems.Add($"{page}: nothing was found and nothing says why");
            foreach (string problem in QuoteProblems(assessment.ToJson().Content, document.Text, document.Text))
                problems.Add($"{page}: {problem}");
        });
        Assert.Empty(problems);
    }

    [Fact]
    public void Every_real_pair_of_versions_is_compared_and_every_quote_is_a_slice_of_its_text()
    {
        var problems = new ConcurrentBag<string>();
        Parallel.ForEach(RealPages.Pairs(), pair =>
        {
            PolicyDocument before = PolicyDocument.Load(pair.Before);
            PolicyDocument after = PolicyDocument.Load(pair.After);
            PolicyComparison comparison = Analyzer.Compare(before, after);
            if (comparison.Changes.Count == 0 && before.Text != after.Text)
                problems.Add($"{pair.Id}: the texts differ and no change was recorded");
            foreach (string problem in QuoteProblems(comparison.ToJson().Content, before.Text, after.Text))
                problems.Add($"{pair.Id}: {problem}");
        });
        Assert.Empty(problems);
    }

    /// <summary>Walks a report and compares every object that has a range with the slice of its text.</summary>
    internal static IEnumerable<string> QuoteProblems(string report, string before, string after)
    {
        using JsonDocument json = JsonDocument.Parse(report);
        var open = new Stack<(JsonElement Element, string Text)>([(json.RootElement.Clone(), after)]);
        while (open.TryPop(out (JsonElement Element, string Text) item))
        {
            if (item.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement child in item.Element.EnumerateArray())
                    open.Push((child, item.Text));
                continue;
            }

            if (item.Element.ValueKind != JsonValueKind.Object)
                continue;
            if (item.Element.TryGetProperty("start", out JsonElement start) && item.Element.TryGetProperty("end", out JsonElement end))
            {
                string? quote = (item.Element.TryGetProperty("quote", out JsonElement named) ? named : item.Element.GetProperty("text")).GetString();
                if (end.GetInt32() > item.Text.Length || quote != item.Text[start.GetInt32()..end.GetInt32()])
                    yield return $"“{quote}” is not what stands at {start}..{end}";
            }

            foreach (JsonProperty property in item.Element.EnumerateObject())
                open.Push((property.Value, property.Name == "before" ? before : property.Name == "after" ? after : item.Text));
        }
    }
}
