using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>
/// Measures whether ids of provisions survive edits elsewhere. What is unchanged is told apart from ids: it is a longest common
/// subsequence of the two versions' provisions, by their words.
/// </summary>
/// <remarks>Stateless and thread-safe.</remarks>
public static class IdentityEvaluation
{
    /// <summary>Compares the two versions of every pair.</summary>
    /// <param name="folder">A folder of pairs: each a folder with <c>before.*</c> and <c>after.*</c>.</param>
    /// <param name="cancellationToken">Stops the work between pairs.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="PolicyReadException">There are no pairs, or a version cannot be read.</exception>
    public static IdentityFigures Measure(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var figures = new IdentityFigures { Pairs = 0, Unchanged = 0, Kept = 0, Repeated = 0, RepeatedKept = 0, Shared = 0 };
        foreach (string pair in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Version(pair, "before.*") is { } before && Version(pair, "after.*") is { } after)
                figures = Add(figures, Read(before, cancellationToken), Read(after, cancellationToken));
        }

        return figures.Pairs > 0 ? figures : throw new PolicyReadException($"{folder}: there are no pairs; give a folder that holds folders with before.* and after.*.");
    }

    private static IdentityFigures Add(IdentityFigures figures, IReadOnlyList<Provision> before, IReadOnlyList<Provision> after)
    {
        HashSet<string> repeated = [.. Repeats(before), .. Repeats(after)];
        int unchanged = 0, kept = 0, again = 0, againKept = 0;
        foreach ((int left, int right) in Common(before, after))
        {
            bool isKept = before[left].Id == after[right].Id;
            bool isRepeated = repeated.Contains(before[left].Text);
            unchanged++;
            kept += isKept ? 1 : 0;
            again += isRepeated ? 1 : 0;
            againKept += isRepeated && isKept ? 1 : 0;
        }

        return new IdentityFigures
        {
            Pairs = figures.Pairs + 1,
            Unchanged = figures.Unchanged + unchanged,
            Kept = figures.Kept + kept,
            Repeated = figures.Repeated + again,
            RepeatedKept = figures.RepeatedKept + againKept,
            Shared = figures.Shared + Shared(before) + Shared(after),
        };
    }

    /// <summary>A longest common subsequence by the table of lengths; versions have some hundred provisions.</summary>
    private static IEnumerable<(int Before, int After)> Common(IReadOnlyList<Provision> before, IReadOnlyList<Provision> after)
    {
        int[,] length = new int[before.Count + 1, after.Count + 1];
        for (int left = before.Count - 1; left >= 0; left--)
        {
            for (int right = after.Count - 1; right >= 0; right--)
                length[left, right] = before[left].Text == after[right].Text ? length[left + 1, right + 1] + 1 : Math.Max(length[left + 1, right], length[left, right + 1]);
        }

        for ((int left, int right) = (0, 0); left < before.Count && right < after.Count;)
        {
            if (before[left].Text == after[right].Text)
                yield return (left++, right++);
            else if (length[left + 1, right] >= length[left, right + 1])
                left++;
            else
                right++;
        }
    }

    private static IEnumerable<string> Repeats(IReadOnlyList<Provision> provisions) =>
        provisions.GroupBy(static provision => provision.Text, StringComparer.Ordinal).Where(static group => group.Skip(1).Any()).Select(static group => group.Key);

    private static int Shared(IReadOnlyList<Provision> provisions) => provisions.Count - provisions.Select(static provision => provision.Id).Distinct(StringComparer.Ordinal).Count();

    private static IReadOnlyList<Provision> Read(string path, CancellationToken cancellationToken) =>
        ProvisionSegmenter.Segment(PolicyDocument.Load(path, null, cancellationToken), cancellationToken);

    private static string? Version(string pair, string name) => Directory.EnumerateFiles(pair, name).Order(StringComparer.Ordinal).FirstOrDefault();
}
