using DiffPlex.Model;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Counts changed words, and the fewest that any script could change; each engine in the words it divides a text into.</summary>
internal sealed class ScriptLength
{
    private readonly TokenList _before = new(), _after = new();

    public ScriptLength(TextVersions pair)
    {
        WordScanner.Split(pair.Before, 0, pair.Before.Length, _before);
        WordScanner.Split(pair.After, 0, pair.After.Length, _after);
        var table = new TokenTable();
        table.Reset(_before.Count + _after.Count);
        var texts = new TextPair(pair.Before, pair.After);
        table.InternExactly(texts, false, _before);
        table.InternExactly(texts, true, _after);
        Minimal = _before.Count + _after.Count - (2 * CommonLength(_before.Ids.AsSpan(0, _before.Count), _after.Ids.AsSpan(0, _after.Count), table.Count));
    }

    /// <summary>The changed words of a script that no other script undercuts.</summary>
    public int Minimal { get; }

    public double Excess(int changed) => Minimal == 0 ? 1 : (double)changed / Minimal;

    public int Of(TextEditScript script)
        => Touched(_before, script.Changes.Select(static edit => edit.Before)) + Touched(_after, script.Changes.Select(static edit => edit.After));

    /// <summary>DiffPlex in words of its own: the changed pieces over the fewest that any script of these pieces could change.</summary>
    public static double Excess(DiffResult result)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] old = Intern(result.PiecesOld, ids), now = Intern(result.PiecesNew, ids);
        int minimal = old.Length + now.Length - (2 * CommonLength(old, now, ids.Count));
        return minimal == 0 ? 1 : (double)result.DiffBlocks.Sum(static block => block.DeleteCountA + block.InsertCountB) / minimal;
    }

    private static int[] Intern(IReadOnlyList<string> pieces, Dictionary<string, int> ids)
        => [.. pieces.Select(piece => ids.TryGetValue(piece, out int id) ? id : ids[piece] = ids.Count)];

    private static int Touched(TokenList words, IEnumerable<TextRange> changed)
    {
        int count = 0, at = 0;
        foreach (TextRange range in changed)
        {
            while (at < words.Count && words.Ends[at] <= range.Start) at++;
            for (; at < words.Count && words.Starts[at] < range.End; at++) count++;
        }

        return count;
    }

    private static int CommonLength(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int distinct)
    {
        var rows = new BitVectorRows();
        rows.Prepare(after, distinct, isReversed: false);
        ulong[] row = new ulong[rows.Words];
        Array.Fill(row, ulong.MaxValue);
        foreach (int id in before) rows.Advance(row, row, id);
        int length = 0;
        for (int i = 0; i < after.Length; i++) length += (row[i >> 6] >> i & 1) == 0 ? 1 : 0;
        return length;
    }
}
