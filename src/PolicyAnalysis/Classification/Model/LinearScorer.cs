using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Scores provisions with a model: gathers the feature vector and sums its rows of weights. Immutable, thread-safe, without allocation a provision.</summary>
internal sealed class LinearScorer
{
    private readonly LinearModel model;
    private readonly FeatureTable table;
    private readonly float[] weights;
    private readonly int stride;

    public LinearScorer(LinearModel model)
    {
        this.model = model;
        table = new FeatureTable(model.Keys);
        int labels = model.Labels.Length;
        stride = (labels + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        weights = new float[(long)model.Keys.Length * stride];
        for (int feature = 0; feature < model.Keys.Length; feature++)
        {
            ReadOnlySpan<sbyte> row = model.Weights.AsSpan(feature * labels, labels);
            Span<float> wide = weights.AsSpan(feature * stride, labels);
            float scale = model.RowScale[feature];
            for (int i = 0; i < row.Length; i++)
                wide[i] = row[i] * scale;
        }
    }

    /// <summary>The number of labels.</summary>
    public int LabelCount => model.Labels.Length;

    /// <summary>The raw score of each label: bias plus weights.</summary>
    /// <param name="input">The provision.</param>
    /// <param name="scores">As many cells as there are labels.</param>
    public void Score(ProvisionInput input, Span<float> scores)
    {
        int features = model.Keys.Length;
        ushort[] counts = ArrayPool<ushort>.Shared.Rent(features);
        int[] numbers = ArrayPool<int>.Shared.Rent(features);
        float[] values = ArrayPool<float>.Shared.Rent(features);
        float[] sums = ArrayPool<float>.Shared.Rent(stride);
        try
        {
            Array.Clear(counts, 0, features);
            var vector = new FeatureVector(table, model.Groups, model.Rarity, counts, numbers, values);
            FeatureReader.Read(input, ref vector);
            int used = vector.Finish(model.GroupScale);
            Sum(numbers.AsSpan(0, used), values.AsSpan(0, used), sums.AsSpan(0, stride));
            for (int i = 0; i < model.Labels.Length; i++)
                scores[i] = sums[i] + model.Bias[i];
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(counts);
            ArrayPool<int>.Shared.Return(numbers);
            ArrayPool<float>.Shared.Return(values);
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    /// <summary>The weight that a feature has for a label.</summary>
    public float Weight(int feature, int label) => weights[(feature * stride) + label];

    /// <summary>The number of a feature the model knows in that group, or -1.</summary>
    public int Find(uint key, FeatureGroup group)
    {
        int number = table.Find(key);
        return number >= 0 && model.Groups[number] == group ? number : -1;
    }

    /// <summary>Multiplies and adds in separate steps: a fused step would round differently where the processor has one.</summary>
    private void Sum(ReadOnlySpan<int> numbers, ReadOnlySpan<float> values, Span<float> sums)
    {
        sums.Clear();
        Span<Vector256<float>> total = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int i = 0; i < numbers.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            ReadOnlySpan<Vector256<float>> row = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan(numbers[i] * stride, stride));
            for (int lane = 0; lane < row.Length; lane++)
                total[lane] += value * row[lane];
        }
    }
}
