using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyAnalysis.ML.Training;

/// <summary>
/// Trains one hidden layer of rectified units for all labels together, by stochastic gradient descent with a step size of its own
/// for each row (Duchi, Hazan and Singer, 2011), on the cross-entropy of every label. One thread, so that a seed gives one model.
/// </summary>
internal sealed class HiddenLayerTrainer
{
    private const float Tiny = 1e-6f;
    private const float Unnoticed = 1e-4f;
    private const float BiasPace = 0.3f;
    private const float LastPace = 0.05f;

    private readonly HiddenLayerSettings settings;
    private readonly Random random;
    private readonly int units;
    private readonly int labels;
    private readonly float[] input, hiddenBias, output, bias;
    private readonly float[] inputSquares, outputSquares;
    private readonly float[] hidden, hiddenGradient, kept, gradient;
    private float hiddenBiasSquares, biasSquares;

    private HiddenLayerTrainer(int features, int units, int labels, int seed, HiddenLayerSettings settings)
    {
        this.settings = settings;
        this.units = units;
        this.labels = labels;
        random = new Random(seed);
        input = Draw(features * units, 0.17f);
        output = Draw(labels * units, 1.7f / MathF.Sqrt(units));
        hiddenBias = new float[units];
        bias = new float[labels];
        // Most labels do not apply to most provisions.
        Array.Fill(bias, -4f);
        inputSquares = new float[features];
        outputSquares = new float[labels];
        hidden = new float[units];
        hiddenGradient = new float[units];
        kept = new float[units];
        gradient = new float[labels];
    }

    /// <summary>Trains a model.</summary>
    /// <param name="vectors">The feature vectors.</param>
    /// <param name="shares">How likely each has each label.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="units">The number of hidden units, a multiple of eight.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="settings">The choices.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public static HiddenLayerModel Fit((int[] Numbers, float[] Values)[] vectors, float[][] shares, int features, int units, int seed, HiddenLayerSettings settings, CancellationToken cancellationToken)
    {
        var trainer = new HiddenLayerTrainer(features, units, shares[0].Length, seed, settings);
        int[] order = [.. Enumerable.Range(0, vectors.Length)];
        long step = 0, steps = (long)settings.Epochs * order.Length;
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            trainer.random.Shuffle(order);
            foreach (int i in order)
            {
                float pace = settings.LearningRate * (1 - ((1 - LastPace) * step++ / steps));
                trainer.Learn(vectors[i].Numbers, vectors[i].Values, shares[i], pace);
            }
        }

        return new HiddenLayerModel { Units = units, InputWeights = trainer.input, HiddenBias = trainer.hiddenBias, OutputWeights = trainer.output, Bias = trainer.bias };
    }

    private void Learn(int[] numbers, float[] given, float[] shares, float pace)
    {
        float[] values = Drop(given);
        Forward(numbers, values);
        Array.Clear(hiddenGradient);
        float squares = 0;
        for (int label = 0; label < labels; label++)
        {
            Span<float> row = output.AsSpan(label * units, units);
            float error = (1 / (1 + MathF.Exp(-(bias[label] + Dot(row, hidden))))) - shares[label];
            gradient[label] = error;
            squares += error * error;
            if (MathF.Abs(error) > Unnoticed)
                Add(error, row, hiddenGradient);
        }

        StepOutput(pace, squares / labels);
        StepInput(numbers, values, pace);
    }

    private void Forward(int[] numbers, float[] values)
    {
        hiddenBias.CopyTo(hidden, 0);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (values[i] != 0)
                Add(values[i], input.AsSpan(numbers[i] * units, units), hidden);
        }

        float scale = 1 / (1 - settings.HiddenDropout);
        for (int unit = 0; unit < units; unit++)
        {
            kept[unit] = random.NextDouble() < settings.HiddenDropout ? 0 : scale;
            hidden[unit] = MathF.Max(hidden[unit], 0) * kept[unit];
        }
    }

    private void StepOutput(float pace, float squares)
    {
        biasSquares += squares;
        float biasPace = BiasPace * pace / MathF.Sqrt(biasSquares + Tiny);
        float mean = Dot(hidden, hidden) / units;
        for (int label = 0; label < labels; label++)
        {
            float error = gradient[label];
            bias[label] -= biasPace * error;
            if (MathF.Abs(error) <= Unnoticed)
                continue;
            outputSquares[label] += error * error * mean;
            Add(-error * pace / MathF.Sqrt(outputSquares[label] + Tiny), hidden, output.AsSpan(label * units, units));
        }
    }

    private void StepInput(int[] numbers, float[] values, float pace)
    {
        for (int unit = 0; unit < units; unit++)
            hiddenGradient[unit] = hidden[unit] > 0 ? hiddenGradient[unit] * kept[unit] : 0;
        float mean = Dot(hiddenGradient, hiddenGradient) / units;
        if (mean <= 0)
            return;
        for (int i = 0; i < numbers.Length; i++)
        {
            float value = values[i];
            if (value == 0)
                continue;
            inputSquares[numbers[i]] += value * value * mean;
            Add(-value * pace / MathF.Sqrt(inputSquares[numbers[i]] + Tiny), hiddenGradient, input.AsSpan(numbers[i] * units, units));
        }

        hiddenBiasSquares += mean;
        Add(-BiasPace * pace / MathF.Sqrt(hiddenBiasSquares + Tiny), hiddenGradient, hiddenBias);
    }

    private float[] Drop(float[] given)
    {
        float scale = 1 / (1 - settings.FeatureDropout);
        float[] values = new float[given.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble() < settings.FeatureDropout ? 0 : given[i] * scale;
        return values;
    }

    private float[] Draw(int count, float most)
    {
        float[] drawn = new float[count];
        for (int i = 0; i < count; i++)
            drawn[i] = (float)((random.NextDouble() * 2) - 1) * most;
        return drawn;
    }

    private static void Add(float factor, ReadOnlySpan<float> row, Span<float> to)
    {
        Vector256<float> times = Vector256.Create(factor);
        ReadOnlySpan<Vector256<float>> from = MemoryMarshal.Cast<float, Vector256<float>>(row);
        Span<Vector256<float>> total = MemoryMarshal.Cast<float, Vector256<float>>(to);
        for (int i = 0; i < from.Length; i++)
            total[i] += times * from[i];
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        ReadOnlySpan<Vector256<float>> first = MemoryMarshal.Cast<float, Vector256<float>>(left), second = MemoryMarshal.Cast<float, Vector256<float>>(right);
        for (int i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return Vector256.Sum(sum);
    }
}
