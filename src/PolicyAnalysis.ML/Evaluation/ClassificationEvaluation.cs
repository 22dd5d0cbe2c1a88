using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Trains as <see cref="ClassifierTrainer"/> does and measures on what was held out.</summary>
public static class ClassificationEvaluation
{
    /// <summary>Measures a training result, and OPP-115 where it is given.</summary>
    /// <param name="data">What was learned.</param>
    /// <param name="result">The classifier with its held-out predictions.</param>
    /// <param name="opp115">Segments of OPP-115; empty measures none.</param>
    /// <param name="options">The choices of training, used again for the classifiers trained on OPP-115.</param>
    /// <param name="cancellationToken">Stops between labels.</param>
    public static ClassificationReport Run(TrainingData data, TrainingResult result, IReadOnlyList<LabelledProvision> opp115, TrainingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(opp115);
        ArgumentNullException.ThrowIfNull(options);
        using var file = new MemoryStream();
        result.Classifier.Save(file);
        ClassificationCase[] cases = Cases(result);
        var unfair = data.Taxonomy.Types.Where(type => type.UnfairTerms.Count > 0).Select(type => type.Id).ToHashSet(StringComparer.Ordinal);
        return new ClassificationReport
        {
            Version = result.Classifier.Version,
            ModelBytes = file.Length,
            WrittenProvisions = data.Additional.Count,
            ChosenProvisions = data.Labelled.Count(static provision => provision.IsChosen),
            Agreement = data.Labelled.Any(static provision => provision.IsChosen) ? LabelAgreement.Between(LabelPointerFile.Shipped, LabelPointerFile.Second) : null,
            HeldOut = ClassificationEvaluator.Measure(cases),
            UnfairTerms = ClassificationEvaluator.Measure(cases, unfair),
            Opp115WithoutItsData = opp115.Count == 0 ? null : MeasureOpp115(result.Classifier, data.Taxonomy, opp115),
            Opp115Trained = opp115.Count == 0 ? null : TrainOpp115(opp115, options, cancellationToken),
        };
    }

    /// <summary>Measures what was held out in training.</summary>
    /// <param name="result">The result of training.</param>
    public static ClassificationFigures Measure(TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ClassificationEvaluator.Measure(Cases(result));
    }

    private static ClassificationFigures MeasureOpp115(CompactClassifier classifier, Taxonomy taxonomy, IReadOnlyList<LabelledProvision> opp115)
    {
        var categories = new Opp115Classifier(classifier, taxonomy);
        return ClassificationEvaluator.Measure([.. opp115.Select(provision => Case(provision, categories.Classify(provision.Input)))]);
    }

    private static ClassificationFigures TrainOpp115(IReadOnlyList<LabelledProvision> opp115, TrainingOptions options, CancellationToken cancellationToken)
    {
        TrainingResult trained = ClassifierTrainer.Train(new TrainingData { Labelled = opp115, Taxonomy = Opp115File.Categories }, options, cancellationToken);
        return Measure(trained);
    }

    private static ClassificationCase[] Cases(TrainingResult result) =>
        [.. result.HeldOut.Where(static held => !held.Provision.IsChosen).Select(held => Case(held.Provision, held.Predicted))];

    private static ClassificationCase Case(LabelledProvision provision, IReadOnlyList<ProvisionLabel> predicted) =>
        new() { Group = provision.Group, Expected = provision.Labels, Predicted = predicted };
}
