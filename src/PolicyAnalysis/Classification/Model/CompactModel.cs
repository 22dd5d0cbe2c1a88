using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>
/// All numbers of a compact classifier, as they stand in its file. A feature vector x becomes scores in one of two ways: without a
/// hidden layer, score = W x + bias; with one, score = V max(0, W x + hidden bias) + bias. Immutable once made.
/// </summary>
internal sealed record CompactModel
{
    /// <summary>The precision with which rarity is known.</summary>
    public const float RarityStep = 1 / 16f;

    /// <summary>The name and version that reports carry.</summary>
    public required string Version { get; init; }

    /// <summary>The version of the taxonomy that the labels come from.</summary>
    public required string TaxonomyVersion { get; init; }

    /// <summary>The labels in their order.</summary>
    public required string[] Labels { get; init; }

    /// <summary>The keys of the features, none zero; the commonest features first, so that what is looked up most lies together.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>The group of each feature.</summary>
    public required FeatureGroup[] Groups { get; init; }

    /// <summary>How rare each feature is: its inverse document frequency, a multiple of <see cref="RarityStep"/> up to 255 of them.</summary>
    public required float[] Rarity { get; init; }

    /// <summary>The length to which each group's part of a feature vector is brought.</summary>
    public required float[] GroupScale { get; init; }

    /// <summary>W: the quantised weights, one row of <see cref="PackedRow"/> a feature, one column a label or, with a hidden layer, a hidden unit.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>What one unit of a row's quantised weights is worth; as precise as the upper half of a float.</summary>
    public required float[] RowScale { get; init; }

    /// <summary>The bias of each hidden unit; empty where there is no hidden layer.</summary>
    public float[] HiddenBias { get; init; } = [];

    /// <summary>V: the weights from the hidden layer, one row a label; empty where there is no hidden layer.</summary>
    public float[] HiddenWeights { get; init; } = [];

    /// <summary>The bias of each label.</summary>
    public required float[] Bias { get; init; }

    /// <summary>How scores become probabilities and labels.</summary>
    public required LabelDecision Decision { get; init; }

    /// <summary>The number of columns of <see cref="Weights"/>.</summary>
    public int Width => HiddenBias.Length > 0 ? HiddenBias.Length : Labels.Length;
}
