using System.Globalization;
using System.IO.Compression;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Documents;
using PolicyAnalysis.ML.Training;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.ML.Data;

/// <summary>What a larger classifier said of provisions that no person labelled, as pointers into recorded documents.</summary>
public static class SuggestionFile
{
    private const string Resource = "PolicyAnalysis.ML.Data.suggestions.tsv.gz";

    /// <summary>Finds the provisions of the shipped suggestions in documents.</summary>
    /// <param name="documents">The recorded documents.</param>
    /// <param name="cancellationToken">Stops between documents.</param>
    /// <returns>The provisions found, in the order of the documents; each text once.</returns>
    public static IReadOnlyList<SuggestedProvision> Rebuild(IEnumerable<RecordedDocument> documents, CancellationToken cancellationToken = default)
    {
        using Stream packed = typeof(SuggestionFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded suggestions {Resource} are missing from the assembly.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return Rebuild(reader, documents, cancellationToken);
    }

    /// <summary>Finds the provisions of suggestions in documents.</summary>
    /// <param name="suggestions">Lines: <c>&gt; SERVICE</c>, then rows of a fingerprint and, tab-separated, a list a fold and one for all; a list has pairs of a type and a percentage, <c>cookies=97</c>, joined by blanks.</param>
    /// <param name="documents">The recorded documents.</param>
    /// <param name="cancellationToken">Stops between documents.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape.</exception>
    public static IReadOnlyList<SuggestedProvision> Rebuild(TextReader suggestions, IEnumerable<RecordedDocument> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suggestions);
        ArgumentNullException.ThrowIfNull(documents);
        Dictionary<(string Service, string Fingerprint), string[]> lists = Read(suggestions);
        var found = new List<SuggestedProvision>(lists.Count);
        foreach (RecordedDocument recorded in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PolicyDocumentType type = DocumentTypeRecognizer.FromTitle(recorded.Terms);
            PolicyDocument document = PolicyDocument.Parse(recorded.Markdown, new PolicyReadOptions { DocumentType = type == PolicyDocumentType.Unknown ? null : type }, cancellationToken);
            foreach (Provision provision in ProvisionSegmenter.Segment(document, cancellationToken))
            {
                if (lists.Remove((recorded.Service, LabelPointerFile.Fingerprint(provision.Text)), out string[]? row))
                    found.Add(Suggested(recorded.Service, type, provision, row));
            }
        }

        return found;
    }

    private static Dictionary<(string Service, string Fingerprint), string[]> Read(TextReader reader)
    {
        var lists = new Dictionary<(string, string), string[]>();
        string service = string.Empty;
        for (int line = 1; reader.ReadLine() is { } row; line++)
        {
            if (row.StartsWith("> ", StringComparison.Ordinal))
                service = row[2..];
            else if (row.Length > 0 && row[0] != '#')
            {
                string[] cells = row.Split('\t');
                if (cells.Length < 2 || service.Length == 0)
                    throw new PolicyAnalysisException($"Line {line} of the suggestions is not a fingerprint and lists of types, below the name of a service.");
                lists[(service, cells[0])] = cells[1..];
            }
        }

        return lists;
    }

    private static SuggestedProvision Suggested(string service, PolicyDocumentType type, Provision provision, string[] lists) => new()
    {
        Group = service,
        Input = new ProvisionInput { Text = provision.Text, Headings = provision.Headings, LeadIn = provision.LeadIn, DocumentType = type, Kind = provision.Kind },
        Probabilities = Parse(lists[^1]),
        ProbabilitiesByFold = [.. lists[..^1].Select(Parse)],
    };

    private static Dictionary<string, float> Parse(string list)
    {
        var probabilities = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (string pair in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int sign = pair.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || !int.TryParse(pair.AsSpan(sign + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int percent) || percent > 100)
                throw new PolicyAnalysisException($"The suggestion '{pair}' is not a type, '=' and a percentage.");
            probabilities[pair[..sign]] = percent / 100f;
        }

        return probabilities;
    }
}
