using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Scores provisions with a model: gathers the feature vector, sums its rows of weights and passes the hidden layer. Immutable, thread-safe, without allocation a provision.</summary>
internal sealed class CompactScorer(CompactModel model)
{
    private readonly FeatureTable table = new(model.Keys);
    private readonly FeatureWeight[] features = FeatureWeight.Of(model.Groups, model.Rarity, model.RowScale);
    private readonly int width = model.Width;
    private readonly int rowBytes = PackedRow.Bytes(model.Width);

    /// <summary>The number of cells that <see cref="Accumulate"/> fills: the columns of the weights.</summary>
    public int Width => width;

    /// <summary>The raw score of each label.</summary>
    /// <param name="input">The provision.</param>
    /// <param name="scores">As many cells as there are labels.</param>
    public void Score(ProvisionInput input, Span<float> scores)
    {
        if (model.HiddenBias.Length == 0)
        {
            Accumulate(input, scores);
            for (int i = 0; i < scores.Length; i++)
                scores[i] += model.Bias[i];
            return;
        }

        float[] units = ArrayPool<float>.Shared.Rent(width);
        try
        {
            Accumulate(input, units.AsSpan(0, width));
            PassHiddenLayer(units.AsSpan(0, width), scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(units);
        }
    }

    /// <summary>W x, with the bias of the hidden layer where there is one.</summary>
    public void Accumulate(ProvisionInput input, Span<float> sums)
    {
        int needed = FeatureVector.Needed(model.Keys.Length);
        int[] lent = ArrayPool<int>.Shared.Rent(needed);
        try
        {
            var vector = new FeatureVector(table, features, lent.AsSpan(0, needed));
            FeatureReader.Read(input, ref vector);
            Span<float> values = vector.Values(model.GroupScale);
            ReadOnlySpan<int> numbers = vector.Numbers;
            for (int i = 0; i < values.Length; i++)
                values[i] *= features[numbers[i]].RowScale;
            sums.Clear();
            model.HiddenBias.CopyTo(sums);
            Sum(numbers, values, sums);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(lent);
        }
    }

    /// <summary>The weight that a feature has for a label where the sums are as given: a hidden unit that is not above zero passes nothing on.</summary>
    public float Weight(int feature, int label, ReadOnlySpan<float> sums)
    {
        ReadOnlySpan<byte> row = model.Weights.AsSpan(feature * rowBytes, rowBytes);
        float scale = model.RowScale[feature];
        if (model.HiddenBias.Length == 0)
            return PackedRow.Get(row, width, label) * scale;
        ReadOnlySpan<float> hidden = model.HiddenWeights.AsSpan(label * width, width);
        float weight = 0;
        for (int i = 0; i < hidden.Length; i++)
            weight += sums[i] > 0 ? PackedRow.Get(row, width, i) * scale * hidden[i] : 0;
        return weight;
    }

    /// <summary>The number of a feature the model knows in that group, or -1.</summary>
    public int Find(uint key, FeatureGroup group)
    {
        int number = table.Find(key);
        return number >= 0 && model.Groups[number] == group ? number : -1;
    }

    /// <summary>Block after block of columns, so that the sums of a block stay in registers.</summary>
    private void Sum(ReadOnlySpan<int> numbers, ReadOnlySpan<float> values, Span<float> sums)
    {
        int blocks = width / PackedRow.Block;
        for (int block = 0; block < blocks; block++)
            SumBlock(numbers, values, block * PackedRow.BlockBytes, sums.Slice(block * PackedRow.Block, PackedRow.Block));
        ReadOnlySpan<byte> weights = model.Weights;
        for (int column = blocks * PackedRow.Block; column < width; column++)
        {
            float total = sums[column];
            for (int i = 0; i < numbers.Length; i++)
                total += values[i] * PackedRow.Get(weights.Slice(numbers[i] * rowBytes, rowBytes), width, column);
            sums[column] = total;
        }
    }

    /// <summary>Multiplies and adds in separate steps: a fused step would round differently where the processor has one.</summary>
    private void SumBlock(ReadOnlySpan<int> numbers, ReadOnlySpan<float> values, int offset, Span<float> sums)
    {
        ReadOnlySpan<byte> weights = model.Weights;
        Span<Vector256<float>> totals = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        Vector256<float> a = totals[0], b = totals[1], c = totals[2], d = totals[3], e = totals[4], f = totals[5], g = totals[6], h = totals[7];
        Vector256<byte> half = Vector256.Create((byte)15), sign = Vector256.Create((byte)8);
        for (int i = 0; i < numbers.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            Vector256<byte> packed = Vector256.Create(weights.Slice((numbers[i] * rowBytes) + offset, PackedRow.BlockBytes));
            Vector256<byte> lower = packed & half, upper = (packed.AsUInt16() >> 4).AsByte() & half;
            (Vector256<short> first, Vector256<short> second) = Vector256.Widen(((lower ^ sign) - sign).AsSByte());
            (Vector256<short> third, Vector256<short> fourth) = Vector256.Widen(((upper ^ sign) - sign).AsSByte());
            a += value * Vector256.ConvertToSingle(Vector256.WidenLower(first));
            b += value * Vector256.ConvertToSingle(Vector256.WidenUpper(first));
            c += value * Vector256.ConvertToSingle(Vector256.WidenLower(second));
            d += value * Vector256.ConvertToSingle(Vector256.WidenUpper(second));
            e += value * Vector256.ConvertToSingle(Vector256.WidenLower(third));
            f += value * Vector256.ConvertToSingle(Vector256.WidenUpper(third));
            g += value * Vector256.ConvertToSingle(Vector256.WidenLower(fourth));
            h += value * Vector256.ConvertToSingle(Vector256.WidenUpper(fourth));
        }

        (totals[0], totals[1], totals[2], totals[3], totals[4], totals[5], totals[6], totals[7]) = (a, b, c, d, e, f, g, h);
    }

    private void PassHiddenLayer(ReadOnlySpan<float> units, Span<float> scores)
    {
        for (int label = 0; label < model.Labels.Length; label++)
        {
            ReadOnlySpan<float> row = model.HiddenWeights.AsSpan(label * width, width);
            float total = model.Bias[label];
            for (int i = 0; i < row.Length; i++)
                total += Math.Max(units[i], 0) * row[i];
            scores[label] = total;
        }
    }
}
