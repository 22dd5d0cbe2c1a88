namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>What laws ask notices to state, and the named sets of it. Read on first use, apart from the rules.</summary>
internal sealed record NoticeRecords(IReadOnlyList<NoticeElement> Elements, IReadOnlyList<RequirementSet> Sets)
{
    /// <exception cref="RegulatoryCatalogException">A file is malformed or an id leads nowhere.</exception>
    public static NoticeRecords Read(CatalogFiles files, IReadOnlyDictionary<string, Instrument> instruments)
    {
        Dictionary<string, NoticeElement> elements = CatalogJson.Records(files, CatalogFiles.Elements, "elements", fields => RecordReader.Element(fields, instruments), element => element.Id);
        Dictionary<string, RequirementSet> sets = CatalogJson.Records(files, CatalogFiles.Sets, "sets", fields => Set(fields, elements), set => set.Name);
        return new NoticeRecords([.. elements.Values], [.. sets.Values]);
    }

    private static RequirementSet Set(JsonFields fields, Dictionary<string, NoticeElement> elements)
    {
        var set = new RequirementSet
        {
            Name = fields.Text("id"),
            Title = fields.Text("title"),
            Elements = [.. fields.Texts("elements").Select(id => elements.TryGetValue(id, out NoticeElement? element) ? element : throw fields.Wrong($"the element '{id}' is not in the catalogue"))],
        };
        if (set.Elements.Count == 0)
            throw fields.Wrong("a set needs at least one element");
        fields.End();
        return set;
    }
}
