using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Scores provisions with a model: gathers the feature vector, sums its rows of weights and passes the hidden layer. Immutable, thread-safe, without allocation a provision.</summary>
internal sealed class CompactScorer
{
    private readonly CompactModel model;
    private readonly FeatureTable table;
    private readonly float[] weights;
    private readonly float[] hiddenWeights;
    private readonly int stride;

    public CompactScorer(CompactModel model)
    {
        this.model = model;
        table = new FeatureTable(model.Keys);
        int width = model.Width;
        stride = Padded(width);
        weights = new float[(long)model.Keys.Length * stride];
        for (int feature = 0; feature < model.Keys.Length; feature++)
        {
            ReadOnlySpan<sbyte> row = model.Weights.AsSpan(feature * width, width);
            Span<float> wide = weights.AsSpan(feature * stride, width);
            float scale = model.RowScale[feature];
            for (int i = 0; i < row.Length; i++)
                wide[i] = row[i] * scale;
        }

        hiddenWeights = new float[model.HiddenBias.Length > 0 ? (long)model.Labels.Length * stride : 0];
        for (int label = 0; label < model.Labels.Length && hiddenWeights.Length > 0; label++)
            model.HiddenWeights.AsSpan(label * width, width).CopyTo(hiddenWeights.AsSpan(label * stride));
    }

    /// <summary>The number of cells that <see cref="Accumulate"/> fills: the columns of the weights, rounded up.</summary>
    public int Stride => stride;

    /// <summary>The raw score of each label.</summary>
    /// <param name="input">The provision.</param>
    /// <param name="scores">As many cells as there are labels.</param>
    public void Score(ProvisionInput input, Span<float> scores)
    {
        float[] sums = ArrayPool<float>.Shared.Rent(stride);
        try
        {
            Accumulate(input, sums.AsSpan(0, stride));
            Finish(sums.AsSpan(0, stride), scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    /// <summary>W x, with the bias of the hidden layer where there is one.</summary>
    public void Accumulate(ProvisionInput input, Span<float> sums)
    {
        int features = model.Keys.Length;
        ushort[] counts = ArrayPool<ushort>.Shared.Rent(features);
        int[] numbers = ArrayPool<int>.Shared.Rent(features);
        float[] values = ArrayPool<float>.Shared.Rent(features);
        try
        {
            Array.Clear(counts, 0, features);
            var vector = new FeatureVector(table, model.Groups, model.Rarity, counts, numbers, values);
            FeatureReader.Read(input, ref vector);
            int used = vector.Finish(model.GroupScale);
            sums.Clear();
            model.HiddenBias.CopyTo(sums);
            Sum(numbers.AsSpan(0, used), values.AsSpan(0, used), sums);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(counts);
            ArrayPool<int>.Shared.Return(numbers);
            ArrayPool<float>.Shared.Return(values);
        }
    }

    /// <summary>The weight that a feature has for a label where the sums are as given: a hidden unit that is not above zero passes nothing on.</summary>
    public float Weight(int feature, int label, ReadOnlySpan<float> sums)
    {
        ReadOnlySpan<float> row = weights.AsSpan(feature * stride, stride);
        if (hiddenWeights.Length == 0)
            return row[label];
        ReadOnlySpan<float> hidden = hiddenWeights.AsSpan(label * stride, stride);
        float weight = 0;
        for (int i = 0; i < row.Length; i++)
            weight += sums[i] > 0 ? row[i] * hidden[i] : 0;
        return weight;
    }

    /// <summary>The number of a feature the model knows in that group, or -1.</summary>
    public int Find(uint key, FeatureGroup group)
    {
        int number = table.Find(key);
        return number >= 0 && model.Groups[number] == group ? number : -1;
    }

    private static int Padded(int width) => (width + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>Multiplies and adds in separate steps: a fused step would round differently where the processor has one.</summary>
    private void Sum(ReadOnlySpan<int> numbers, ReadOnlySpan<float> values, Span<float> sums)
    {
        Span<Vector256<float>> total = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int i = 0; i < numbers.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            ReadOnlySpan<Vector256<float>> row = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan(numbers[i] * stride, stride));
            for (int lane = 0; lane < row.Length; lane++)
                total[lane] += value * row[lane];
        }
    }

    private void Finish(ReadOnlySpan<float> sums, Span<float> scores)
    {
        if (hiddenWeights.Length == 0)
        {
            for (int i = 0; i < model.Labels.Length; i++)
                scores[i] = sums[i] + model.Bias[i];
            return;
        }

        ReadOnlySpan<Vector256<float>> units = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int label = 0; label < model.Labels.Length; label++)
        {
            ReadOnlySpan<Vector256<float>> row = MemoryMarshal.Cast<float, Vector256<float>>(hiddenWeights.AsSpan(label * stride, stride));
            Vector256<float> total = Vector256<float>.Zero;
            for (int lane = 0; lane < row.Length; lane++)
                total += Vector256.Max(units[lane], Vector256<float>.Zero) * row[lane];
            scores[label] = Vector256.Sum(total) + model.Bias[label];
        }
    }
}
