using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains every label against the rest, several at a time.</summary>
internal static class OneVersusRestTrainer
{
    public static OneVersusRestModel Fit(IReadOnlyList<LabelledProvision> learned, bool[][] truth, string[] labels, FeatureVocabulary vocabulary, TrainingOptions options, CancellationToken cancellationToken)
    {
        var vectors = new VBuffer<float>[learned.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, learned.Count, parallel, i =>
        {
            (int[] numbers, float[] values) = vocabulary.Vectorize(learned[i].Input);
            vectors[i] = new VBuffer<float>(vocabulary.Count, numbers.Length, values, numbers);
        });
        var trainer = new LabelTrainer(options.Seed, vocabulary.Count, new TrainerSettings());
        var transformers = new BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>[labels.Length];
        Parallel.For(0, labels.Length, parallel, label => transformers[label] = trainer.Fit(vectors, [.. truth.Select(row => row[label])]));
        return new OneVersusRestModel { Labels = labels, Vocabulary = vocabulary, Transformers = transformers };
    }
}
