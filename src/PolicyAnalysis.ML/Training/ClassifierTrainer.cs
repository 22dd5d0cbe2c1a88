using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains a classifier on labelled provisions: each label against the rest with ML.NET, calibrated and with thresholds from folds by group.</summary>
public static class ClassifierTrainer
{
    /// <summary>Trains a classifier and measures it on held-out groups.</summary>
    /// <param name="data">What to learn.</param>
    /// <param name="options">The choices; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops between labels.</param>
    /// <returns>The same bytes for the same data, options and version of the library, whatever the number of threads.</returns>
    /// <exception cref="PolicyAnalysisException">There are no provisions, or one has a label that the taxonomy lacks.</exception>
    public static TrainingResult Train(TrainingData data, TrainingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new TrainingOptions();
        bool[][] truth = TruthTable.Of(data.Labelled, data.Taxonomy);
        int[] folds = ServiceFolds.Assign(data.Labelled, options.Folds);
        var scores = new float[data.Labelled.Count][];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            var held = data.Labelled.Where((_, i) => folds[i] == fold).Select(provision => provision.Group).ToHashSet(StringComparer.Ordinal);
            TrainingData learned = data with
            {
                Labelled = [.. data.Labelled.Where((_, i) => folds[i] != fold)],
                Suggested = [.. data.Suggested.Where(provision => !held.Contains(provision.Group))],
            };
            var scorer = new CompactScorer(FitBoth(learned, options, cancellationToken).Compact);
            foreach (int i in Rows(folds, own => own == fold))
            {
                scores[i] = new float[data.Taxonomy.Types.Count];
                scorer.Score(data.Labelled[i].Input, scores[i]);
            }
        }

        CompactModel model = FitBoth(data, options, cancellationToken).Compact;
        return new TrainingResult
        {
            Classifier = new CompactClassifier(LabelCalibration.Learn(scores, truth, Rows(folds, _ => true)).ApplyTo(model)),
            HeldOut = HeldOut(data, truth, folds, scores, options.Folds),
        };
    }

    /// <summary>Trains ML.NET's models of all labels on everything given, and the compact model with the same weights; without calibration.</summary>
    internal static (OneVersusRestModel Learned, CompactModel Compact) FitBoth(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        LabelledProvision[] read = [.. data.Labelled, .. data.Additional];
        string[] labels = [.. data.Taxonomy.Types.Select(type => type.Id)];
        ProvisionInput[] inputs = [.. read.Select(provision => provision.Input), .. data.Suggested.Select(provision => provision.Input)];
        float[][] shares =
        [
            .. TruthTable.Of(read, data.Taxonomy).Select(row => Array.ConvertAll(row, has => has ? 1f : 0f)),
            .. data.Suggested.Select(provision => Array.ConvertAll(labels, label => provision.Probabilities.GetValueOrDefault(label))),
        ];
        FeatureVocabulary vocabulary = FeatureVocabulary.Build(inputs, options.LeastProvisions, options.GroupScale);
        OneVersusRestModel model = OneVersusRestTrainer.Fit(inputs, shares, labels, vocabulary, options, cancellationToken);
        if (vocabulary.Count > options.MostFeatures)
        {
            vocabulary = vocabulary.Keep(ModelExport.Strongest(model.Columns, vocabulary, options.MostFeatures));
            model = OneVersusRestTrainer.Fit(inputs, shares, labels, vocabulary, options, cancellationToken);
        }

        return (model, ModelExport.Make(options.Version, data.Taxonomy.Version, labels, vocabulary, model.Columns, model.Bias));
    }

    private static HeldOutProvision[] HeldOut(TrainingData data, bool[][] truth, int[] folds, float[][] scores, int count)
    {
        var held = new HeldOutProvision[folds.Length];
        for (int fold = 0; fold < count; fold++)
        {
            var calibration = LabelCalibration.Learn(scores, truth, Rows(folds, other => other != fold));
            foreach (int i in Rows(folds, own => own == fold))
                held[i] = new HeldOutProvision { Provision = data.Labelled[i], Predicted = calibration.Choose(scores[i], data.Taxonomy) };
        }

        return held;
    }

    private static int[] Rows(int[] folds, Func<int, bool> wanted) => [.. Enumerable.Range(0, folds.Length).Where(i => wanted(folds[i]))];
}
