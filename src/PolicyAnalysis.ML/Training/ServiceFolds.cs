using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Splits provisions into folds so that no group stands in two, and the folds are about equally large.</summary>
internal static class ServiceFolds
{
    /// <summary>The fold of each provision: the largest group first, each into the fold that is smallest so far.</summary>
    public static int[] Assign(IReadOnlyList<LabelledProvision> provisions, int folds)
    {
        var groups = provisions.GroupBy(provision => provision.Group, StringComparer.Ordinal)
            .Select(group => (group.Key, Count: group.Count()))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        int[] sizes = new int[folds];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string key, int count) in groups)
        {
            int smallest = Array.IndexOf(sizes, sizes.Min());
            foldOf[key] = smallest;
            sizes[smallest] += count;
        }

        return [.. provisions.Select(provision => foldOf[provision.Group])];
    }
}
