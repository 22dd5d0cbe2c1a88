using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Judgement;

namespace PolicyAnalysis.ML.Training.Changes;

/// <summary>
/// Trains the linear models of the change judge with ML.NET: a ranker that weighs each effect that might be named, and a model
/// each of materiality and direction. The rows head, class, feature, weight are what the library reads.
/// </summary>
internal static class ChangeModelTrainer
{
    private const int Seed = 20_260_101;
    private const float LeastWeight = 0.004f;
    private const int FewestUses = 2;
    private const int Folds = 4;
    private const float EditorialWeight = 1.5f;
    private const float MinorWeight = 0.25f;

    public static List<string[]> Train(IReadOnlyList<ChangeExample> examples, ChangeModelSettings settings)
    {
        var rows = new List<string[]>();
        rows.AddRange(TrainRanker(examples, settings.EffectPenalty));
        (List<IReadOnlyDictionary<string, float>> whole, List<IReadOnlyDictionary<string, float>> directions) = CrossFit(examples, settings.EffectPenalty);
        rows.AddRange(TrainWhole("materiality", examples, whole, static example => example.Materiality, settings.WholePenalty));
        rows.AddRange(TrainWhole("direction", examples, directions, static example => example.Direction, settings.DirectionPenalty));
        return rows;
    }

    /// <summary>The features of each whole change, with the effects as a ranker names them that has not seen the change's pair.</summary>
    private static (List<IReadOnlyDictionary<string, float>> Whole, List<IReadOnlyDictionary<string, float>> Directions) CrossFit(IReadOnlyList<ChangeExample> examples, float penalty)
    {
        List<string> sources = [.. examples.Select(static example => example.Source).Distinct(StringComparer.Ordinal)];
        var fold = sources.Select(static (source, index) => (source, index)).ToDictionary(static entry => entry.source, static entry => entry.index % Folds, StringComparer.Ordinal);
        var features = new IReadOnlyDictionary<string, float>[examples.Count];
        var directions = new IReadOnlyDictionary<string, float>[examples.Count];
        for (int k = 0; k < Folds; k++)
        {
            ChangeModel model = ChangeModel.Parse(TrainRanker([.. examples.Where(example => fold[example.Source] != k)], penalty));
            for (int i = 0; i < examples.Count; i++)
            {
                ChangeExample example = examples[i];
                if (fold[example.Source] != k)
                    continue;
                Dictionary<string, float> forwards = ChangeFeatures.OfShape(example.Evidence.Draft, isBackwards: false);
                Dictionary<string, float> backwards = ChangeFeatures.OfShape(example.Evidence.Draft, isBackwards: true);
                var effects = ChangeScores.RankEffects(example.Evidence, model, forwards, backwards).ToDictionary(static entry => entry.Effect, static entry => entry.Score, StringComparer.Ordinal);
                features[i] = ChangeFeatures.OfWhole(example.Evidence, example.IsBackwards ? backwards : forwards, effects, example.IsBackwards);
                directions[i] = ChangeFeatures.OfDirection(features[i], ChangeFeatures.Signed(example.Evidence, effects), example.IsBackwards);
            }
        }

        return ([.. features], [.. directions]);
    }

    private static IEnumerable<string[]> TrainRanker(IReadOnlyList<ChangeExample> examples, float penalty)
    {
        var candidates = new List<(ChangeExample example, (string Effect, IReadOnlyDictionary<string, float> Features) candidate)>();
        foreach (ChangeExample example in examples)
        {
            Dictionary<string, float> shape = ChangeFeatures.OfShape(example.Evidence.Draft, example.IsBackwards);
            foreach (string effect in EffectIds.All)
                candidates.Add((example, (effect, ChangeFeatures.OfEffect(example.Evidence, shape, effect, example.IsBackwards))));
        }

        List<string> vocabulary = Vocabulary(candidates.Where(static pair => pair.example.Effect == pair.candidate.Effect).Select(static pair => pair.candidate.Features), 1);
        Dictionary<string, int> place = Places(vocabulary);
        var context = new MLContext(Seed);
        IDataView data = Load(context, candidates.Select(pair => new CandidateRow
        {
            Features = Vector(pair.candidate.Features, place),
            Label = pair.example.Effect == pair.candidate.Effect,
            Weight = pair.example.Weight,
        }), vocabulary.Count);
        LinearBinaryModelParameters model = Fit(context, data, penalty);
        yield return Row("effect", "named", "bias", model.Bias);
        for (int i = 0; i < vocabulary.Count; i++)
        {
            if (Math.Abs(model.Weights[i]) >= LeastWeight)
                yield return Row("effect", "named", vocabulary[i], model.Weights[i]);
        }
    }

    private static LinearBinaryModelParameters Fit(MLContext context, IDataView data, float penalty) =>
        context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = penalty,
            OptimizationTolerance = 1e-6f,
            MaximumNumberOfIterations = 500,
            NumberOfThreads = 1,
            ExampleWeightColumnName = nameof(CandidateRow.Weight),
        }).Fit(data).Model.SubModel;

    private static IEnumerable<string[]> TrainWhole(string head, IReadOnlyList<ChangeExample> examples, List<IReadOnlyDictionary<string, float>> features, Func<ChangeExample, string> classOf, float penalty)
    {
        List<string> vocabulary = Vocabulary(features, FewestUses);
        Dictionary<string, int> place = Places(vocabulary);
        List<string> classes = [.. examples.Where(example => WeightOf(head, example) > 0).Select(classOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var context = new MLContext(Seed);
        IDataView data = Load(context, examples.Select((example, index) => new WholeRow { Features = Vector(features[index], place), Label = classOf(example), Weight = example.Weight * WeightOf(head, example) }).Where(static row => row.Weight > 0), vocabulary.Count);
        var pipeline = context.Transforms.Conversion.MapValueToKey("Label", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                L1Regularization = 0,
                L2Regularization = penalty,
                OptimizationTolerance = 1e-6f,
                MaximumNumberOfIterations = 500,
                NumberOfThreads = 1,
                ExampleWeightColumnName = nameof(WholeRow.Weight),
            }));
        MaximumEntropyModelParameters model = pipeline.Fit(data).LastTransformer.Model;
        VBuffer<float>[] weights = null!;
        model.GetWeights(ref weights, out int count);
        float[] biases = [.. model.GetBiases()];
        for (int c = 0; c < count; c++)
        {
            yield return Row(head, classes[c], "bias", biases[c]);
            float[] dense = [.. weights[c].DenseValues()];
            for (int f = 0; f < dense.Length; f++)
            {
                if (Math.Abs(dense[f]) >= LeastWeight)
                    yield return Row(head, classes[c], vocabulary[f], dense[f]);
            }
        }
    }

    // Calling an editorial change material is the noise that readers leave for, so it is made dearer than the reverse; for whom a
    // change is better is told best by those that matter.
    private static float WeightOf(string head, ChangeExample example) => (head, example.Materiality) switch
    {
        ("materiality", nameof(Materiality.Editorial)) => EditorialWeight,
        ("direction", nameof(Materiality.Editorial)) => 0,
        ("direction", nameof(Materiality.Minor)) => MinorWeight,
        _ => 1,
    };

    private static IDataView Load<T>(MLContext context, IEnumerable<T> rows, int dimension)
        where T : class
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(T));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimension);
        return context.Data.LoadFromEnumerable(rows.ToList(), schema);
    }

    private static List<string> Vocabulary(IEnumerable<IReadOnlyDictionary<string, float>> features, int fewest) =>
        [.. features.SelectMany(static one => one.Keys).GroupBy(static name => name, StringComparer.Ordinal).Where(group => group.Count() >= fewest).Select(static group => group.Key).Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Places(List<string> vocabulary) =>
        vocabulary.Select(static (name, index) => (name, index)).ToDictionary(static entry => entry.name, static entry => entry.index, StringComparer.Ordinal);

    private static VBuffer<float> Vector(IReadOnlyDictionary<string, float> features, Dictionary<string, int> place)
    {
        var cells = features.Where(cell => place.ContainsKey(cell.Key)).Select(cell => (Index: place[cell.Key], cell.Value)).OrderBy(static cell => cell.Index).ToList();
        return new VBuffer<float>(place.Count, cells.Count, [.. cells.Select(static cell => cell.Value)], [.. cells.Select(static cell => cell.Index)]);
    }

    private static string[] Row(string head, string name, string feature, float weight) =>
        [head, name, feature, weight.ToString("0.###", CultureInfo.InvariantCulture)];

    private sealed class CandidateRow
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }

        public float Weight { get; set; }
    }

    private sealed class WholeRow
    {
        public VBuffer<float> Features { get; set; }

        public string Label { get; set; } = string.Empty;

        public float Weight { get; set; }
    }
}
