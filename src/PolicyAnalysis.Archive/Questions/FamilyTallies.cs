namespace PolicyAnalysis.Archive.Questions;

/// <summary>Counts a family as one document: of its variants the one with the most provisions stands for it, and the figures of all are its own.</summary>
internal sealed class FamilyTallies(ITypeTallies tallies, IReadOnlyDictionary<long, (long Family, string Name)> families) : ITypeTallies
{
    private readonly Dictionary<long, long> _standIns = [];

    public (int Platforms, int Documents) Totals() => (tallies.Totals().Platforms, Standing().Count());

    public IEnumerable<long> Standing() => tallies.Standing().Select(document => FamilyOf(document)).Distinct();

    public IEnumerable<DocumentTally> Documents()
    {
        foreach (IGrouping<long, DocumentTally> family in tallies.Documents().GroupBy(tally => FamilyOf(tally.Document)).ToArray())
        {
            DocumentTally most = family.OrderByDescending(static tally => tally.Provisions).ThenBy(static tally => tally.Name, StringComparer.Ordinal).First();
            _standIns[family.Key] = most.Document;
            yield return most with { Family = families.TryGetValue(most.Document, out (long Family, string Name) known) ? known.Name : most.Name };
        }
    }

    /// <summary>Figures of documents that were counted.</summary>
    public IEnumerable<StatedFigure> Figures() => tallies.Figures()
        .Where(figure => _standIns.ContainsKey(FamilyOf(figure.Document)))
        .Select(figure => figure with { Document = _standIns[FamilyOf(figure.Document)] });

    /// <summary>A document that came in since the families were read is one of its own.</summary>
    private long FamilyOf(long document) => families.TryGetValue(document, out (long Family, string Name) known) ? known.Family : document;
}
