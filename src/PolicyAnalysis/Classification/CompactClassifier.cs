using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.Classification;

/// <summary>
/// Scores provisions with weights that were trained elsewhere: hashed words and pairs of words of the text, its headings and
/// lead-in, one row of weights each.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Time is linear in the length of the texts. <see cref="Score"/> allocates nothing once the shared
/// array pool is warm; <see cref="Classify"/> allocates its result.
/// </remarks>
public sealed class CompactClassifier : IProvisionClassifier
{
    private const string Resource = "PolicyAnalysis.Classification.shipped.model";

    private static readonly Lazy<CompactClassifier> LazyShipped = new(LoadShipped);

    private readonly CompactModel model;
    private readonly CompactScorer scorer;

    internal CompactClassifier(CompactModel model)
    {
        this.model = model;
        scorer = new CompactScorer(model);
        Labels = Array.AsReadOnly(model.Labels);
    }

    /// <summary>The classifier that ships with the library, for <see cref="Taxonomy.Default"/>; loaded on first use.</summary>
    public static CompactClassifier Shipped => LazyShipped.Value;

    /// <inheritdoc/>
    public string Version => model.Version;

    /// <summary>The labels the classifier can give, in the order of <see cref="Score"/>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The version of the taxonomy that the labels come from.</summary>
    public string TaxonomyVersion => model.TaxonomyVersion;

    internal CompactModel Model => model;

    /// <summary>Reads a classifier from a model file. A model file is data: a bad one gives an error and never runs code.</summary>
    /// <param name="stream">The file, read to its end and left open.</param>
    /// <exception cref="ModelFormatException">The bytes are not a whole, undamaged model of this format; the message says what is wrong.</exception>
    public static CompactClassifier Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CompactClassifier(ModelFile.Read(stream));
    }

    /// <summary>Writes the classifier's model file; the same classifier gives the same bytes.</summary>
    /// <param name="stream">Where to write; left open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Write(model, stream);
    }

    /// <summary>The calibrated probability of every label, without allocation.</summary>
    /// <param name="input">The provision.</param>
    /// <param name="probabilities">At least as many cells as there are <see cref="Labels"/>; those are filled, each 0 to 1.</param>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is too short.</exception>
    public void Score(ProvisionInput input, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (probabilities.Length < model.Labels.Length)
            throw new ArgumentException($"There are {model.Labels.Length} labels; the span has {probabilities.Length} cells.", nameof(probabilities));
        probabilities = probabilities[..model.Labels.Length];
        scorer.Score(input, probabilities);
        model.Decision.Calibrate(probabilities);
    }

    /// <inheritdoc/>
    /// <remarks>Where no label reaches its threshold, the best one is given if it is likely enough for that to pay; a further label must come near the best.</remarks>
    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input)
    {
        float[] probabilities = new float[model.Labels.Length];
        Score(input, probabilities);
        return Labelled(input, probabilities);
    }

    /// <summary>The labels that raw scores of another scorer of the same model come to.</summary>
    internal IReadOnlyList<ProvisionLabel> Choose(ProvisionInput input, float[] scores)
    {
        model.Decision.Calibrate(scores);
        return Labelled(input, scores);
    }

    private ProvisionLabel[] Labelled(ProvisionInput input, float[] probabilities) =>
    [
        .. model.Decision.Choose(probabilities).Select(label => new ProvisionLabel
        {
            Type = model.Labels[label],
            Score = Math.Round(probabilities[label], 4),
            Evidence = EvidenceFinder.Find(scorer, model, input, label),
        }),
    ];

    private static CompactClassifier LoadShipped()
    {
        using Stream stream = typeof(CompactClassifier).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded model {Resource} is missing from the assembly.");
        return new CompactClassifier(ModelFile.Read(stream, isOwn: true));
    }
}
