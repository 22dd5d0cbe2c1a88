using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Finds the words of a provision that spoke most for a label.</summary>
internal static class EvidenceFinder
{
    private const int MostPieces = 5;

    /// <summary>The pieces of the provision's own text with the largest weights for a label, strongest first, none overlapping another.</summary>
    public static IReadOnlyList<LabelEvidence> Find(LinearScorer scorer, LinearModel model, ProvisionInput input, int label)
    {
        var sink = new PieceSink(scorer, model, label, []);
        FeatureReader.Read(input, ref sink);
        var found = new List<LabelEvidence>(MostPieces);
        foreach ((TextRange range, double weight) in sink.Pieces.OrderByDescending(piece => piece.Value).ThenBy(piece => piece.Key))
        {
            if (found.Count == MostPieces)
                break;
            if (weight > 0 && !found.Exists(taken => taken.Range.Overlaps(range)))
                found.Add(new LabelEvidence { Range = range, Weight = Math.Round(weight, 4) });
        }

        return found;
    }

    private readonly struct PieceSink(LinearScorer scorer, LinearModel model, int label, Dictionary<TextRange, double> pieces) : IFeatureSink
    {
        public Dictionary<TextRange, double> Pieces { get; } = pieces;

        public void Add(uint key, FeatureGroup group, int start, int end)
        {
            if (group is not (FeatureGroup.Body or FeatureGroup.Opening))
                return;
            int feature = scorer.Find(key, group);
            if (feature < 0)
                return;
            double weight = scorer.Weight(feature, label) * model.Rarity[feature] * model.GroupScale[(int)group];
            var range = new TextRange(start, end);
            Pieces[range] = Pieces.GetValueOrDefault(range) + weight;
        }
    }
}
