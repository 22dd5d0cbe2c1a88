using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>
/// The scores that model and rules give a change. The change is weighed forwards and backwards and the two are averaged, so
/// that the scores of the change read backwards are exactly the mirrored ones.
/// </summary>
internal sealed record ChangeScores
{
    private const double QuantityStrength = 12;

    private const double RuleStrength = 2;

    /// <summary>The effects, likeliest first, with probabilities that sum to 1.</summary>
    public required IReadOnlyList<(string Effect, double Score)> Effects { get; init; }

    public required Materiality Materiality { get; init; }

    public required ChangeDirection Direction { get; init; }

    public static ChangeScores Of(ChangeEvidence evidence, ChangeModel model)
    {
        Dictionary<string, float> shapeForwards = ChangeFeatures.OfShape(evidence.Draft, isBackwards: false);
        Dictionary<string, float> shapeBackwards = ChangeFeatures.OfShape(evidence.Draft, isBackwards: true);
        List<(string Effect, double Score)> effects = RankEffects(evidence, model, shapeForwards, shapeBackwards);
        Dictionary<string, double> likely = effects.ToDictionary(static entry => entry.Effect, static entry => entry.Score, StringComparer.Ordinal);
        Dictionary<string, float> forwards = ChangeFeatures.OfWhole(evidence, shapeForwards, likely, isBackwards: false);
        Dictionary<string, float> backwards = ChangeFeatures.OfWhole(evidence, shapeBackwards, likely, isBackwards: true);
        if (evidence.DecisiveQuantity is { } quantity)
            return new ChangeScores { Effects = effects, Materiality = Materiality.Material, Direction = quantity.Change.Direction };
        return new ChangeScores
        {
            Effects = effects,
            Materiality = Enum.Parse<Materiality>(Best(model, "materiality", forwards, backwards, static name => name) ?? nameof(Materiality.Minor)),
            Direction = Enum.Parse<ChangeDirection>(Best(model, "direction", forwards, backwards, static name => RuleFile.Mirror(Enum.Parse<ChangeDirection>(name)).ToString()) ?? nameof(ChangeDirection.Neutral)),
        };
    }

    /// <summary>The effects, likeliest first, with probabilities that sum to 1.</summary>
    public static List<(string Effect, double Score)> RankEffects(ChangeEvidence evidence, ChangeModel model, Dictionary<string, float> shapeForwards, Dictionary<string, float> shapeBackwards)
    {
        var ranked = new List<(string Effect, double Score)>();
        foreach (string effect in EffectIds.All)
        {
            double there = model.Score("effect", ChangeFeatures.OfEffect(evidence, shapeForwards, effect, isBackwards: false));
            double back = model.Score("effect", ChangeFeatures.OfEffect(evidence, shapeBackwards, EffectIds.Mirror(effect), isBackwards: true));
            ranked.Add((effect, (0.5 * (there + back)) + Decisive(evidence, effect)));
        }

        double highest = ranked.Max(static entry => entry.Score);
        double total = ranked.Select(entry => Math.Exp(entry.Score - highest)).Order().Sum();
        // Equal scores are ordered the same from either side.
        bool isTurned = string.CompareOrdinal(evidence.Draft.Was, evidence.Draft.Now) > 0;
        return [.. ranked
            .Select(entry => (entry.Effect, Score: Math.Exp(entry.Score - highest) / total))
            .OrderByDescending(static entry => entry.Score)
            .ThenBy(entry => isTurned ? EffectIds.Mirror(entry.Effect) : entry.Effect, StringComparer.Ordinal)];
    }

    /// <summary>What is certain by itself in a short change: a quantity of known subject that grew or shrank, and a rule that is met outright.</summary>
    private static double Decisive(ChangeEvidence evidence, string effect)
    {
        if (evidence.DecisiveQuantity is { } quantity && string.Equals(quantity.Effect, effect, StringComparison.Ordinal))
            return QuantityStrength;
        if (!evidence.IsShort)
            return 0;
        double strongest = 0;
        foreach (RuleHit hit in evidence.Hits)
        {
            if (string.Equals(hit.Effect, effect, StringComparison.Ordinal))
                strongest = Math.Max(strongest, hit.Strength);
        }

        return RuleStrength * strongest;
    }

    private static string? Best(ChangeModel model, string head, Dictionary<string, float> forwards, Dictionary<string, float> backwards, Func<string, string> mirror) =>
        Average(model, head, forwards, backwards, mirror) is { Count: > 0 } scores
            ? scores.OrderByDescending(static entry => entry.Value).ThenByDescending(entry => string.Equals(mirror(entry.Key), entry.Key, StringComparison.Ordinal)).ThenBy(static entry => entry.Key, StringComparer.Ordinal).First().Key
            : null;

    private static Dictionary<string, double> Average(ChangeModel model, string head, Dictionary<string, float> forwards, Dictionary<string, float> backwards, Func<string, string> mirror)
    {
        IReadOnlyList<string> classes = model.Classes(head);
        double[] there = model.Scores(head, forwards);
        double[] back = model.Scores(head, backwards);
        var place = classes.Select(static (name, index) => (name, index)).ToDictionary(static entry => entry.name, static entry => entry.index, StringComparer.Ordinal);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < there.Length; i++)
            scores[classes[i]] = 0.5 * (there[i] + (place.TryGetValue(mirror(classes[i]), out int at) ? back[at] : there[i]));
        return scores;
    }
}
