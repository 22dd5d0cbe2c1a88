namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>What is counted in one pair, or in many.</summary>
internal sealed record PairCounts
{
    public int Gold { get; init; }

    public int Found { get; init; }

    public int Records { get; init; }

    public int RecordsThatHoldOne { get; init; }

    public int MaterialRight { get; init; }

    public int MaterialMissed { get; init; }

    public int MaterialWrong { get; init; }

    public int Editorial { get; init; }

    public int EditorialWrong { get; init; }

    public int MainEffects { get; init; }

    public int AnyEffects { get; init; }

    public int MainTypes { get; init; }

    public int Directions { get; init; }

    public int DirectionsRight { get; init; }

    public double FoundF1
    {
        get
        {
            double precision = Share(RecordsThatHoldOne, Records);
            double recall = Share(Found, Gold);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public double MaterialF1 => Share(2 * MaterialRight, (2 * MaterialRight) + MaterialWrong + MaterialMissed);

    public double EditorialAsMaterial => Share(EditorialWrong, Editorial);

    public double MainEffect => Share(MainEffects, Found);

    public double AnyEffect => Share(AnyEffects, Found);

    public double MainType => Share(MainTypes, Found);

    public double DirectionRight => Share(DirectionsRight, Directions);

    public static PairCounts Of(GoldPair pair, PolicyComparison comparison)
    {
        IReadOnlyList<ChangeRecord> records = comparison.Changes;
        int[] best = ChangeMatcher.Match(pair.Changes, [.. records.Select(static record => (record.Before?.Text ?? string.Empty, record.After?.Text ?? string.Empty))], out bool[] touched);
        var counts = new PairCounts { Gold = best.Length };
        for (int g = 0; g < best.Length; g++)
            counts = Add(counts, pair.Changes[g], best[g] < 0 ? null : records[best[g]]);
        // A person who stopped early did not say that the rest is nothing.
        if (pair.IsTruncated)
            return counts;
        return counts with
        {
            Records = records.Count,
            RecordsThatHoldOne = touched.Count(static isTouched => isTouched),
            MaterialWrong = counts.MaterialWrong + records.Where((record, index) => !touched[index] && record.Materiality == Materiality.Material).Count(),
        };
    }

    public static PairCounts Sum(IEnumerable<PairCounts> pairs) => pairs.Aggregate(new PairCounts(), static (x, y) => new PairCounts
    {
        Gold = x.Gold + y.Gold,
        Found = x.Found + y.Found,
        Records = x.Records + y.Records,
        RecordsThatHoldOne = x.RecordsThatHoldOne + y.RecordsThatHoldOne,
        MaterialRight = x.MaterialRight + y.MaterialRight,
        MaterialMissed = x.MaterialMissed + y.MaterialMissed,
        MaterialWrong = x.MaterialWrong + y.MaterialWrong,
        Editorial = x.Editorial + y.Editorial,
        EditorialWrong = x.EditorialWrong + y.EditorialWrong,
        MainEffects = x.MainEffects + y.MainEffects,
        AnyEffects = x.AnyEffects + y.AnyEffects,
        MainTypes = x.MainTypes + y.MainTypes,
        Directions = x.Directions + y.Directions,
        DirectionsRight = x.DirectionsRight + y.DirectionsRight,
    });

    private static PairCounts Add(PairCounts counts, GoldChange gold, ChangeRecord? record)
    {
        bool isMaterial = gold.Materiality == Materiality.Material;
        if (record is null)
            return isMaterial ? counts with { MaterialMissed = counts.MaterialMissed + 1 } : counts;
        bool saysMaterial = record.Materiality == Materiality.Material;
        bool isEditorial = gold.Materiality == Materiality.Editorial;
        return counts with
        {
            Found = counts.Found + 1,
            MaterialRight = counts.MaterialRight + One(isMaterial && saysMaterial),
            MaterialMissed = counts.MaterialMissed + One(isMaterial && !saysMaterial),
            MaterialWrong = counts.MaterialWrong + One(!isMaterial && saysMaterial),
            Editorial = counts.Editorial + One(isEditorial),
            EditorialWrong = counts.EditorialWrong + One(isEditorial && saysMaterial),
            MainEffects = counts.MainEffects + One(record.Effects[0].Id == gold.Effects[0]),
            AnyEffects = counts.AnyEffects + One(record.Effects.Take(3).Any(effect => gold.Effects.Contains(effect.Id, StringComparer.Ordinal))),
            MainTypes = counts.MainTypes + One(record.Types.Count > 0 && gold.Types.Contains(record.Types[0], StringComparer.Ordinal)),
            Directions = counts.Directions + One(isMaterial),
            DirectionsRight = counts.DirectionsRight + One(isMaterial && record.Direction == gold.Direction),
        };
    }

    private static int One(bool isTrue) => isTrue ? 1 : 0;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
