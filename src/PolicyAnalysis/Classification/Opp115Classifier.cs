namespace PolicyAnalysis.Classification;

/// <summary>
/// Gives provisions the categories of the OPP-115 label set, by way of the taxonomy: a category is as likely as it is that at
/// least one of its types applies.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Neither text, labels nor thresholds of OPP-115 had a part in it: the share with which a type's
/// further categories count, and the threshold, are round numbers that nothing was tuned to.
/// </remarks>
public sealed class Opp115Classifier : IProvisionClassifier
{
    /// <summary>How much a type counts for the categories that stand after its main one.</summary>
    private const double FurtherCategory = 0.5;

    private const double Threshold = 0.4;

    private readonly CompactClassifier classifier;
    private readonly string[] categories;
    private readonly (int Label, int Category, double Share)[] shares;

    /// <summary>Makes the classifier on top of one for the taxonomy.</summary>
    /// <param name="classifier">The classifier whose labels are types of the taxonomy.</param>
    /// <param name="taxonomy">The taxonomy that names each type's categories.</param>
    /// <exception cref="PolicyAnalysisException">The classifier gives a label that the taxonomy lacks.</exception>
    public Opp115Classifier(CompactClassifier classifier, Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(taxonomy);
        this.classifier = classifier;
        categories = [.. taxonomy.Types.SelectMany(type => type.Opp115).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var pairs = new List<(int, int, double)>();
        foreach ((int label, string id) in classifier.Labels.Index())
        {
            if (!taxonomy.TryGet(id, out ProvisionType? type))
                throw new PolicyAnalysisException($"The classifier {classifier.Version} gives the label '{id}', which the taxonomy {taxonomy.Version} does not have; train it on that taxonomy.");
            foreach ((int place, string category) in type.Opp115.Index())
                pairs.Add((label, Array.IndexOf(categories, category), place == 0 ? 1 : FurtherCategory));
        }

        shares = [.. pairs];
    }

    /// <summary>The classifier on top of <see cref="CompactClassifier.Shipped"/> and <see cref="Taxonomy.Default"/>.</summary>
    public static Opp115Classifier Shipped => LazyShipped.Value;

    private static Lazy<Opp115Classifier> LazyShipped { get; } = new(() => new Opp115Classifier(CompactClassifier.Shipped, Taxonomy.Default));

    /// <inheritdoc/>
    public string Version => classifier.Version;

    /// <summary>The categories that can be given, in ordinal order.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>The probability of each category.</summary>
    /// <param name="input">The provision.</param>
    /// <returns>As many numbers as there are <see cref="Categories"/>, 0 to 1.</returns>
    public IReadOnlyList<double> Score(ProvisionInput input)
    {
        float[] probabilities = new float[classifier.Labels.Count];
        classifier.Score(input, probabilities);
        return Combine(probabilities);
    }

    /// <inheritdoc/>
    /// <remarks>At least one category is given: the likeliest, where none reaches the threshold. Evidence is that of the types given for the provision.</remarks>
    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input)
    {
        IReadOnlyList<double> scores = Score(input);
        IReadOnlyList<ProvisionLabel> types = classifier.Classify(input);
        double best = scores.Max();
        return [.. scores.Index()
            .Where(pair => pair.Item >= Threshold || pair.Item == best)
            .OrderByDescending(pair => pair.Item)
            .Select(pair => new ProvisionLabel
            {
                Type = categories[pair.Index],
                Score = Math.Round(pair.Item, 4),
                Evidence = types.FirstOrDefault(type => Belongs(type.Type, pair.Index))?.Evidence ?? [],
            })];
    }

    private double[] Combine(float[] probabilities)
    {
        double[] absent = new double[categories.Length];
        Array.Fill(absent, 1);
        foreach ((int label, int category, double share) in shares)
            absent[category] *= 1 - (share * probabilities[label]);
        return [.. absent.Select(value => 1 - value)];
    }

    private bool Belongs(string type, int category) =>
        shares.Any(share => share.Category == category && string.Equals(classifier.Labels[share.Label], type, StringComparison.Ordinal));
}
