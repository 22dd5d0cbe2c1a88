using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How far two annotators agree on the provisions that both labelled.</summary>
public sealed record LabelAgreement
{
    /// <summary>The number of provisions that both labelled.</summary>
    public required int Provisions { get; init; }

    /// <summary>F1 over all labels, one annotator's taken as the truth; the same whichever.</summary>
    public required double MicroF1 { get; init; }

    /// <summary>The share of provisions whose main label is the same, 0 to 1.</summary>
    public required double SameMain { get; init; }

    /// <summary>The types that either gave, by id.</summary>
    public required IReadOnlyList<TypeAgreement> Types { get; init; }

    /// <summary>Measures the agreement; provisions that one of them did not label are left out.</summary>
    /// <param name="first">One annotator's labels.</param>
    /// <param name="second">The other's.</param>
    public static LabelAgreement Between(IEnumerable<LabelPointer> first, IEnumerable<LabelPointer> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<(string, int, string), LabelPointer> others = second.DistinctBy(Place).ToDictionary(Place);
        (LabelPointer First, LabelPointer Second)[] pairs = [.. first.Where(pointer => others.ContainsKey(Place(pointer))).Select(pointer => (pointer, others[Place(pointer)]))];
        int shared = pairs.Sum(pair => pair.First.Labels.Intersect(pair.Second.Labels, StringComparer.Ordinal).Count());
        int given = pairs.Sum(pair => pair.First.Labels.Count + pair.Second.Labels.Count);
        return new LabelAgreement
        {
            Provisions = pairs.Length,
            MicroF1 = given == 0 ? 0 : 2.0 * shared / given,
            SameMain = pairs.Length == 0 ? 0 : pairs.Count(pair => pair.First.Labels[0] == pair.Second.Labels[0]) / (double)pairs.Length,
            Types = [.. pairs.SelectMany(pair => pair.First.Labels.Concat(pair.Second.Labels)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(type => Of(type, pairs))],
        };
    }

    private static (string Path, int Line, string Fingerprint) Place(LabelPointer pointer) => (pointer.Path, pointer.Line, pointer.Fingerprint);

    private static TypeAgreement Of(string type, (LabelPointer First, LabelPointer Second)[] pairs)
    {
        bool[] one = [.. pairs.Select(pair => pair.First.Labels.Contains(type, StringComparer.Ordinal))], other = [.. pairs.Select(pair => pair.Second.Labels.Contains(type, StringComparer.Ordinal))];
        int first = one.Count(static has => has), second = other.Count(static has => has);
        double all = pairs.Length, observed = one.Zip(other).Count(static pair => pair.First == pair.Second) / all;
        double chance = ((first / all) * (second / all)) + ((1 - (first / all)) * (1 - (second / all)));
        return new TypeAgreement(type, first, second, chance >= 1 ? 1 : (observed - chance) / (1 - chance));
    }
}
