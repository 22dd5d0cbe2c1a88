namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How well policies were taken out of many pages: averages in which every page weighs the same.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExtractionFigures
{
    private const double Failure = 0.5;
    private const double Good = 0.95;

    /// <summary>The number of pages.</summary>
    public required int Pages { get; init; }

    /// <summary>The mean share of the extracted words that are the policy's, 0 to 1.</summary>
    public required double Precision { get; init; }

    /// <summary>The mean share of the policy's words that were extracted, 0 to 1.</summary>
    public required double Recall { get; init; }

    /// <summary>The mean F1, 0 to 1, with the interval from resamples of whole services.</summary>
    public required Interval F1 { get; init; }

    /// <summary>The median F1, 0 to 1.</summary>
    public required double MedianF1 { get; init; }

    /// <summary>The F1 below which one page in ten lies, 0 to 1.</summary>
    public required double LowestTenthF1 { get; init; }

    /// <summary>The number of pages with an F1 under 0.5.</summary>
    public required int Failures { get; init; }

    /// <summary>The share of pages with an F1 of at least 0.95, 0 to 1.</summary>
    public required double GoodShare { get; init; }

    /// <summary>Sums up the scores of pages.</summary>
    /// <param name="scores">The scores, at least one.</param>
    /// <exception cref="ArgumentException">There are no scores.</exception>
    public static ExtractionFigures Of(IReadOnlyList<ExtractionScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0)
            throw new ArgumentException("There are no pages to sum up.", nameof(scores));
        double[] sorted = [.. scores.Select(score => score.F1).Order()];
        double[][] services = [.. scores.GroupBy(score => score.Service, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Select(score => score.F1).ToArray())];
        return new ExtractionFigures
        {
            Pages = scores.Count,
            Precision = scores.Average(score => score.Precision),
            Recall = scores.Average(score => score.Recall),
            F1 = Bootstrap.Around(sorted.Average(), Bootstrap.Resample(services, static drawn => drawn.Sum(pages => pages.Sum()) / drawn.Sum(pages => pages.Length))),
            MedianF1 = sorted[sorted.Length / 2],
            LowestTenthF1 = sorted[sorted.Length / 10],
            Failures = sorted.Count(f1 => f1 < Failure),
            GoodShare = (double)sorted.Count(f1 => f1 >= Good) / sorted.Length,
        };
    }
}
