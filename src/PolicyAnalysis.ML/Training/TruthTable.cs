using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Which provision has which label.</summary>
internal static class TruthTable
{
    /// <summary>One row a provision, one cell a type of the taxonomy.</summary>
    /// <exception cref="PolicyAnalysisException">There are no provisions, or one has a label that the taxonomy lacks.</exception>
    public static bool[][] Of(IReadOnlyList<LabelledProvision> provisions, Taxonomy taxonomy)
    {
        if (provisions.Count == 0)
            throw new PolicyAnalysisException("There is nothing to learn from: the data set has no labelled provision.");
        var place = taxonomy.Types.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var truth = new bool[provisions.Count][];
        for (int i = 0; i < truth.Length; i++)
        {
            truth[i] = new bool[taxonomy.Types.Count];
            foreach (string label in provisions[i].Labels)
            {
                if (!place.TryGetValue(label, out int index))
                    throw new PolicyAnalysisException($"The provision {provisions[i].Id} has the label '{label}', which the taxonomy {taxonomy.Version} does not know.");
                truth[i][index] = true;
            }
        }

        return truth;
    }
}
