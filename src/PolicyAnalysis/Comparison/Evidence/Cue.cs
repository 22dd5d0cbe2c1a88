using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>Words that rules look for, with the words that take their meaning away: one row of the table <c>cues.tsv</c>.</summary>
internal sealed record Cue
{
    private static readonly Lazy<IReadOnlyList<Cue>> Table = new(() => [.. RuleFile.Read("cues").Select(Parse)]);

    public static IReadOnlyList<Cue> All => Table.Value;

    public required int Index { get; init; }

    public required string Id { get; init; }

    public required CuePattern Pattern { get; init; }

    public CuePattern? Guard { get; init; }

    public required string Example { get; init; }

    public required string NearMiss { get; init; }

    public static int IndexOf(string id)
    {
        foreach (Cue cue in All)
        {
            if (string.Equals(cue.Id, id, StringComparison.Ordinal))
                return cue.Index;
        }

        throw new InvalidOperationException($"The rule tables know no cue '{id}'.");
    }

    /// <summary>Where the cue stands in a text, but for sentences that meet the guard.</summary>
    public IReadOnlyList<TextRange> Find(string text)
    {
        List<TextRange>? found = null;
        if (!Pattern.MayMatch(text))
            return [];
        foreach (ValueMatch match in Pattern.Expression.EnumerateMatches(text))
        {
            var range = new TextRange(match.Index, match.Index + match.Length);
            if (!range.IsEmpty && Guard?.IsMatch(Sentences.Around(text, range)) != true)
                (found ??= []).Add(range);
        }

        return found ?? (IReadOnlyList<TextRange>)[];
    }

    private static Cue Parse(string[] cells, int index) => new()
    {
        Index = index,
        Id = cells[0],
        Pattern = new CuePattern(cells[1]),
        Guard = CuePattern.Optional(cells[2]),
        Example = cells[3],
        NearMiss = cells[4],
    };
}
