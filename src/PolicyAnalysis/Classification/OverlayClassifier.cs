namespace PolicyAnalysis.Classification;

/// <summary>Gives the labels of several classifiers together, for example those of the shipped model and of a team's own types.</summary>
/// <remarks>Immutable and thread-safe if its classifiers are. The order of labels is by score; where two classifiers give the same type, the later one's stands.</remarks>
public sealed class OverlayClassifier : IProvisionClassifier
{
    private readonly IProvisionClassifier[] layers;

    /// <summary>Lays classifiers over each other.</summary>
    /// <param name="layers">The classifiers, the base first.</param>
    /// <exception cref="ArgumentException">There is no layer.</exception>
    public OverlayClassifier(params IReadOnlyList<IProvisionClassifier> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
            throw new ArgumentException("An overlay needs one classifier at least.", nameof(layers));
        this.layers = [.. layers];
        Version = string.Join('+', layers.Select(layer => layer.Version));
    }

    /// <inheritdoc/>
    /// <remarks>The versions of the layers, joined by <c>+</c>.</remarks>
    public string Version { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input)
    {
        var labels = new Dictionary<string, (ProvisionLabel Label, int Place)>(StringComparer.Ordinal);
        foreach (ProvisionLabel label in layers.SelectMany(layer => layer.Classify(input)))
            labels[label.Type] = (label, labels.TryGetValue(label.Type, out var before) ? before.Place : labels.Count);
        return [.. labels.Values.OrderByDescending(entry => entry.Label.Score).ThenBy(entry => entry.Place).Select(entry => entry.Label)];
    }
}
