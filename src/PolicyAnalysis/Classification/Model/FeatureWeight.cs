using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>What a score needs to know of a feature beside its row of weights, in eight bytes, so that it costs one look into memory.</summary>
/// <param name="RowScale">What one unit of its row's weights is worth.</param>
/// <param name="RaritySteps">How rare it is, in steps of <see cref="CompactModel.RarityStep"/>.</param>
/// <param name="Group">The group it belongs to.</param>
internal readonly record struct FeatureWeight(float RowScale, byte RaritySteps, FeatureGroup Group)
{
    /// <summary>How rare the feature is.</summary>
    public float Rarity => RaritySteps * CompactModel.RarityStep;

    /// <summary>The weights of all features, in the order of their numbers.</summary>
    public static FeatureWeight[] Of(FeatureGroup[] groups, float[] rarity, float[] rowScale)
    {
        var weights = new FeatureWeight[groups.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = new FeatureWeight(rowScale[i], (byte)(rarity[i] / CompactModel.RarityStep), groups[i]);
        return weights;
    }
}
