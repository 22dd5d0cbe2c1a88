using System.Globalization;
using System.Text;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures completeness checks on notices that people labelled element by element.</summary>
/// <remarks>Static and thread-safe. What the labels call partial is left out; a partial finding counts as found.</remarks>
public static class NoticeEvaluator
{
    private const int Bins = 10;
    private const int NewtonSteps = 50;
    private const double Ridge = 1e-6;

    /// <summary>Checks every labelled notice and says precision and recall with intervals over resampled notices, and how well the scores are calibrated.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="check">Gives the findings of a notice; <see langword="null"/> where its text is not at hand.</param>
    /// <returns>The figures as Markdown.</returns>
    public static string Evaluate(IReadOnlyList<NoticeLabels> labels, Func<NoticeLabels, IReadOnlyList<RequirementFinding>?> check)
    {
        Answer[][] notices = Answers(labels, check);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{notices.Length} of {labels.Count} notices found, {notices.Sum(notice => notice.Length)} answers; partial labels left out\n\n");
        text.Append("| element | stated and found | invented | missed | absent |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, Answer> element in notices.SelectMany(notice => notice).GroupBy(answer => answer.Element, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{element.Key}` | {element.Count(answer => answer is { Stated: true, Said: true })} | {element.Count(answer => answer is { Stated: false, Said: true })} ");
            text.Append(CultureInfo.InvariantCulture, $"| {element.Count(answer => answer is { Stated: true, Said: false })} | {element.Count(answer => answer is { Stated: false, Said: false })} |\n");
        }

        text.Append('\n');
        Append(text, "precision of found", notices, answers => Share(answers, answer => answer.Said));
        Append(text, "recall of found", notices, answers => Share(answers, answer => answer.Stated));
        Append(text, "expected calibration error", notices, CalibrationError);
        text.Append("\n| score | answers | mean score | share stated |\n|---|---|---|---|\n");
        foreach ((int bin, Answer[] answers) in InBins(notices.SelectMany(notice => notice)))
            text.Append(CultureInfo.InvariantCulture, $"| {bin / (double)Bins:F1} to {(bin + 1) / (double)Bins:F1} | {answers.Length} | {answers.Average(answer => answer.Score):F3} | {answers.Average(answer => answer.Stated ? 1 : 0):F3} |\n");
        return text.ToString();
    }

    /// <summary>How far two people agree on the notices that both labelled: the share of equal labels and Cohen's kappa over found, partial and not found.</summary>
    /// <param name="first">One person's labels.</param>
    /// <param name="second">Another's.</param>
    /// <returns>The figures as Markdown.</returns>
    public static string Agreement(IReadOnlyList<NoticeLabels> first, IReadOnlyList<NoticeLabels> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, NoticeLabels> others = second.ToDictionary(notice => notice.Id, StringComparer.Ordinal);
        (bool? One, bool? Other)[][] notices = [.. first.Where(notice => others.ContainsKey(notice.Id))
            .Select(notice => notice.Elements.Where(pair => others[notice.Id].Elements.ContainsKey(pair.Key)).Select(pair => (pair.Value, others[notice.Id].Elements[pair.Key])).ToArray())];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{notices.Length} notices labelled by two people, {notices.Sum(notice => notice.Length)} labels\n\n");
        Append(text, "equal labels", notices, pairs => pairs.Count(pair => pair.One == pair.Other) / (double)Math.Max(1, pairs.Length));
        Append(text, "Cohen's kappa", notices, Kappa);
        return text.ToString();
    }

    /// <summary>Fits a calibration by Platt's method: a logistic curve of what is stated over the scores, with his correction against certainty.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="check">Gives the findings of a notice; <see langword="null"/> where its text is not at hand.</param>
    /// <returns>Slope and intercept: a score x stands for 1 / (1 + exp(-(slope x + intercept))).</returns>
    public static (double Slope, double Intercept) Fit(IReadOnlyList<NoticeLabels> labels, Func<NoticeLabels, IReadOnlyList<RequirementFinding>?> check)
    {
        Answer[] answers = [.. Answers(labels, check).SelectMany(notice => notice)];
        int stated = answers.Count(answer => answer.Stated);
        double yes = (stated + 1.0) / (stated + 2);
        double no = 1.0 / (answers.Length - stated + 2);
        double slope = 0;
        double intercept = 0;
        for (int step = 0; step < NewtonSteps; step++)
        {
            // Newton's step on the log-likelihood; the small ridge keeps it solvable where all scores are equal.
            double gs = 0, gi = 0, hss = Ridge, hsi = 0, hii = Ridge;
            foreach (Answer answer in answers)
            {
                double p = 1 / (1 + Math.Exp(-((slope * answer.Score) + intercept)));
                double error = (answer.Stated ? yes : no) - p;
                double weight = p * (1 - p);
                gs += error * answer.Score;
                gi += error;
                hss += weight * answer.Score * answer.Score;
                hsi += weight * answer.Score;
                hii += weight;
            }

            double determinant = (hss * hii) - (hsi * hsi);
            slope += ((hii * gs) - (hsi * gi)) / determinant;
            intercept += ((hss * gi) - (hsi * gs)) / determinant;
        }

        return (slope, intercept);
    }

    private readonly record struct Answer(string Element, bool Stated, bool Said, double Score);

    private static Answer[][] Answers(IReadOnlyList<NoticeLabels> labels, Func<NoticeLabels, IReadOnlyList<RequirementFinding>?> check)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(check);
        return [.. labels.Select(notice => (notice, check(notice))).Where(pair => pair.Item2 is not null).Select(pair => Answers(pair.notice, pair.Item2!))];
    }

    private static Answer[] Answers(NoticeLabels notice, IReadOnlyList<RequirementFinding> findings)
    {
        Dictionary<string, RequirementFinding> said = findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        var answers = new List<Answer>();
        foreach ((string element, bool? stated) in notice.Elements)
        {
            RequirementFinding? finding = said.GetValueOrDefault(element);
            if (stated is { } label)
                answers.Add(new Answer(element, label, finding?.Status is RequirementStatus.Found or RequirementStatus.Partial, finding?.Score ?? 0));
        }

        return [.. answers];
    }

    /// <summary>Answers of one notice hang together, so notices are resampled, not answers.</summary>
    private static void Append<T>(StringBuilder text, string name, T[][] notices, Func<T[], double> measure)
    {
        Interval interval = Bootstrap.Around(measure([.. notices.SelectMany(notice => notice)]), Bootstrap.Resample(notices, drawn => measure([.. drawn.SelectMany(notice => notice)])));
        text.Append(CultureInfo.InvariantCulture, $"{name}: {interval.Value:F3} (95 % interval {interval.Low:F3} to {interval.High:F3})\n");
    }

    private static double Share(Answer[] answers, Func<Answer, bool> counted) =>
        answers.Count(answer => answer is { Stated: true, Said: true }) / (double)Math.Max(1, answers.Count(counted));

    private static double CalibrationError(Answer[] answers) =>
        InBins(answers).Sum(bin => bin.Answers.Length * Math.Abs(bin.Answers.Average(answer => answer.Score) - bin.Answers.Average(answer => answer.Stated ? 1 : 0))) / Math.Max(1, answers.Length);

    private static IEnumerable<(int Bin, Answer[] Answers)> InBins(IEnumerable<Answer> answers) =>
        answers.GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Score * Bins))).OrderBy(group => group.Key).Select(group => (group.Key, group.ToArray()));

    private static double Kappa((bool? One, bool? Other)[] pairs)
    {
        double all = Math.Max(1, pairs.Length);
        double equal = pairs.Count(pair => pair.One == pair.Other) / all;
        double chance = new bool?[] { true, false, null }.Sum(label => pairs.Count(pair => pair.One == label) / all * (pairs.Count(pair => pair.Other == label) / all));
        return chance >= 1 ? 1 : (equal - chance) / (1 - chance);
    }
}
