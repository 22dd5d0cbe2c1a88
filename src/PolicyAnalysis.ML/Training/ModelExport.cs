using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>Turns weights of training into the numbers that the compact scorer reads.</summary>
internal static class ModelExport
{
    /// <summary>Quantises one row a feature: the largest weight of a row becomes 127.</summary>
    /// <param name="columns">The weights, one column a label.</param>
    /// <param name="features">The number of features.</param>
    public static (sbyte[] Weights, float[] RowScale) Quantize(IReadOnlyList<float[]> columns, int features)
    {
        var weights = new sbyte[features * columns.Count];
        var scales = new float[features];
        for (int feature = 0; feature < features; feature++)
        {
            float largest = 0;
            foreach (float[] column in columns)
                largest = MathF.Max(largest, MathF.Abs(column[feature]));
            if (largest == 0)
                continue;
            scales[feature] = largest / 127f;
            for (int label = 0; label < columns.Count; label++)
                weights[(feature * columns.Count) + label] = (sbyte)MathF.Round(columns[label][feature] / scales[feature]);
        }

        return (weights, scales);
    }

    /// <summary>The features whose weights are largest over all labels, rarity counted in, at most <paramref name="most"/>.</summary>
    public static IEnumerable<int> Strongest(IReadOnlyList<float[]> columns, FeatureVocabulary vocabulary, int most) =>
        Enumerable.Range(0, vocabulary.Count)
            .OrderByDescending(feature => columns.Sum(column => column[feature] * column[feature]) * vocabulary.Rarity[feature] * vocabulary.Rarity[feature])
            .Take(most);

    /// <summary>The model without calibration: probabilities are the sigmoid of the scores.</summary>
    public static CompactModel Make(string version, string taxonomyVersion, IReadOnlyList<string> labels, FeatureVocabulary vocabulary, IReadOnlyList<float[]> columns, IReadOnlyList<float> bias)
    {
        (sbyte[] weights, float[] scales) = Quantize(columns, vocabulary.Count);
        return new CompactModel
        {
            Version = version,
            TaxonomyVersion = taxonomyVersion,
            Labels = [.. labels],
            Keys = vocabulary.Keys,
            Groups = vocabulary.Groups,
            Rarity = vocabulary.Rarity,
            GroupScale = vocabulary.GroupScale,
            Weights = weights,
            RowScale = scales,
            Bias = [.. bias],
            Slope = [.. labels.Select(_ => 1f)],
            Offset = new float[labels.Count],
            Threshold = [.. labels.Select(_ => 0.5f)],
            Floor = 0,
        };
    }
}
