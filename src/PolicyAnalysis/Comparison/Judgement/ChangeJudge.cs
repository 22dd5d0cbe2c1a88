using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.NoEffect;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>Names the effects of a change, how much it matters and for whom it is better.</summary>
internal static class ChangeJudge
{
    private const int MostEffects = 3;
    private const double LeastScore = 0.04;
    private const double WhollyDisplaced = 0.95;

    public static ChangeJudgement Moved { get; } = ChangeJudgement.Certified(new NoEffectCertificate { Level = NoEffectLevel.Place }, "moved", "The text stands elsewhere, unchanged.");

    public static ChangeJudgement OfLinks(LinkChange links) =>
        ChangeJudgement.Certified(new NoEffectCertificate { Level = NoEffectLevel.LinkTarget }, links.Effect, "The words are the same; the target of a link differs.")
            with
        { Materiality = links.IsEditorial ? Materiality.Editorial : Materiality.Minor };

    public static ChangeJudgement Judge(ChangeDraft draft, IReadOnlyList<DefinitionChange> definitions) => OfWords(draft, definitions) with { Definitions = definitions };

    /// <summary>The certificate of a change between two texts; nothing for what came or went.</summary>
    public static NoEffectCertificate? Certificate(ChangeDraft draft) =>
        draft.Was.Length > 0 && draft.Now.Length > 0 ? NoEffectVerifier.Certify(draft.Was, draft.Now) : null;

    private static ChangeJudgement OfWords(ChangeDraft draft, IReadOnlyList<DefinitionChange> definitions)
    {
        if (Certificate(draft) is { } certificate)
            return ChangeJudgement.Certified(certificate, EffectOf(certificate.Level), "Both sides are equal at the level that the certificate names.");
        if (OfBareLine(draft) is { } bare)
            return bare;
        if (draft.Displaced >= WhollyDisplaced)
            return Bare("moved", "The words that changed stand in another provision of the other version.");
        ChangeEvidence evidence = ChangeEvidence.Of(draft);
        ChangeScores scores = ChangeScores.Of(evidence, ChangeModel.Shipped);
        List<ChangeEffect> effects = Effects(evidence, scores);
        Materiality materiality = scores.Materiality;
        ChangeDirection direction = materiality == Materiality.Editorial ? ChangeDirection.Neutral : scores.Direction;

        // Whom or what a defined term takes in changes every provision that uses it, however few words say so.
        bool changesTerm = materiality == Materiality.Minor && effects[0].Id is ("scope-broadened" or "scope-narrowed") && definitions.Count > 0;
        RuleHit? telling = evidence.Hits.Where(hit => string.Equals(hit.Effect, effects[0].Id, StringComparison.Ordinal)).MaxBy(static hit => hit.Strength);
        return new ChangeJudgement
        {
            Effects = effects,
            Materiality = changesTerm ? Materiality.Material : materiality,
            MaterialityReasons = [changesTerm ? "A defined term takes in more or less than before, wherever it is used." : ChangeReasons.OfMateriality(evidence, effects[0].Id, materiality)],
            Direction = direction,
            DirectionReasons = ChangeReasons.OfDirection(evidence, effects[0].Id, direction),
            ListItems = evidence.ListItems,
            Quantities = [.. evidence.Quantities.Select(static quantity => quantity.Change)],
            KeyWords = telling?.Words,
            TypeHint = telling?.Rule.Type,
        };
    }

    // A line that holds only the document's date, or one word, says nothing to anyone by coming or going.
    private static ChangeJudgement? OfBareLine(ChangeDraft draft)
    {
        if (draft.Was.Length > 0 && draft.Now.Length > 0)
            return null;
        string line = draft.Was + draft.Now;
        if (NormalText.IsDateLine(line))
            return Bare("date-changed", "The line holds nothing but the document's own date or version.");
        return WordTokens.Words(line).Count <= 1 ? Bare("noise", "The line holds one word at most.") : null;
    }

    private static ChangeJudgement Bare(string effect, string reason) => new()
    {
        Effects = [new ChangeEffect { Id = effect, Score = 0.9, Reason = reason }],
        Materiality = Materiality.Editorial,
        MaterialityReasons = [reason],
        TypeHint = effect == "moved" ? null : "not-a-provision",
    };

    private static List<ChangeEffect> Effects(ChangeEvidence evidence, ChangeScores scores)
    {
        var effects = new List<ChangeEffect>();
        foreach ((string effect, double score) in scores.Effects)
        {
            if (effects.Count == MostEffects || (effects.Count > 0 && score < LeastScore))
                break;
            effects.Add(new ChangeEffect { Id = effect, Score = Math.Round(score, 3), Reason = ChangeReasons.OfEffect(evidence, effect) });
        }

        return effects;
    }

    private static string EffectOf(NoEffectLevel level) => level switch
    {
        NoEffectLevel.DocumentDate => "date-changed",
        NoEffectLevel.MaskedAddress => "noise",
        NoEffectLevel.NumberStyle or NoEffectLevel.Spelling => "wording-only",
        _ => "layout-only",
    };
}
