using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>Turns weights of training into the numbers that the compact scorer reads; probabilities are the sigmoid of the scores until a calibration is applied.</summary>
internal static class ModelExport
{
    /// <summary>Quantises one row a feature: the largest weight of a row becomes the largest that four bits hold.</summary>
    /// <param name="rows">The weights, one row a feature.</param>
    /// <param name="width">The length of a row.</param>
    public static (byte[] Weights, float[] RowScale) Quantize(float[] rows, int width)
    {
        int bytes = PackedRow.Bytes(width);
        var scales = new float[rows.Length / width];
        var weights = new byte[scales.Length * bytes];
        for (int feature = 0; feature < scales.Length; feature++)
        {
            ReadOnlySpan<float> row = rows.AsSpan(feature * width, width);
            float largest = 0;
            foreach (float weight in row)
                largest = MathF.Max(largest, MathF.Abs(weight));
            if (largest == 0)
                continue;
            float scale = scales[feature] = UpperHalf(largest / PackedRow.Largest);
            for (int i = 0; i < width; i++)
                PackedRow.Set(weights.AsSpan(feature * bytes, bytes), width, i, Math.Clamp((int)MathF.Round(row[i] / scale), -PackedRow.Largest, PackedRow.Largest));
        }

        return (weights, scales);
    }

    /// <summary>The features that move the scores of the given vectors most, at most <paramref name="most"/>: a large weight on what nearly no provision has moves little.</summary>
    /// <param name="columns">The weights, one column a label.</param>
    /// <param name="vectors">The vectors of the provisions that were learned from.</param>
    /// <param name="most">How many to keep.</param>
    public static IEnumerable<int> Strongest(IReadOnlyList<float[]> columns, (int[] Numbers, float[] Values)[] vectors, int most)
    {
        double[] energy = new double[columns[0].Length];
        foreach ((int[] numbers, float[] values) in vectors)
        {
            for (int i = 0; i < numbers.Length; i++)
                energy[numbers[i]] += values[i] * values[i];
        }

        return Enumerable.Range(0, energy.Length).OrderByDescending(feature => columns.Sum(column => (double)column[feature] * column[feature]) * energy[feature]).Take(most);
    }

    /// <summary>The compact form of linear models.</summary>
    public static CompactModel Linear(string version, string taxonomyVersion, IReadOnlyList<string> labels, FeatureVocabulary vocabulary, IReadOnlyList<float[]> columns, IReadOnlyList<float> bias)
    {
        float[] rows = new float[vocabulary.Count * labels.Count];
        for (int feature = 0; feature < vocabulary.Count; feature++)
        {
            for (int label = 0; label < labels.Count; label++)
                rows[(feature * labels.Count) + label] = columns[label][feature];
        }

        return Make(version, taxonomyVersion, labels, vocabulary, rows, labels.Count, bias);
    }

    /// <summary>The compact form of a model with a hidden layer.</summary>
    public static CompactModel Hidden(string version, string taxonomyVersion, IReadOnlyList<string> labels, FeatureVocabulary vocabulary, HiddenLayerModel model) =>
        Make(version, taxonomyVersion, labels, vocabulary, model.InputWeights, model.Units, model.Bias) with { HiddenBias = model.HiddenBias, HiddenWeights = model.OutputWeights };

    private static CompactModel Make(string version, string taxonomyVersion, IReadOnlyList<string> labels, FeatureVocabulary vocabulary, float[] rows, int width, IReadOnlyList<float> bias)
    {
        (byte[] weights, float[] scales) = Quantize(rows, width);
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
            Decision = new LabelDecision([.. labels.Select(_ => 1f)], new float[labels.Count], 0) { Threshold = [.. labels.Select(_ => 0.5f)], LeastShare = 0, Floor = 0 },
        };
    }

    /// <summary>The nearest number that the upper half of a float holds.</summary>
    private static float UpperHalf(float number) => BitConverter.UInt32BitsToSingle((BitConverter.SingleToUInt32Bits(number) + 0x8000) & 0xFFFF0000);
}
