using System.Runtime.InteropServices;

namespace PolicyAnalysis.Comparison;

/// <summary>The edits at word level between two texts; swapping the texts mirrors the edits exactly.</summary>
internal static class WordEdits
{
    private const int MaxDistance = 3000;

    public static List<TextEdit> Compare(string before, string after)
    {
        // The same orientation either way is what makes the mirror law hold.
        if (string.CompareOrdinal(before, after) <= 0)
            return Forward(before, after);
        List<TextEdit> edits = Forward(after, before);
        for (int i = 0; i < edits.Count; i++)
        {
            EditOperation operation = edits[i].Operation switch
            {
                EditOperation.Insert => EditOperation.Delete,
                EditOperation.Delete => EditOperation.Insert,
                _ => edits[i].Operation,
            };
            edits[i] = new TextEdit(operation, edits[i].After, edits[i].Before);
        }

        return edits;
    }

    private static List<TextEdit> Forward(string before, string after)
    {
        List<TextRange> left = WordTokens.Of(before);
        List<TextRange> right = WordTokens.Of(after);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] leftIds = Intern(before, left, ids);
        int[] rightIds = Intern(after, right, ids);
        List<(int Before, int After)> pairs = SequenceMatcher.Match(leftIds, rightIds, MaxDistance, out _);
        pairs.Add((left.Count, right.Count));
        var edits = new List<TextEdit>();
        int i = 0;
        int j = 0;
        foreach ((int x, int y) in pairs)
        {
            if (x > i || y > j)
            {
                TextRange gone = Cover(left, i, x, before.Length);
                TextRange come = Cover(right, j, y, after.Length);
                EditOperation operation = gone.IsEmpty ? EditOperation.Insert : come.IsEmpty ? EditOperation.Delete : EditOperation.Replace;
                edits.Add(new TextEdit(operation, gone, come));
            }

            i = x + 1;
            j = y + 1;
        }

        return edits;
    }

    private static TextRange Cover(List<TextRange> tokens, int from, int to, int length)
    {
        if (to > from)
            return new TextRange(tokens[from].Start, tokens[to - 1].End);
        int at = from < tokens.Count ? tokens[from].Start : length;
        return new TextRange(at, at);
    }

    private static int[] Intern(string text, List<TextRange> tokens, Dictionary<string, int> ids)
    {
        int[] result = new int[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, tokens[i].Of(text), out bool known);
            if (!known)
                id = ids.Count;
            result[i] = id;
        }

        return result;
    }
}
