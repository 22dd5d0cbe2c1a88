using Microsoft.ML.Data;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains a classifier on labelled provisions: each label against the rest with ML.NET, calibrated and with thresholds from folds by group.</summary>
public static class ClassifierTrainer
{
    /// <summary>The length to which each group of features is brought: text, opening, heading, outer headings, lead-in, shape.</summary>
    private static readonly float[] GroupScale = [1f, 0.3f, 0.5f, 0.25f, 0.4f, 0.3f];

    /// <summary>Trains a classifier.</summary>
    /// <param name="provisions">The labelled provisions; their labels must be of the taxonomy.</param>
    /// <param name="taxonomy">The types that the classifier can give.</param>
    /// <param name="options">The choices; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops between labels.</param>
    /// <exception cref="PolicyAnalysisException">There are no provisions, or one has a label that the taxonomy lacks.</exception>
    public static CompactClassifier Train(IReadOnlyList<LabelledProvision> provisions, Taxonomy taxonomy, TrainingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provisions);
        ArgumentNullException.ThrowIfNull(taxonomy);
        options ??= new TrainingOptions();
        string[] labels = [.. taxonomy.Types.Select(type => type.Id)];
        bool[][] truth = Truth(provisions, labels);
        int[] folds = ServiceFolds.Assign(provisions, options.Folds);

        var scores = new float[provisions.Count][];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            int[] learned = [.. Enumerable.Range(0, folds.Length).Where(i => folds[i] != fold)];
            var scorer = new LinearScorer(Fit(provisions, truth, learned, labels, taxonomy, options, cancellationToken));
            foreach (int i in Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold))
            {
                scores[i] = new float[labels.Length];
                scorer.Score(provisions[i].Input, scores[i]);
            }
        }

        LinearModel model = Fit(provisions, truth, [.. Enumerable.Range(0, folds.Length)], labels, taxonomy, options, cancellationToken);
        return new CompactClassifier(Calibrate(model, scores, truth));
    }

    private static LinearModel Calibrate(LinearModel model, float[][] scores, bool[][] truth)
    {
        int count = model.Labels.Length;
        float[] slope = new float[count], offset = new float[count], threshold = new float[count];
        for (int label = 0; label < count; label++)
        {
            float[] own = [.. scores.Select(row => row[label])];
            bool[] has = [.. truth.Select(row => row[label])];
            (slope[label], offset[label]) = Calibration.Fit(own, has);
            threshold[label] = ThresholdSearch.Best([.. own.Select(score => 1f / (1f + MathF.Exp(-((slope[label] * score) + offset[label]))))], has);
        }

        return model with { Slope = slope, Offset = offset, Threshold = threshold };
    }

    /// <summary>Trains on all features, keeps the strongest, and trains again on those.</summary>
    private static LinearModel Fit(IReadOnlyList<LabelledProvision> provisions, bool[][] truth, int[] learned, string[] labels, Taxonomy taxonomy, TrainingOptions options, CancellationToken cancellationToken)
    {
        FeatureVocabulary vocabulary = FeatureVocabulary.Build(learned.Select(i => provisions[i].Input), options.LeastProvisions, GroupScale);
        (float[][] columns, float[] bias) = FitLabels(provisions, truth, learned, labels.Length, vocabulary, options, cancellationToken);
        if (vocabulary.Count > options.MostFeatures)
        {
            vocabulary = vocabulary.Keep(ModelExport.Strongest(columns, vocabulary, options.MostFeatures));
            (columns, bias) = FitLabels(provisions, truth, learned, labels.Length, vocabulary, options, cancellationToken);
        }

        return ModelExport.Make(options.Version, taxonomy.Version, labels, vocabulary, columns, bias);
    }

    private static (float[][] Columns, float[] Bias) FitLabels(IReadOnlyList<LabelledProvision> provisions, bool[][] truth, int[] learned, int labels, FeatureVocabulary vocabulary, TrainingOptions options, CancellationToken cancellationToken)
    {
        var vectors = new VBuffer<float>[learned.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, learned.Length, parallel, i =>
        {
            (int[] numbers, float[] values) = vocabulary.Vectorize(provisions[learned[i]].Input);
            vectors[i] = new VBuffer<float>(vocabulary.Count, numbers.Length, values, numbers);
        });
        var trainer = new LabelTrainer(options.Seed, vocabulary.Count, new TrainerSettings());
        var columns = new float[labels][];
        float[] bias = new float[labels];
        Parallel.For(0, labels, parallel, label =>
        {
            var model = trainer.Fit(vectors, [.. learned.Select(i => truth[i][label])]).Model.SubModel;
            columns[label] = [.. model.Weights];
            bias[label] = model.Bias;
        });
        return (columns, bias);
    }

    private static bool[][] Truth(IReadOnlyList<LabelledProvision> provisions, string[] labels)
    {
        if (provisions.Count == 0)
            throw new PolicyAnalysisException("There is nothing to learn from: the data set has no labelled provision.");
        var place = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var truth = new bool[provisions.Count][];
        for (int i = 0; i < truth.Length; i++)
        {
            truth[i] = new bool[labels.Length];
            foreach (string label in provisions[i].Labels)
            {
                if (!place.TryGetValue(label, out int index))
                    throw new PolicyAnalysisException($"The provision {provisions[i].Id} has the label '{label}', which the taxonomy does not know.");
                truth[i][index] = true;
            }
        }

        return truth;
    }
}
