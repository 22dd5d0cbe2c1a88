namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Checks that every id of a catalogue leads somewhere. A pack is held to it when it is laid over; the shipped files are held to it by tests.</summary>
internal static class CatalogReferences
{
    /// <exception cref="RegulatoryCatalogException">An id leads nowhere.</exception>
    public static void Check(CatalogRecords records, RuleRecords rules, NoticeRecords notices, CatalogCues cues, StatementCues statements)
    {
        foreach (Instrument instrument in records.Instruments)
            Require(instrument.Sector is null || IsSector(instrument.Sector, cues), $"{CatalogFiles.Instruments}/{instrument.Id}", "sector", instrument.Sector);
        foreach (RegulatoryRule rule in rules.Rules)
        {
            foreach (string type in rule.Versions.SelectMany(version => version.ProvisionTypes))
                Require(cues.Types.ContainsKey(type), $"{CatalogFiles.Requirements}/{rule.Id}", "type of provision", type);
        }

        foreach (PlaybookEntry entry in cues.Playbook.Values)
        {
            Require(cues.Types.ContainsKey(entry.ProvisionType), CatalogFiles.Playbook, "type of provision", entry.ProvisionType);
            foreach (string anchor in entry.Anchors.Concat(entry.With.Keys).Concat(entry.With.Values.SelectMany(companions => companions)))
                Require(rules.ById.ContainsKey(anchor), $"{CatalogFiles.Playbook}/{entry.ProvisionType}", "rule", anchor);
        }

        foreach (JurisdictionHint hint in cues.Jurisdictions)
            Require(hint.NoticeRule is null || rules.ById.ContainsKey(hint.NoticeRule), $"{CatalogFiles.Jurisdictions}/{hint.Code}", "rule", hint.NoticeRule);

        foreach (RegulatoryType type in cues.Types.Values)
        {
            foreach (string anchor in type.Anchors)
                Require(rules.ById.ContainsKey(anchor), $"{CatalogFiles.Types}/{type.Id}", "rule", anchor);
        }

        foreach (NoticeElement element in notices.Elements)
        {
            Require(cues.Types.ContainsKey(element.ProvisionType), $"{CatalogFiles.Elements}/{element.Id}", "type of provision", element.ProvisionType);
            foreach (string statement in element.Statements.SelectMany(group => group).Concat(element.MetBy).Concat(element.RuledOutBy))
                Require(statements.Statements.ContainsKey(statement), $"{CatalogFiles.Elements}/{element.Id}", "statement", statement);
        }
    }

    private static bool IsSector(string sector, CatalogCues cues) =>
        cues.Sectors.Any(hint => hint.Id == sector) || cues.Types.Values.Any(type => type.Sectors.Contains(sector, StringComparer.Ordinal));

    private static void Require(bool known, string place, string what, string? id)
    {
        if (!known)
            throw new RegulatoryCatalogException($"{place}: the {what} '{id}' is not in the catalogue.");
    }
}
