namespace PolicyAnalysis.ML.Training;

/// <summary>Fits probability = sigmoid(slope × score + offset) to scores that the model gave to provisions it had not seen.</summary>
internal static class Calibration
{
    private const int Steps = 100;

    /// <summary>Platt's method with his smoothed targets, by Newton's method with backtracking; deterministic.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="truth">Whether each provision has the label.</param>
    public static (float Slope, float Offset) Fit(IReadOnlyList<float> scores, IReadOnlyList<bool> truth)
    {
        int positive = truth.Count(value => value), negative = truth.Count - positive;
        double high = (positive + 1.0) / (positive + 2.0), low = 1.0 / (negative + 2.0);
        double slope = 1, offset = Math.Log((positive + 1.0) / (negative + 1.0));
        double loss = Loss(scores, truth, high, low, slope, offset);
        for (int step = 0; step < Steps; step++)
        {
            (double gradientSlope, double gradientOffset, double ss, double so, double oo) = Derivatives(scores, truth, high, low, slope, offset);
            if (Math.Abs(gradientSlope) < 1e-6 && Math.Abs(gradientOffset) < 1e-6)
                break;
            double determinant = (ss * oo) - (so * so);
            double moveSlope = -((oo * gradientSlope) - (so * gradientOffset)) / determinant;
            double moveOffset = -((ss * gradientOffset) - (so * gradientSlope)) / determinant;
            double size = 1, next = double.PositiveInfinity;
            while (size > 1e-9 && !((next = Loss(scores, truth, high, low, slope + (size * moveSlope), offset + (size * moveOffset))) < loss))
                size /= 2;
            if (!(next < loss))
                break;
            slope += size * moveSlope;
            offset += size * moveOffset;
            loss = next;
        }

        // A label whose scores tell nothing keeps its base rate and never falls with its score.
        return slope > 0 ? ((float)slope, (float)offset) : (1e-3f, (float)Math.Log((positive + 1.0) / (negative + 1.0)));
    }

    private static double Loss(IReadOnlyList<float> scores, IReadOnlyList<bool> truth, double high, double low, double slope, double offset)
    {
        double loss = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            double z = (slope * scores[i]) + offset, target = truth[i] ? high : low;
            loss += z >= 0 ? Math.Log(1 + Math.Exp(-z)) + ((1 - target) * z) : Math.Log(1 + Math.Exp(z)) - (target * z);
        }

        return loss;
    }

    private static (double Slope, double Offset, double SlopeSlope, double SlopeOffset, double OffsetOffset) Derivatives(IReadOnlyList<float> scores, IReadOnlyList<bool> truth, double high, double low, double slope, double offset)
    {
        double gs = 0, go = 0, ss = 1e-9, so = 0, oo = 1e-9;
        for (int i = 0; i < scores.Count; i++)
        {
            double p = 1 / (1 + Math.Exp(-((slope * scores[i]) + offset)));
            double difference = p - (truth[i] ? high : low), weight = p * (1 - p);
            gs += difference * scores[i];
            go += difference;
            ss += weight * scores[i] * scores[i];
            so += weight * scores[i];
            oo += weight;
        }

        return (gs, go, ss, so, oo);
    }
}
