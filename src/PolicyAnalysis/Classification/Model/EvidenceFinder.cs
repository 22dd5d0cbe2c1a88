using System.Buffers;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Finds the words of a provision that spoke most for a label.</summary>
internal static class EvidenceFinder
{
    private const int MostPieces = 5;

    /// <summary>The pieces of the provision's own text with the largest weights for a label, strongest first, none overlapping another.</summary>
    public static IReadOnlyList<LabelEvidence> Find(CompactScorer scorer, CompactModel model, ProvisionInput input, int label)
    {
        float[] sums = ArrayPool<float>.Shared.Rent(scorer.Width);
        scorer.Accumulate(input, sums.AsSpan(0, scorer.Width));
        var sink = new PieceSink(scorer, model, label, sums, []);
        FeatureReader.Read(input, ref sink);
        ArrayPool<float>.Shared.Return(sums);
        var found = new List<LabelEvidence>(MostPieces);
        foreach ((TextRange range, double weight) in sink.Pieces.OrderByDescending(piece => piece.Value).ThenBy(piece => piece.Key))
        {
            if (found.Count == MostPieces)
                break;
            double rounded = Math.Round(weight, 4);
            if (rounded > 0 && !found.Exists(taken => taken.Range.Overlaps(range)))
                found.Add(new LabelEvidence { Range = range, Weight = rounded });
        }

        return found;
    }

    private readonly struct PieceSink(CompactScorer scorer, CompactModel model, int label, float[] sums, Dictionary<TextRange, double> pieces) : IFeatureSink
    {
        public Dictionary<TextRange, double> Pieces { get; } = pieces;

        public void Add(uint key, FeatureGroup group, int start, int end)
        {
            if (end == 0 || group is not (FeatureGroup.Body or FeatureGroup.Opening or FeatureGroup.Context))
                return;
            int feature = scorer.Find(key, group);
            if (feature < 0)
                return;
            double weight = scorer.Weight(feature, label, sums.AsSpan(0, scorer.Width)) * model.Rarity[feature] * model.GroupScale[(int)group];
            var range = new TextRange(start, end);
            Pieces[range] = Pieces.GetValueOrDefault(range) + weight;
        }
    }
}
