namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>The rules of a catalogue with their versions. Read on first use, apart from the instruments: a check for completeness needs none.</summary>
internal sealed record RuleRecords(IReadOnlyList<RegulatoryRule> Rules, IReadOnlyDictionary<string, RegulatoryRule> ById)
{
    /// <exception cref="RegulatoryCatalogException">A file is malformed or an id leads nowhere.</exception>
    public static RuleRecords Read(CatalogFiles files, IReadOnlyDictionary<string, Instrument> instruments)
    {
        Dictionary<string, RegulatoryRule> rules = CatalogJson.Records(files, CatalogFiles.Requirements, "requirements", fields => RecordReader.Rule(fields, instruments), rule => rule.Id);
        return new RuleRecords([.. rules.Values], rules);
    }
}
