using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>
/// Trains a classifier on labelled provisions: each label against the rest with ML.NET, with all labels against each other mixed in, or,
/// where asked for, a hidden layer over the features that the first found strongest; calibrated and with a threshold from folds by group.
/// </summary>
public static class ClassifierTrainer
{
    /// <summary>Trains a classifier and measures it on held-out groups.</summary>
    /// <param name="data">What to learn.</param>
    /// <param name="options">The choices; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops between labels and passes.</param>
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
            var scorer = new CompactScorer(Fit(Without(data, folds, fold), options, cancellationToken));
            foreach (int i in Rows(folds, own => own == fold))
            {
                scores[i] = new float[data.Taxonomy.Types.Count];
                scorer.Score(data.Labelled[i].Input, scores[i]);
            }
        }

        CompactModel model = Fit(data, options, cancellationToken);
        return new TrainingResult
        {
            Classifier = new CompactClassifier(model with { Decision = LabelCalibration.Learn(scores, truth, Calibrating(data, folds, _ => true), data.IsExhaustive) }),
            HeldOut = HeldOut(data, truth, folds, scores, options.Folds),
        };
    }

    /// <summary>Trains ML.NET's models of all labels on everything given, and the compact model with the same weights; without calibration.</summary>
    internal static (OneVersusRestModel Learned, CompactModel Compact) FitLinear(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        TrainingRows rows = TrainingRows.Of(data);
        FeatureVocabulary vocabulary = FeatureVocabulary.Build(rows.Inputs, options.LeastProvisions, options.GroupScale);
        OneVersusRestModel model = OneVersusRestTrainer.Fit(rows.Inputs, rows.Shares, rows.Labels, vocabulary, options, cancellationToken);
        if (vocabulary.Count > options.MostFeatures)
        {
            vocabulary = vocabulary.Keep(ModelExport.Strongest(model.Columns, Vectors(rows, vocabulary, options), options.MostFeatures));
            model = OneVersusRestTrainer.Fit(rows.Inputs, rows.Shares, rows.Labels, vocabulary, options, cancellationToken);
        }

        return (model, ModelExport.Linear(options.Version, data.Taxonomy.Version, rows.Labels, vocabulary, model.Columns, model.Bias));
    }

    private static CompactModel Fit(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        if (options.HiddenUnits > 0)
            return FitHidden(data, options, cancellationToken);
        // Where a provision may have no label at all, its labels have no whole to share.
        return options.Softmax.Weight > 0 && data.IsExhaustive ? FitMixed(data, options, cancellationToken) : FitLinear(data, options, cancellationToken).Compact;
    }

    /// <summary>
    /// Each label against the rest, with the weights of labels trained against each other added: still one row of weights a feature. All
    /// features are learned from, and the rows that matter least are left out; learning again without them was no better.
    /// </summary>
    private static CompactModel FitMixed(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        TrainingRows rows = TrainingRows.Of(data);
        FeatureVocabulary vocabulary = FeatureVocabulary.Build(rows.Inputs, options.LeastProvisions, options.GroupScale);
        OneVersusRestModel learned = OneVersusRestTrainer.Fit(rows.Inputs, rows.Shares, rows.Labels, vocabulary, options, cancellationToken);
        (int[], float[])[] vectors = Vectors(rows, vocabulary, options);
        (float[][] joint, float[] jointBias) = SoftmaxTrainer.Fit(vectors, rows.Shares, vocabulary.Count, options.Seed, options.Softmax, cancellationToken);
        float[][] columns = [.. learned.Columns.Zip(joint, (own, other) => Sum(own, other, options.Softmax.Weight))];
        float[] bias = Sum(learned.Bias, jointBias, options.Softmax.Weight);
        if (vocabulary.Count > options.MostFeatures)
        {
            int[] kept = [.. ModelExport.Strongest(columns, vectors, options.MostFeatures).Order()];
            vocabulary = vocabulary.Keep(kept);
            columns = [.. columns.Select(column => Array.ConvertAll(kept, feature => column[feature]))];
        }

        return ModelExport.Linear(options.Version, data.Taxonomy.Version, rows.Labels, vocabulary, columns, bias);
    }

    private static float[] Sum(float[] own, float[] other, float weight) => [.. own.Zip(other, (a, b) => a + (weight * b))];

    private static (int[] Numbers, float[] Values)[] Vectors(TrainingRows rows, FeatureVocabulary vocabulary, TrainingOptions options) =>
        [.. rows.Inputs.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads).Select(vocabulary.Vectorize)];

    /// <summary>ML.NET's linear models say which features matter; the hidden layer learns from those alone.</summary>
    private static CompactModel FitHidden(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        TrainingRows rows = TrainingRows.Of(data);
        FeatureVocabulary vocabulary = FeatureVocabulary.Build(rows.Inputs, options.LeastProvisions, options.GroupScale);
        if (vocabulary.Count > options.MostFeatures)
        {
            OneVersusRestModel linear = OneVersusRestTrainer.Fit(rows.Inputs, rows.Shares, rows.Labels, vocabulary, options with { Trainer = options.Trainer with { Iterations = TrainerSettings.Glance } }, cancellationToken);
            vocabulary = vocabulary.Keep(ModelExport.Strongest(linear.Columns, Vectors(rows, vocabulary, options), options.MostFeatures));
        }

        HiddenLayerModel model = HiddenLayerTrainer.Fit(Vectors(rows, vocabulary, options), rows.Shares, vocabulary.Count, options.HiddenUnits, options.Seed, options.HiddenLayer, cancellationToken);
        return ModelExport.Hidden(options.Version, data.Taxonomy.Version, rows.Labels, vocabulary, model);
    }

    /// <summary>What may be learned while a fold is held out: nothing from its groups.</summary>
    private static TrainingData Without(TrainingData data, int[] folds, int fold) =>
        data with { Labelled = [.. data.Labelled.Where((_, i) => folds[i] != fold)] };

    private static HeldOutProvision[] HeldOut(TrainingData data, bool[][] truth, int[] folds, float[][] scores, int count)
    {
        var held = new HeldOutProvision[folds.Length];
        for (int fold = 0; fold < count; fold++)
        {
            LabelDecision decision = LabelCalibration.Learn(scores, truth, Calibrating(data, folds, other => other != fold), data.IsExhaustive);
            foreach (int i in Rows(folds, own => own == fold))
                held[i] = new HeldOutProvision { Provision = data.Labelled[i], Predicted = decision.Choose(scores[i], data.Taxonomy) };
        }

        return held;
    }

    private static int[] Rows(int[] folds, Func<int, bool> wanted) => [.. Enumerable.Range(0, folds.Length).Where(i => wanted(folds[i]))];

    private static int[] Calibrating(TrainingData data, int[] folds, Func<int, bool> wanted) => [.. Rows(folds, wanted).Where(i => !data.Labelled[i].IsChosen)];
}
