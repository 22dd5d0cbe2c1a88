namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures what a classifier gave against what was expected.</summary>
public static class ClassificationEvaluator
{
    private const int Resamples = 1000;
    private const int Bins = 15;

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
        Counts[] resampled = Resample(groups, names.Length);
        return new ClassificationFigures
        {
            Provisions = cases.Count,
            Groups = groups.Length,
            MicroF1 = Around(all.MicroF1, resampled.Select(counts => counts.MicroF1)),
            MacroF1 = Around(all.MacroF1, resampled.Select(counts => counts.MacroF1)),
            TopOne = Around(all.TopOne, resampled.Select(counts => counts.TopOne)),
            CalibrationError = CalibrationError(cases),
            Labels = [.. names.Select((name, i) => all.Figures(name, i))],
        };
    }

    /// <summary>Draws groups with replacement by a generator of our own, so that the intervals are the same on every machine.</summary>
    private static Counts[] Resample(Counts[] groups, int labels)
    {
        ulong state = 1;
        var made = new Counts[groups.Length == 0 ? 0 : Resamples];
        for (int i = 0; i < made.Length; i++)
        {
            var drawn = new Counts[groups.Length];
            for (int k = 0; k < drawn.Length; k++)
                drawn[k] = groups[Next(ref state) % (ulong)groups.Length];
            made[i] = Counts.Sum(drawn, labels);
        }

        return made;
    }

    private static ulong Next(ref ulong state)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed ^ (mixed >> 31)) >> 1;
    }

    private static Interval Around(double value, IEnumerable<double> resampled)
    {
        double[] sorted = [.. resampled.Order()];
        return sorted.Length == 0 ? new Interval(value, value, value) : new Interval(value, sorted[sorted.Length / 40], sorted[sorted.Length - 1 - (sorted.Length / 40)]);
    }

    private static double CalibrationError(IReadOnlyList<ClassificationCase> cases)
    {
        double[] probability = new double[Bins], right = new double[Bins];
        int answered = 0;
        foreach (ClassificationCase item in cases)
        {
            if (item.Predicted is not [ProvisionLabel first, ..])
                continue;
            int bin = Math.Min(Bins - 1, (int)(first.Score * Bins));
            probability[bin] += first.Score;
            right[bin] += item.Expected.Contains(first.Type, StringComparer.Ordinal) ? 1 : 0;
            answered++;
        }

        return answered == 0 ? 0 : probability.Zip(right, (p, r) => Math.Abs(p - r)).Sum() / answered;
    }
}
