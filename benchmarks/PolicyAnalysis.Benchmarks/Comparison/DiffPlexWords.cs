using DiffPlex;
using DiffPlex.Model;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>The peer's word diff, asked the same way wherever ours is measured beside it.</summary>
internal static class DiffPlexWords
{
    private static readonly char[] Separators = [' ', '\t', '.', '(', ')', '{', '}', ',', '!', '?', ';'];

    public static DiffResult Compare(string before, string after) => Differ.Instance.CreateWordDiffs(before, after, false, Separators);
}
