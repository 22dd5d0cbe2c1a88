using System.Globalization;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>
/// Linear models over the features of a change: one for its effect, one for its materiality, one for its direction. They were
/// trained beside the library and are weighed here; the table <c>change-model.tsv</c> holds them.
/// </summary>
internal sealed class ChangeModel
{
    private static readonly Lazy<ChangeModel> Embedded = new(static () => Parse(RuleFile.Read("change-model")));

    private readonly Dictionary<string, Head> _heads;

    private ChangeModel(Dictionary<string, Head> heads) => _heads = heads;

    /// <summary>The model in the package.</summary>
    public static ChangeModel Shipped => Embedded.Value;

    /// <summary>Reads rows of head, class, feature and weight; the feature <c>bias</c> always has the value 1.</summary>
    public static ChangeModel Parse(IEnumerable<string[]> rows)
    {
        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        foreach (string[] row in rows)
        {
            if (!heads.TryGetValue(row[0], out Head? head))
                heads[row[0]] = head = new Head();
            head.Add(row[1], row[2], float.Parse(row[3], CultureInfo.InvariantCulture));
        }

        return new ChangeModel(heads);
    }

    /// <summary>The classes of a head, in the order of the table.</summary>
    public IReadOnlyList<string> Classes(string head) => _heads.TryGetValue(head, out Head? known) ? known.Classes : [];

    /// <summary>The score of each class of a head, in their order.</summary>
    public double[] Scores(string head, IReadOnlyDictionary<string, float> features) => _heads.TryGetValue(head, out Head? known) ? known.Scores(features) : [];

    /// <summary>The score of a head that has one class only.</summary>
    public double Score(string head, IReadOnlyDictionary<string, float> features) => Scores(head, features) is [double only] ? only : 0;

    private sealed class Head
    {
        private readonly Dictionary<string, Dictionary<int, float>> _weights = new(StringComparer.Ordinal);

        public List<string> Classes { get; } = [];

        public void Add(string name, string feature, float weight)
        {
            int index = Classes.IndexOf(name);
            if (index < 0)
            {
                index = Classes.Count;
                Classes.Add(name);
            }

            if (!_weights.TryGetValue(feature, out Dictionary<int, float>? ofFeature))
                _weights[feature] = ofFeature = [];
            ofFeature[index] = weight;
        }

        public double[] Scores(IReadOnlyDictionary<string, float> features)
        {
            double[] scores = new double[Classes.Count];
            Add(scores, "bias", 1);
            // Sums of floating-point numbers depend on their order, so the order is fixed.
            foreach ((string feature, float value) in features.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
                Add(scores, feature, value);
            return scores;
        }

        private void Add(double[] scores, string feature, float value)
        {
            if (!_weights.TryGetValue(feature, out Dictionary<int, float>? ofFeature))
                return;
            foreach ((int index, float weight) in ofFeature)
                scores[index] += (double)weight * value;
        }
    }
}
