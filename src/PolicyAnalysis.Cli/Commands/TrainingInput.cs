using System.CommandLine;
using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.Cli.Commands;

/// <summary>The options that say what to learn, shared by <c>train</c> and <c>evaluate classification</c>.</summary>
internal sealed class TrainingInput
{
    private readonly Option<string[]> provisions = new("--provisions") { Description = "Labelled provisions: labels, kind of policy, headings, lead-in and text, tab-separated, one a line." };
    private readonly Option<string[]> segments = new("--segments") { Description = "Segments as JSON lines; needs --labels." };
    private readonly Option<string?> labels = new("--labels") { Description = "The labels of the segments: id, tab, labels joined by |." };
    private readonly Option<string?> archive = new("--archive") { Description = "A checkout of the public archive that the shipped labels point into." };
    private readonly Option<int> hidden = new("--hidden-units") { Description = "The units of a hidden layer, a multiple of eight; 0 trains linear models, as the shipped model is.", DefaultValueFactory = static _ => 0 };
    private readonly Option<string?> types = new("--types") { Description = "A taxonomy of your own; without it the library's." };
    private readonly Option<bool> only = new("--only-given") { Description = "Leave out the provisions that ship with the tool." };
    private readonly Option<int> seed = new("--seed") { Description = "The seed of all random choices.", DefaultValueFactory = static _ => 1 };

    public TrainingInput(Command command)
    {
        foreach (Option option in new Option[] { provisions, segments, labels, archive, hidden, types, only, seed })
            command.Options.Add(option);
    }

    /// <summary>The choices that were given.</summary>
    public TrainingOptions Options(ParseResult parsed) => new() { HiddenUnits = parsed.GetValue(hidden), Seed = parsed.GetValue(seed) };

    /// <summary>What was given to learn.</summary>
    public TrainingData Read(ParseResult parsed, CancellationToken cancellationToken)
    {
        Taxonomy taxonomy = parsed.GetValue(types) is { } path ? ReadTaxonomy(path) : Taxonomy.Default;
        var given = new List<LabelledProvision>();
        foreach (string file in parsed.GetValue(provisions) ?? [])
        {
            using var reader = new StreamReader(file);
            // Each line is its own group: the file does not say which provisions belong together.
            given.AddRange(OwnTextFile.Read(reader, Path.GetFileName(file)).Select(provision => provision with { Group = provision.Id }));
        }

        if (parsed.GetValue(segments) is { Length: > 0 } segmentFiles)
            given.AddRange(SegmentFile.Read(parsed.GetValue(labels) ?? throw new ToolException("--segments needs --labels: the file with the segments' labels"), segmentFiles));
        if (parsed.GetValue(archive) is { } folder)
            given.AddRange(New(LabelPointerFile.Rebuild(LabelPointerFile.Shipped, file => ReadArchive(folder, file), cancellationToken), given));
        if (given.Count == 0)
            throw new ToolException("there is nothing to learn from: give --provisions, --segments with --labels, or --archive");
        return new TrainingData
        {
            Labelled = given,
            Additional = Additional(parsed, taxonomy),
            Taxonomy = taxonomy,
        };
    }

    /// <summary>For types of one's own, the shipped provisions are examples of what is none of them.</summary>
    private IReadOnlyList<LabelledProvision> Additional(ParseResult parsed, Taxonomy taxonomy)
    {
        if (parsed.GetValue(only))
            return [];
        return [.. OwnTextFile.Shipped.Select(provision => provision with { Labels = [.. provision.Labels.Where(label => taxonomy.TryGet(label, out _))] })];
    }

    /// <summary>What is not among the given already: segments and pointers may name the same provision.</summary>
    private static List<LabelledProvision> New(IReadOnlyList<LabelledProvision> rebuilt, List<LabelledProvision> given)
    {
        var known = given.Select(static provision => (provision.Group, LabelPointerFile.Fingerprint(provision.Input.Text))).ToHashSet();
        return [.. rebuilt.Where(provision => !known.Contains((provision.Group, LabelPointerFile.Fingerprint(provision.Input.Text))))];
    }

    private static Taxonomy ReadTaxonomy(string path)
    {
        using var reader = new StreamReader(path);
        return Taxonomy.Read(reader);
    }

    /// <summary>The text of a file of a checkout, or <see langword="null"/> where the checkout lacks it.</summary>
    public static string? ReadArchive(string folder, string file)
    {
        string path = Path.Combine([folder, .. file.Split('/')]);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
