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

    // Calling an editorial change material is the noise that readers leave for.
    private const double LeastMaterial = 0.6;

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
        Dictionary<string, float> signed = ChangeFeatures.Signed(evidence, likely);
        return new ChangeScores
        {
            Effects = effects,
            Materiality = MaterialityOf(Average(model, "materiality", forwards, backwards)),
            Direction = DirectionOf(model, ChangeFeatures.OfDirection(forwards, signed, isBackwards: false), ChangeFeatures.OfDirection(backwards, signed, isBackwards: true)),
        };
    }

    /// <summary>Material where that is likely by itself; editorial where nothing is likelier; otherwise minor.</summary>
    private static Materiality MaterialityOf(Dictionary<string, double> scores)
    {
        if (scores.Count == 0)
            return Materiality.Minor;
        double material = scores.GetValueOrDefault(nameof(Materiality.Material));
        double editorial = scores.GetValueOrDefault(nameof(Materiality.Editorial));
        double minor = scores.GetValueOrDefault(nameof(Materiality.Minor));
        double probability = 1 / (1 + Math.Exp(editorial - material) + Math.Exp(minor - material));
        return probability >= LeastMaterial ? Materiality.Material : editorial >= Math.Max(minor, material) ? Materiality.Editorial : Materiality.Minor;
    }

    /// <summary>The likeliest direction. Read backwards, for and against change places and the two others stay, so that the mirror law holds.</summary>
    private static ChangeDirection DirectionOf(ChangeModel model, Dictionary<string, float> forwards, Dictionary<string, float> backwards)
    {
        List<string> classes = [.. model.Classes("direction")];
        double[] there = model.Scores("direction", forwards);
        double[] back = model.Scores("direction", backwards);
        double Score(ChangeDirection direction)
        {
            int at = classes.IndexOf(direction.ToString());
            int mirrored = classes.IndexOf(RuleFile.Mirror(direction).ToString());
            return at < 0 || mirrored < 0 ? double.NegativeInfinity : 0.5 * (there[at] + back[mirrored]);
        }

        (double forUser, double against) = (Score(ChangeDirection.ForUser), Score(ChangeDirection.AgainstUser));
        (double neutral, double mixed) = (Score(ChangeDirection.Neutral), Score(ChangeDirection.Mixed));
        // What is as likely one way as the other is for neither.
        if (forUser == against || Math.Max(neutral, mixed) > Math.Max(forUser, against))
            return mixed > neutral ? ChangeDirection.Mixed : ChangeDirection.Neutral;
        return forUser > against ? ChangeDirection.ForUser : ChangeDirection.AgainstUser;
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

    private static Dictionary<string, double> Average(ChangeModel model, string head, Dictionary<string, float> forwards, Dictionary<string, float> backwards)
    {
        IReadOnlyList<string> classes = model.Classes(head);
        double[] there = model.Scores(head, forwards);
        double[] back = model.Scores(head, backwards);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < there.Length; i++)
            scores[classes[i]] = 0.5 * (there[i] + back[i]);
        return scores;
    }
}
