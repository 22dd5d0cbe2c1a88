using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Judges the exposure of a provision by the factors of its type's playbook entry, and of a document by its most exposed types.</summary>
internal static class ExposureJudge
{
    private const int MostDocumentFactors = 8;

    public static ExposureAssessment Judge(PolicyCues policy, PlaybookEntry entry, TypedProvision provision, IReadOnlyList<TypedProvision> sameType, IReadOnlyList<TypedProvision> all, bool readable)
    {
        var raised = new List<ExposureFactor>();
        var lowered = new List<ExposureFactor>();
        var unknown = new List<string>();
        int level = Value(entry.BaseExposure);
        foreach (PlaybookFactor factor in entry.Factors)
        {
            // In a language that the cues do not speak, words that were not met prove nothing.
            if (!readable && factor.Absent.Length > 0)
                continue;
            if (factor.Present.Length == 0 && factor.Absent.Length == 0)
            {
                unknown.Add(factor.Question ?? factor.Description);
                continue;
            }

            Quote? evidence = null;
            if (factor.Present.Length > 0)
            {
                evidence = factor.WholeDocument ? Evidence(policy, factor.Present, all) : Evidence(policy, factor.Present, provision);
                if (evidence is null)
                    continue;
            }

            if (factor.Absent.Length > 0 && (Evidence(policy, factor.Absent, provision) ?? Evidence(policy, factor.Absent, factor.WholeDocument ? all : sameType)) is not null)
                continue;
            level += factor.Weight;
            (factor.Weight > 0 ? raised : lowered).Add(new ExposureFactor { Id = factor.Id, Description = factor.Description, Weight = factor.Weight, Evidence = evidence });
        }

        return new ExposureAssessment { Level = LevelOf(level), Raised = raised, Lowered = lowered, Unknown = unknown };
    }

    /// <summary>The level of a document: the mean of its three most exposed types, so that one provision alone does not decide.</summary>
    public static ExposureAssessment OfDocument(IEnumerable<(string Type, ExposureAssessment Exposure)> provisions)
    {
        (string Type, ExposureAssessment Exposure)[] worst = [.. provisions
            .GroupBy(pair => pair.Type, StringComparer.Ordinal)
            .Select(group => group.MaxBy(pair => pair.Exposure.Level))
            .OrderByDescending(pair => pair.Exposure.Level).ThenBy(pair => pair.Type, StringComparer.Ordinal)
            .Take(3)];
        if (worst.Length == 0)
            return new ExposureAssessment { Level = ExposureLevel.Low, Raised = [], Lowered = [] };
        double mean = worst.Average(pair => (int)pair.Exposure.Level);
        return new ExposureAssessment
        {
            Level = (ExposureLevel)(int)Math.Round(mean, MidpointRounding.AwayFromZero),
            Raised = [.. worst.SelectMany(pair => pair.Exposure.Raised).OrderByDescending(factor => factor.Weight).Take(MostDocumentFactors)],
            Lowered = [.. worst.SelectMany(pair => pair.Exposure.Lowered).OrderBy(factor => factor.Weight).Take(MostDocumentFactors)],
            Unknown = [.. worst.SelectMany(pair => pair.Exposure.Unknown).Distinct(StringComparer.Ordinal).Take(MostDocumentFactors)],
        };
    }

    public static Quote? Evidence(PolicyCues policy, CueRule[] rules, TypedProvision provision)
    {
        foreach (CueRule rule in rules)
        {
            foreach (CueMatch match in provision.Matches[rule])
                return new Quote(match.Sentence.Of(policy.Text), match.Sentence);
        }

        return null;
    }

    private static Quote? Evidence(PolicyCues policy, CueRule[] rules, IReadOnlyList<TypedProvision> provisions)
    {
        foreach (TypedProvision each in provisions)
        {
            if (Evidence(policy, rules, each) is { } quote)
                return quote;
        }

        return null;
    }

    private static int Value(ExposureLevel level) => (int)level + 1;

    private static ExposureLevel LevelOf(int value) => value switch
    {
        <= 1 => ExposureLevel.Low,
        2 => ExposureLevel.LowMedium,
        3 or 4 => ExposureLevel.Medium,
        5 => ExposureLevel.MediumHigh,
        _ => ExposureLevel.High,
    };
}
