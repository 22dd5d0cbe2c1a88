using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Documents;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.ML.Data;

/// <summary>Reads pointers to labelled provisions, and finds their text again in a clone of the archive they point into.</summary>
public static class LabelPointerFile
{
    private static readonly Lazy<IReadOnlyList<LabelPointer>> LazyShipped = new(static () => ReadResource("PolicyAnalysis.ML.Data.labels.tsv"));
    private static readonly Lazy<IReadOnlyList<LabelPointer>> LazySecond = new(static () => ReadResource("PolicyAnalysis.ML.Data.second-labels.tsv"));

    /// <summary>The labels that the shipped model was trained on; they are part of this package.</summary>
    public static IReadOnlyList<LabelPointer> Shipped => LazyShipped.Value;

    /// <summary>Labels that another annotator gave to some of the same provisions: nothing learns from them, agreement is measured on them.</summary>
    public static IReadOnlyList<LabelPointer> Second => LazySecond.Value;

    /// <summary>Reads pointers: lines <c># commit</c>, <c># annotator</c>, <c># guide</c> and <c># chosen</c> (by active learning) hold for what follows, <c>&gt; PATH</c> opens a file, and a row has line, fingerprint and labels, tab-separated.</summary>
    /// <param name="reader">The lines.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names it.</exception>
    public static IReadOnlyList<LabelPointer> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var pointers = new List<LabelPointer>();
        bool isChosen = false;
        string commit = string.Empty, annotator = string.Empty, guide = string.Empty, path = string.Empty;
        for (int number = 1; reader.ReadLine() is { } row; number++)
        {
            if (row.StartsWith("# commit ", StringComparison.Ordinal))
                commit = row["# commit ".Length..];
            else if (row.StartsWith("# annotator ", StringComparison.Ordinal))
                annotator = row["# annotator ".Length..];
            else if (row.StartsWith("# guide ", StringComparison.Ordinal))
                guide = row["# guide ".Length..];
            else if (row.StartsWith("# chosen ", StringComparison.Ordinal))
                isChosen = true;
            else if (row.StartsWith("> ", StringComparison.Ordinal))
                path = row[2..];
            else if (row.Length > 0 && row[0] != '#')
                pointers.Add(Parse(row, number, commit, annotator, guide, path) with { IsChosen = isChosen });
        }

        return pointers;
    }

    /// <summary>Finds the text of pointers again.</summary>
    /// <param name="pointers">The pointers.</param>
    /// <param name="readFile">Gives the text of a file of the archive at the pointers' commit, or <see langword="null"/> where the clone lacks it.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The labelled provisions whose fingerprint was found, in the order of the pointers; what is missing is left out.</returns>
    public static IReadOnlyList<LabelledProvision> Rebuild(IEnumerable<LabelPointer> pointers, Func<string, string?> readFile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pointers);
        ArgumentNullException.ThrowIfNull(readFile);
        var found = new List<LabelledProvision>();
        foreach (IGrouping<string, LabelPointer> file in pointers.GroupBy(pointer => pointer.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (readFile(file.Key) is not { } markdown)
                continue;
            PolicyDocumentType type = DocumentTypeRecognizer.FromTitle(System.IO.Path.GetFileNameWithoutExtension(file.Key));
            PolicyDocument document = PolicyDocument.Parse(markdown, new PolicyReadOptions { MediaType = PolicyMediaType.Markdown, DocumentType = type }, cancellationToken);
            ILookup<string, Provision> byFingerprint = ProvisionSegmenter.Segment(document, cancellationToken).ToLookup(provision => Fingerprint(provision.Text), StringComparer.Ordinal);
            foreach (LabelPointer pointer in file)
            {
                // The same sentence may stand in a document more than once: the one nearest to the line is meant.
                if (byFingerprint[pointer.Fingerprint].MinBy(provision => Math.Abs(provision.Position.Line - pointer.Line)) is { } provision)
                    found.Add(Labelled(pointer, provision, type));
            }
        }

        return found;
    }

    /// <summary>The fingerprint of a text: white space, punctuation and capitals do not change it.</summary>
    /// <param name="text">The text.</param>
    public static string Fingerprint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)).AsSpan(0, 8));
    }

    private static LabelledProvision Labelled(LabelPointer pointer, Provision provision, PolicyDocumentType type) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{pointer.Path}:{pointer.Line}:{pointer.Fingerprint}"),
        Group = pointer.Service,
        Labels = pointer.Labels,
        IsChosen = pointer.IsChosen,
        Input = new ProvisionInput { Text = provision.Text, Headings = provision.Headings, LeadIn = provision.LeadIn, DocumentType = type, Kind = provision.Kind },
    };

    private static LabelPointer Parse(string row, int number, string commit, string annotator, string guide, string path)
    {
        string[] cells = row.Split('\t');
        if (cells.Length != 3 || cells[1].Length != 16 || cells[2].Length == 0 || path.Length == 0 || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int line))
            throw new PolicyAnalysisException($"Line {number} of the pointers is not a line number, a fingerprint of 16 digits and labels, below the path of a file.");
        return new LabelPointer { Commit = commit, Annotator = annotator, Guide = guide, Path = path, Line = line, Fingerprint = cells[1], Labels = cells[2].Split('|') };
    }

    private static IReadOnlyList<LabelPointer> ReadResource(string name)
    {
        using Stream stream = typeof(LabelPointerFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded pointers {name} are missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
