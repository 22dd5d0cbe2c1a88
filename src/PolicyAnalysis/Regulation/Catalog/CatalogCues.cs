using System.Text.Json;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>What the catalogue knows of words: the cues of types, factors, statements and jurisdictions, compiled together.</summary>
/// <remarks>Immutable and thread-safe. Read on first use, apart from the records of law.</remarks>
internal sealed class CatalogCues
{
    private CatalogCues(CueSet set, Dictionary<string, RegulatoryType> types, Dictionary<string, PlaybookEntry> playbook, Dictionary<string, NoticeStatement> statements, JurisdictionHint[] jurisdictions, SectorHint[] sectors, CitedLaw[] citedLaws)
    {
        Set = set;
        Types = types;
        Playbook = playbook;
        Statements = statements;
        Jurisdictions = jurisdictions;
        Sectors = sectors;
        CitedLaws = citedLaws;
        StatementIndex = new CueRuleIndex(statements.Values.SelectMany(statement => statement.Rules));
        MappingIndex = new CueRuleIndex(types.Values.SelectMany(type => type.Rules)
            .Concat(jurisdictions.SelectMany(hint => hint.Rules))
            .Concat(sectors.SelectMany(hint => hint.Rules))
            .Concat(citedLaws.Select(law => law.Rule))
            .Concat(playbook.Values.SelectMany(entry => entry.Factors.SelectMany(factor => factor.Present.Concat(factor.Absent)).Concat(entry.Usual.SelectMany(usual => usual.Present)))));
    }

    public CueSet Set { get; }

    public IReadOnlyDictionary<string, RegulatoryType> Types { get; }

    public IReadOnlyDictionary<string, PlaybookEntry> Playbook { get; }

    public IReadOnlyDictionary<string, NoticeStatement> Statements { get; }

    public IReadOnlyList<JurisdictionHint> Jurisdictions { get; }

    public IReadOnlyList<SectorHint> Sectors { get; }

    public IReadOnlyList<CitedLaw> CitedLaws { get; }

    public CueRuleIndex StatementIndex { get; }

    public CueRuleIndex MappingIndex { get; }

    public static CatalogCues Read(CatalogFiles files, CatalogRecords records)
    {
        var book = new CueBook(Lists(files));
        Dictionary<string, RegulatoryType> types = ById(files, CatalogFiles.Types, "types", fields => Type(fields, book), type => type.Id);
        Dictionary<string, PlaybookEntry> playbook = ById(files, CatalogFiles.Playbook, "entries", fields => Entry(fields, book), entry => entry.ProvisionType);
        Dictionary<string, NoticeStatement> statements = ById(files, CatalogFiles.Statements, "statements", fields => Statement(fields, book), statement => statement.Id);
        Dictionary<string, JurisdictionHint> jurisdictions = ById(files, CatalogFiles.Jurisdictions, "jurisdictions", fields => Hint(fields, book), hint => hint.Code);
        Dictionary<string, SectorHint> sectors = ById(files, CatalogFiles.Sectors, "sectors", fields => Sector(fields, book), hint => hint.Id);
        CitedLaw[] laws = [.. records.Instruments.SelectMany(instrument => CitedLaw.Of(instrument, book))];
        CueSet set;
        try
        {
            set = book.Compile();
        }
        catch (FormatException error)
        {
            throw new RegulatoryCatalogException(error.Message + ".", error);
        }

        foreach (Instrument instrument in records.Instruments)
            Require(instrument.Sector is null || sectors.ContainsKey(instrument.Sector) || types.Values.Any(type => type.Sectors.Contains(instrument.Sector, StringComparer.Ordinal)), $"{CatalogFiles.Instruments}/{instrument.Id}", "sector", instrument.Sector ?? string.Empty);
        CheckReferences(records, types, playbook, statements, jurisdictions);
        return new CatalogCues(set, types, playbook, statements, [.. jurisdictions.Values], [.. sectors.Values], laws);
    }

    private static Dictionary<string, string> Lists(CatalogFiles files)
    {
        using JsonDocument document = CatalogJson.Parse(files[CatalogFiles.Lists], CatalogFiles.Lists);
        var fields = new JsonFields(document.RootElement, CatalogFiles.Lists);
        return fields.All().ToDictionary(pair => pair.Name, pair => pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : throw fields.Wrong($"'{pair.Name}' is not text"), StringComparer.Ordinal);
    }

    private static RegulatoryType Type(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var type = new RegulatoryType(id, fields.Text("group"), fields.Text("definition"), fields.OptionalText("taxonomy"), fields.Texts("sectors"), fields.Texts("anchors"), fields.OptionalFlag("needsCue") ?? false, fields.OptionalFlag("followsDocument") ?? false, CueRuleReader.Rules(fields, "cues", book, "type." + id));
        fields.End();
        return type;
    }

    private static NoticeStatement Statement(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var statement = new NoticeStatement(id, fields.Text("phrase"), CueRuleReader.Rules(fields, "rules", book, id));
        fields.End();
        return statement;
    }

    private static SectorHint Sector(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var hint = new SectorHint(id, CueRuleReader.Rules(fields, "rules", book, "sector." + id));
        fields.End();
        return hint;
    }

    private static JurisdictionHint Hint(JsonFields fields, CueBook book)
    {
        string code = fields.Text("id");
        if (!JurisdictionCodes.IsCode(code))
            throw fields.Wrong($"'{code}' is not the code of a jurisdiction");
        var hint = new JurisdictionHint(code, fields.Text("name"), fields.OptionalText("noticeRule"), CueRuleReader.Rules(fields, "rules", book, "place." + code));
        fields.End();
        return hint;
    }

    private static PlaybookEntry Entry(JsonFields fields, CueBook book)
    {
        string type = fields.Text("id");
        var entry = new PlaybookEntry
        {
            ProvisionType = type,
            BaseExposure = Level(fields),
            WhyItMatters = fields.Text("why"),
            Factors = [.. fields.Objects("factors").Select(factor => Factor(factor, book, type))],
            Contract = fields.Texts("contract"),
            Actions = fields.Texts("actions"),
            Questions = fields.Texts("questions"),
            Anchors = fields.Texts("anchors"),
            With = Companions(fields),
            Usual = [.. fields.Objects("usual").Select(usual => Usual(usual, book, type))],
        };
        fields.End();
        return entry;
    }

    private static Dictionary<string, IReadOnlyList<string>> Companions(JsonFields owner)
    {
        var with = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (owner.OptionalObject("with") is not { } fields)
            return with;
        foreach ((string rule, JsonElement _) in fields.All())
            with.Add(rule, fields.Texts(rule));
        fields.End();
        return with;
    }

    private static PlaybookFactor Factor(JsonFields fields, CueBook book, string type)
    {
        string id = fields.Text("id");
        var factor = new PlaybookFactor
        {
            Id = id,
            Description = fields.Text("description"),
            Weight = fields.Integer("weight"),
            Present = CueRuleReader.Rules(fields, "present", book, $"{type}.{id}"),
            Absent = CueRuleReader.Rules(fields, "absent", book, $"{type}.{id}"),
            Question = fields.OptionalText("question"),
            WholeDocument = fields.OptionalText("within") switch { null or "provision" => false, "document" => true, string other => throw fields.Wrong($"'{other}' is neither provision nor document") },
        };
        if (factor.Weight is 0 or < -5 or > 5)
            throw fields.Wrong("'weight' is not from -5 to 5, or moves nothing");
        fields.End();
        return factor;
    }

    private static UsualElement Usual(JsonFields fields, CueBook book, string type)
    {
        string id = fields.Text("id");
        var usual = new UsualElement(id, fields.Text("phrase"), CueRuleReader.Rules(fields, "present", book, $"{type}.usual.{id}"));
        fields.End();
        return usual;
    }

    /// <summary>The level of a name, or <see langword="null"/> where it is none.</summary>
    public static ExposureLevel? LevelOf(string name) => name switch
    {
        "low" => ExposureLevel.Low,
        "low-medium" => ExposureLevel.LowMedium,
        "medium" => ExposureLevel.Medium,
        "medium-high" => ExposureLevel.MediumHigh,
        "high" => ExposureLevel.High,
        _ => null,
    };

    private static ExposureLevel Level(JsonFields fields) =>
        LevelOf(fields.Text("base")) ?? throw fields.Wrong($"'{fields.Text("base")}' is not a level; write low, low-medium, medium, medium-high or high");

    private static void CheckReferences(CatalogRecords records, Dictionary<string, RegulatoryType> types, Dictionary<string, PlaybookEntry> playbook, Dictionary<string, NoticeStatement> statements, Dictionary<string, JurisdictionHint> jurisdictions)
    {
        var known = records.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (RegulatoryRule rule in records.Rules)
        {
            foreach (string type in rule.Versions.SelectMany(version => version.ProvisionTypes))
                Require(types.ContainsKey(type), $"{CatalogFiles.Requirements}/{rule.Id}", "type of provision", type);
        }

        foreach (PlaybookEntry entry in playbook.Values)
        {
            Require(types.ContainsKey(entry.ProvisionType), CatalogFiles.Playbook, "type of provision", entry.ProvisionType);
            foreach (string anchor in entry.Anchors.Concat(entry.With.Keys).Concat(entry.With.Values.SelectMany(rules => rules)))
                Require(known.Contains(anchor), $"{CatalogFiles.Playbook}/{entry.ProvisionType}", "rule", anchor);
        }

        foreach (JurisdictionHint hint in jurisdictions.Values)
            Require(hint.NoticeRule is null || known.Contains(hint.NoticeRule), $"{CatalogFiles.Jurisdictions}/{hint.Code}", "rule", hint.NoticeRule ?? string.Empty);

        foreach (RegulatoryType type in types.Values)
        {
            foreach (string anchor in type.Anchors)
                Require(known.Contains(anchor), $"{CatalogFiles.Types}/{type.Id}", "rule", anchor);
        }

        foreach (NoticeElement element in records.Elements)
        {
            Require(types.ContainsKey(element.ProvisionType), $"{CatalogFiles.Elements}/{element.Id}", "type of provision", element.ProvisionType);
            foreach (string statement in element.Statements.SelectMany(group => group).Concat(element.MetBy).Concat(element.RuledOutBy))
                Require(statements.ContainsKey(statement), $"{CatalogFiles.Elements}/{element.Id}", "statement", statement);
        }
    }

    private static void Require(bool known, string place, string what, string id)
    {
        if (!known)
            throw new RegulatoryCatalogException($"{place}: the {what} '{id}' is not in the catalogue.");
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
