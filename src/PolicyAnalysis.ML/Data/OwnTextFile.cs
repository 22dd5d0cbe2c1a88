using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Data;

/// <summary>
/// Reads provisions written for training: one a line, with labels joined by <c>|</c>, the kind of policy, the headings joined by
/// <c> &gt; </c>, the lead-in and the text, tab-separated. Lines that begin with <c>#</c> are comments.
/// </summary>
public static class OwnTextFile
{
    private const string Resource = "PolicyAnalysis.ML.Data.own-provisions.tsv";
    private const string HeadingSeparator = " > ";

    private static readonly Lazy<IReadOnlyList<LabelledProvision>> LazyShipped = new(ReadShipped);

    /// <summary>The provisions that the authors of this library wrote for its taxonomy; they are part of this package.</summary>
    public static IReadOnlyList<LabelledProvision> Shipped => LazyShipped.Value;

    /// <summary>Reads a file of provisions.</summary>
    /// <param name="reader">The lines.</param>
    /// <param name="name">What messages and ids call the file.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names file and line.</exception>
    public static IReadOnlyList<LabelledProvision> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var provisions = new List<LabelledProvision>();
        for (int line = 1; reader.ReadLine() is { } row; line++)
        {
            if (row.Length == 0 || row[0] == '#')
                continue;
            string[] cells = row.Split('\t');
            if (cells.Length != 5 || cells[0].Length == 0 || string.IsNullOrWhiteSpace(cells[4]))
                throw new PolicyAnalysisException($"Line {line} of {name} does not have its five columns: labels, kind of policy, headings, lead-in, text.");
            provisions.Add(new LabelledProvision
            {
                Id = $"{name}:{line}",
                Group = name,
                Labels = cells[0].Split('|'),
                Input = new ProvisionInput
                {
                    Text = cells[4],
                    Headings = cells[2].Split(HeadingSeparator, StringSplitOptions.RemoveEmptyEntries),
                    LeadIn = cells[3].Length == 0 ? null : cells[3],
                    DocumentType = Kind(cells[1], line, name),
                },
            });
        }

        return provisions;
    }

    private static PolicyDocumentType Kind(string word, int line, string name)
    {
        if (word.Length == 0)
            return PolicyDocumentType.Unknown;
        return Enum.TryParse(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out PolicyDocumentType type)
            ? type
            : throw new PolicyAnalysisException($"Line {line} of {name} names a kind of policy '{word}' that does not exist.");
    }

    private static IReadOnlyList<LabelledProvision> ReadShipped()
    {
        using Stream stream = typeof(OwnTextFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded provisions {Resource} are missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader, "own");
    }
}
