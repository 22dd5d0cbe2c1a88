using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures what a classifier gave against what was expected.</summary>
public static class ClassificationEvaluator
{
    /// <summary>Measures the cases; intervals come from 1,000 resamples of whole groups with a fixed seed.</summary>
    /// <param name="cases">The provisions.</param>
    /// <param name="labels">The labels to count; others are left out on both sides. <see langword="null"/> counts all.</param>
    public static ClassificationFigures Measure(IReadOnlyList<ClassificationCase> cases, IReadOnlySet<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        string[] names = [.. cases.SelectMany(item => item.Expected.Concat(item.Predicted.Select(label => label.Type))).Distinct(StringComparer.Ordinal).Where(name => labels?.Contains(name) ?? true).Order(StringComparer.Ordinal)];
        var place = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Counts[] groups = [.. cases.GroupBy(item => item.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Counts.Of(group, place))];
        Counts all = Counts.Sum(groups, names.Length);
        Counts[] resampled = Bootstrap.Resample(groups, drawn => Counts.Sum(drawn, names.Length));
        return new ClassificationFigures
        {
            Provisions = cases.Count,
            Groups = groups.Length,
            MicroF1 = Bootstrap.Around(all.MicroF1, resampled.Select(counts => counts.MicroF1)),
            MacroF1 = Bootstrap.Around(all.MacroF1, resampled.Select(counts => counts.MacroF1)),
            TopOne = Bootstrap.Around(all.TopOne, resampled.Select(counts => counts.TopOne)),
            CalibrationError = ErrorOfFirst(cases),
            Labels = [.. names.Select((name, i) => all.Figures(name, i))],
        };
    }

    private static double ErrorOfFirst(IReadOnlyList<ClassificationCase> cases)
    {
        var error = new CalibrationError();
        foreach (ClassificationCase item in cases)
        {
            if (item.Predicted is [ProvisionLabel first, ..])
                error.Add(first.Score, item.Expected.Contains(first.Type, StringComparer.Ordinal));
        }

        return error.Value;
    }
}
