using System.Text.Json;
using PolicyAnalysis.Regulation.Cues;
using PolicyAnalysis.Regulation.Mapping;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>What the mapping knows of words: the cues of types, factors, sectors, places and cited laws, compiled together.</summary>
/// <remarks>Immutable and thread-safe. Read on first use, apart from the records of law.</remarks>
internal sealed class CatalogCues
{
    private CatalogCues(CueSet set, FactPhrases facts, Dictionary<string, RegulatoryType> types, Dictionary<string, PlaybookEntry> playbook, JurisdictionHint[] jurisdictions, SectorHint[] sectors, CitedLaw[] citedLaws)
    {
        Set = set;
        Facts = facts;
        Types = types;
        Playbook = playbook;
        Jurisdictions = jurisdictions;
        Sectors = sectors;
        CitedLaws = citedLaws;
        ByTaxonomy = types.Values.Where(type => type.Taxonomy is not null).ToLookup(type => type.Taxonomy!, StringComparer.Ordinal);
        Speech = new PlaceSpeech(jurisdictions, sectors, citedLaws);
        MappingIndex = new CueRuleIndex(types.Values.SelectMany(type => type.Rules)
            .Concat(jurisdictions.SelectMany(hint => hint.Rules))
            .Concat(sectors.SelectMany(hint => hint.Rules))
            .Concat(citedLaws.Select(law => law.Rule))
            .Concat(playbook.Values.SelectMany(entry => entry.Factors.SelectMany(factor => factor.Present.Concat(factor.Absent)).Concat(entry.Usual.SelectMany(usual => usual.Present)))));
    }

    public CueSet Set { get; }

    /// <summary>The facts that decide, in plain words.</summary>
    public FactPhrases Facts { get; }

    public IReadOnlyDictionary<string, RegulatoryType> Types { get; }

    public IReadOnlyDictionary<string, PlaybookEntry> Playbook { get; }

    public IReadOnlyList<JurisdictionHint> Jurisdictions { get; }

    public IReadOnlyList<SectorHint> Sectors { get; }

    /// <summary>The name of a jurisdiction; its code where the catalogue has none.</summary>
    public string NameOfPlace(string code) => Facts.NameOf(code);

    public IReadOnlyList<CitedLaw> CitedLaws { get; }

    /// <summary>The types that make a type of the taxonomy finer.</summary>
    public ILookup<string, RegulatoryType> ByTaxonomy { get; }

    /// <summary>Which place, sector or law a rule of words speaks of.</summary>
    public PlaceSpeech Speech { get; }

    public CueRuleIndex MappingIndex { get; }

    /// <exception cref="RegulatoryCatalogException">A file is malformed, or a cue cannot be read.</exception>
    public static CatalogCues Read(CatalogFiles files, CatalogRecords records)
    {
        CueBook book = Book(files);
        Dictionary<string, RegulatoryType> types = CatalogJson.Records(files, CatalogFiles.Types, "types", fields => Type(fields, book), type => type.Id);
        Dictionary<string, PlaybookEntry> playbook = CatalogJson.Records(files, CatalogFiles.Playbook, "entries", fields => Entry(fields, book), entry => entry.ProvisionType);
        Dictionary<string, JurisdictionHint> jurisdictions = CatalogJson.Records(files, CatalogFiles.Jurisdictions, "jurisdictions", fields => Hint(fields, book), hint => hint.Code);
        Dictionary<string, SectorHint> sectors = CatalogJson.Records(files, CatalogFiles.Sectors, "sectors", fields => Sector(fields, book), hint => hint.Id);
        CitedLaw[] laws = CitedLaw.Of(records.Instruments, book);
        return new CatalogCues(Compile(book), FactPhrases.Read(files, [.. jurisdictions.Values]), types, playbook, [.. jurisdictions.Values], [.. sectors.Values], laws);
    }

    /// <summary>A book that knows the named lists.</summary>
    public static CueBook Book(CatalogFiles files)
    {
        using JsonDocument document = CatalogJson.Parse(files[CatalogFiles.Lists], CatalogFiles.Lists);
        var fields = new JsonFields(document.RootElement, CatalogFiles.Lists);
        return new CueBook(fields.All().ToDictionary(pair => pair.Name, pair => pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : throw fields.Wrong($"'{pair.Name}' is not text"), StringComparer.Ordinal));
    }

    /// <exception cref="RegulatoryCatalogException">A cue cannot be read; the message says which and where.</exception>
    public static CueSet Compile(CueBook book)
    {
        try
        {
            return book.Compile();
        }
        catch (FormatException error)
        {
            throw new RegulatoryCatalogException(error.Message + ".", error);
        }
    }

    private static RegulatoryType Type(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var type = new RegulatoryType(id, fields.Text("name"), fields.Text("group"), fields.Text("definition"), fields.OptionalText("taxonomy"), fields.Texts("sectors"), fields.Texts("anchors"), fields.OptionalFlag("needsCue") ?? false, fields.OptionalFlag("followsDocument") ?? false, fields.OptionalFlag("namesPlaces") ?? false, fields.OptionalFlag("amongBusinesses") ?? false, CueRuleReader.Rules(fields, "cues", book, "type." + id));
        fields.End();
        return type;
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
            Factors = fields.List("factors", factor => Factor(factor, book, type)),
            Contract = fields.Texts("contract"),
            Actions = fields.Texts("actions"),
            Questions = fields.Texts("questions"),
            Anchors = fields.Texts("anchors"),
            With = Companions(fields),
            Usual = fields.List("usual", usual => Usual(usual, book, type)),
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
}
