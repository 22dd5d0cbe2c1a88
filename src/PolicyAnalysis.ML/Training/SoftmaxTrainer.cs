using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyAnalysis.ML.Training;

/// <summary>
/// Trains linear weights of all labels against each other: the labels of a provision share a probability of one. By stochastic
/// gradient descent with a step size of its own for each feature (Duchi, Hazan and Singer, 2011), leaving features out at random,
/// and the mean of the last passes. One thread, so that a seed gives one model.
/// </summary>
/// <remarks>Alone it labels worse than one model a label; its weights added to theirs, which is still one linear model, label better than either.</remarks>
internal sealed class SoftmaxTrainer
{
    private const float Tiny = 1e-6f;
    private const float LastPace = 0.05f;

    private readonly SoftmaxSettings settings;
    private readonly Random random;
    private readonly int labels, width;
    private readonly float[] weights, sums, squares, gradient, scores;

    private SoftmaxTrainer(int features, int labels, int seed, SoftmaxSettings settings)
    {
        this.settings = settings;
        this.labels = labels;
        // Rows are whole vectors of any machine's width, so that no remainder is treated apart.
        width = (labels + 15) / 16 * 16;
        random = new Random(seed);
        weights = new float[(features + 1) * width];
        sums = new float[weights.Length];
        squares = new float[features + 1];
        gradient = new float[width];
        scores = new float[width];
    }

    /// <summary>Trains the weights.</summary>
    /// <param name="vectors">The feature vectors.</param>
    /// <param name="shares">How likely each provision has each label; one without any is passed over.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="settings">The choices.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    /// <returns>One column of weights a label, and the bias of each.</returns>
    public static (float[][] Columns, float[] Bias) Fit((int[] Numbers, float[] Values)[] vectors, float[][] shares, int features, int seed, SoftmaxSettings settings, CancellationToken cancellationToken)
    {
        var trainer = new SoftmaxTrainer(features, shares[0].Length, seed, settings);
        int[] order = [.. Enumerable.Range(0, vectors.Length).Where(i => shares[i].Any(static share => share > 0))];
        int summed = 0;
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            trainer.random.Shuffle(order);
            float pace = settings.LearningRate * (1 - ((float)epoch / settings.Epochs) + LastPace);
            foreach (int i in order)
                trainer.Learn(vectors[i].Numbers, vectors[i].Values, shares[i], features, pace);
            if (epoch < settings.Epochs * 2 / 3)
                continue;
            summed++;
            Add(1, trainer.weights, trainer.sums);
        }

        return trainer.Mean(features, summed);
    }

    private (float[][] Columns, float[] Bias) Mean(int features, int summed)
    {
        float[][] columns = [.. Enumerable.Range(0, labels).Select(label => Enumerable.Range(0, features).Select(feature => sums[(feature * width) + label] / summed).ToArray())];
        return (columns, [.. Enumerable.Range(0, labels).Select(label => sums[(features * width) + label] / summed)]);
    }

    private void Learn(int[] numbers, float[] values, float[] shares, int bias, float pace)
    {
        Row(weights, bias).CopyTo(scores);
        // What is kept stands for what is left out.
        float scale = 1 / (1 - settings.FeatureDropout);
        Span<bool> kept = numbers.Length <= 4096 ? stackalloc bool[numbers.Length] : new bool[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            kept[i] = random.NextSingle() >= settings.FeatureDropout;
            if (kept[i])
                Add(values[i] * scale, Row(weights, numbers[i]), scores);
        }

        float square = Gradient(shares);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (kept[i])
                Step(numbers[i], values[i] * scale, square, pace);
        }

        Step(bias, 1, square, pace);
    }

    /// <summary>The difference between the probabilities and the shares that were due; returns its squared length.</summary>
    private float Gradient(float[] shares)
    {
        float largest = scores[0], total = 0, due = 0, square = 0;
        for (int label = 1; label < labels; label++)
            largest = MathF.Max(largest, scores[label]);
        for (int label = 0; label < labels; label++)
        {
            total += gradient[label] = MathF.Exp(scores[label] - largest);
            due += shares[label];
        }

        for (int label = 0; label < labels; label++)
        {
            gradient[label] = (gradient[label] / total) - (shares[label] / due);
            square += gradient[label] * gradient[label];
        }

        return square;
    }

    private void Step(int row, float value, float square, float pace)
    {
        squares[row] += value * value * square;
        Add(-pace * value / MathF.Sqrt(squares[row] + Tiny), gradient, Row(weights, row));
    }

    private Span<float> Row(float[] rows, int row) => rows.AsSpan(row * width, width);

    private static void Add(float factor, ReadOnlySpan<float> from, Span<float> to)
    {
        ReadOnlySpan<Vector<float>> source = MemoryMarshal.Cast<float, Vector<float>>(from);
        Span<Vector<float>> target = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (int i = 0; i < target.Length; i++)
            target[i] += source[i] * factor;
    }
}
