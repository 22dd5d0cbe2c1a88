using System.Text.Json;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Data;

/// <summary>Reads segments (JSON, one a line) and their labels (id, tab, labels joined by <c>|</c>).</summary>
public static class SegmentFile
{
    /// <summary>Reads the labelled segments, in the order of the segment files; segments without labels are left out.</summary>
    /// <param name="labelsPath">The file of labels.</param>
    /// <param name="segmentPaths">The files of segments.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names file and line.</exception>
    public static IReadOnlyList<LabelledProvision> Read(string labelsPath, params IEnumerable<string> segmentPaths)
    {
        ArgumentNullException.ThrowIfNull(labelsPath);
        ArgumentNullException.ThrowIfNull(segmentPaths);
        Dictionary<string, string[]> labels = ReadLabels(labelsPath);
        var provisions = new List<LabelledProvision>(labels.Count);
        foreach (string path in segmentPaths)
        {
            int line = 0;
            foreach (string json in File.ReadLines(path))
            {
                line++;
                if (Parse(json, labels, path, line) is { } provision)
                    provisions.Add(provision);
            }
        }

        return provisions;
    }

    private static Dictionary<string, string[]> ReadLabels(string path)
    {
        var labels = new Dictionary<string, string[]>(StringComparer.Ordinal);
        int line = 0;
        foreach (string row in File.ReadLines(path))
        {
            line++;
            string[] cells = row.Split('\t');
            if (cells.Length < 2 || cells[1].Length == 0)
                throw new PolicyAnalysisException($"Line {line} of {path} is not an id, a tab and labels.");
            labels[cells[0]] = cells[1].Split('|');
        }

        return labels;
    }

    private static LabelledProvision? Parse(string json, Dictionary<string, string[]> labels, string path, int line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement segment = document.RootElement;
            string id = segment.GetProperty("id").GetString()!;
            if (!labels.TryGetValue(id, out string[]? own))
                return null;
            string? leadIn = segment.TryGetProperty("lead_in", out JsonElement given) ? given.GetString() : null;
            return new LabelledProvision
            {
                Id = id,
                Group = segment.GetProperty("service").GetString()!,
                Labels = own,
                Input = new ProvisionInput
                {
                    Text = segment.GetProperty("text").GetString()!,
                    Headings = [.. segment.GetProperty("headings").EnumerateArray().Select(heading => heading.GetString()!)],
                    LeadIn = string.IsNullOrEmpty(leadIn) ? null : leadIn,
                    DocumentType = Documents.DocumentTypeRecognizer.FromTitle(segment.GetProperty("terms").GetString()),
                },
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PolicyAnalysisException($"Line {line} of {path} is not a segment: an object with id, service, terms, headings and text.", error);
        }
    }
}
