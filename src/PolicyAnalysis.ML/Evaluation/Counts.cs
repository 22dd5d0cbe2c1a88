namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Right, wrong and missing labels of a set of provisions; adds up over sets.</summary>
internal sealed class Counts(int labels)
{
    private readonly int[] right = new int[labels];
    private readonly int[] wrong = new int[labels];
    private readonly int[] missing = new int[labels];
    private int provisions;
    private int firstRight;

    public double MicroF1 => F1(right.Sum(), wrong.Sum(), missing.Sum());

    public double MacroF1
    {
        get
        {
            int[] expected = [.. Enumerable.Range(0, right.Length).Where(i => right[i] + missing[i] > 0)];
            return expected.Length == 0 ? 0 : expected.Average(i => F1(right[i], wrong[i], missing[i]));
        }
    }

    public double TopOne => provisions == 0 ? 0 : (double)firstRight / provisions;

    public static Counts Of(IEnumerable<ClassificationCase> cases, Dictionary<string, int> place)
    {
        var counts = new Counts(place.Count);
        foreach (ClassificationCase item in cases)
        {
            counts.provisions++;
            var expected = item.Expected.ToHashSet(StringComparer.Ordinal);
            var given = item.Predicted.Select(label => label.Type).ToHashSet(StringComparer.Ordinal);
            counts.firstRight += item.Predicted.Count > 0 && expected.Contains(item.Predicted[0].Type) ? 1 : 0;
            foreach ((string name, int i) in place)
            {
                bool has = expected.Contains(name), got = given.Contains(name);
                counts.right[i] += has && got ? 1 : 0;
                counts.wrong[i] += !has && got ? 1 : 0;
                counts.missing[i] += has && !got ? 1 : 0;
            }
        }

        return counts;
    }

    public static Counts Sum(IReadOnlyList<Counts> parts, int labels)
    {
        var sum = new Counts(labels);
        foreach (Counts part in parts)
        {
            sum.provisions += part.provisions;
            sum.firstRight += part.firstRight;
            for (int i = 0; i < labels; i++)
            {
                sum.right[i] += part.right[i];
                sum.wrong[i] += part.wrong[i];
                sum.missing[i] += part.missing[i];
            }
        }

        return sum;
    }

    public LabelFigures Figures(string label, int i) => new()
    {
        Label = label,
        Support = right[i] + missing[i],
        Precision = right[i] == 0 ? 0 : (double)right[i] / (right[i] + wrong[i]),
        Recall = right[i] == 0 ? 0 : (double)right[i] / (right[i] + missing[i]),
        F1 = F1(right[i], wrong[i], missing[i]),
    };

    private static double F1(int right, int wrong, int missing) => right == 0 ? 0 : 2.0 * right / ((2.0 * right) + wrong + missing);
}
