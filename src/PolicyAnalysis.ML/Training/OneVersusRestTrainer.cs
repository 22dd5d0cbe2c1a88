using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains every label against the rest, several at a time.</summary>
internal static class OneVersusRestTrainer
{
    /// <summary>Trains all labels.</summary>
    /// <param name="inputs">The provisions.</param>
    /// <param name="shares">How likely each provision has each label: one row a provision, one cell a label.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="vocabulary">The features to read.</param>
    /// <param name="options">The choices.</param>
    /// <param name="cancellationToken">Stops between labels.</param>
    public static OneVersusRestModel Fit(IReadOnlyList<ProvisionInput> inputs, float[][] shares, string[] labels, FeatureVocabulary vocabulary, TrainingOptions options, CancellationToken cancellationToken)
    {
        var vectors = new VBuffer<float>[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, inputs.Count, parallel, i =>
        {
            (int[] numbers, float[] values) = vocabulary.Vectorize(inputs[i]);
            vectors[i] = new VBuffer<float>(vocabulary.Count, numbers.Length, values, numbers);
        });
        var trainer = new LabelTrainer(options.Seed, vocabulary.Count, options.Trainer);
        var transformers = new BinaryPredictionTransformer<LinearBinaryModelParameters>[labels.Length];
        Parallel.For(0, labels.Length, parallel, label => transformers[label] = trainer.Fit(vectors, [.. shares.Select(row => row[label])]));
        return new OneVersusRestModel { Labels = labels, Vocabulary = vocabulary, Transformers = transformers };
    }
}
