using System.Text.Json;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>The records of law of one catalogue, read and checked.</summary>
internal sealed record CatalogRecords
{
    public required string Version { get; init; }

    public required DateOnly Date { get; init; }

    public required IReadOnlyList<Instrument> Instruments { get; init; }

    public required IReadOnlyList<RegulatoryRule> Rules { get; init; }

    public required IReadOnlyList<NoticeElement> Elements { get; init; }

    public required IReadOnlyList<RequirementSet> Sets { get; init; }

    /// <exception cref="RegulatoryCatalogException">A file is malformed or an id leads nowhere.</exception>
    public static CatalogRecords Read(CatalogFiles files)
    {
        using JsonDocument pack = CatalogJson.Parse(files[CatalogFiles.Pack], CatalogFiles.Pack);
        var head = new JsonFields(pack.RootElement, "pack");
        string schema = head.Text("schema");
        if (schema != "policyanalysis.catalog/1")
            throw head.Wrong($"the schema '{schema}' is not read here; this version reads policyanalysis.catalog/1");
        string version = head.Text("version");
        DateOnly date = head.OptionalDate("recordedAt") ?? throw head.Wrong("'recordedAt' is missing");
        head.Text("id");
        head.Text("disclaimerId");
        head.Texts("overlays");
        head.End();

        Dictionary<string, Instrument> instruments = ById(files, CatalogFiles.Instruments, "instruments", RecordReader.Instrument, instrument => instrument.Id);
        Dictionary<string, RegulatoryRule> rules = ById(files, CatalogFiles.Requirements, "requirements", fields => RecordReader.Rule(fields, instruments), rule => rule.Id);
        Dictionary<string, NoticeElement> elements = ById(files, CatalogFiles.Elements, "elements", fields => RecordReader.Element(fields, instruments), element => element.Id);
        Dictionary<string, RequirementSet> sets = ById(files, CatalogFiles.Sets, "sets", fields => Set(fields, elements), set => set.Name);
        return new CatalogRecords
        {
            Version = version,
            Date = date,
            Instruments = [.. instruments.Values],
            Rules = [.. rules.Values],
            Elements = [.. elements.Values],
            Sets = [.. sets.Values],
        };
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

    private static Dictionary<string, T> ById<T>(CatalogFiles files, string file, string list, Func<JsonFields, T> read, Func<T, string> idOf)
    {
        using JsonDocument document = CatalogJson.Parse(files[file], file);
        var fields = new JsonFields(document.RootElement, file);
        var records = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (JsonFields each in fields.Objects(list))
        {
            T record = read(each);
            if (!records.TryAdd(idOf(record), record))
                throw each.Wrong($"the id '{idOf(record)}' stands twice");
        }

        fields.End();
        return records;
    }
}
