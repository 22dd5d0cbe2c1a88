using System.Text.Json;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Reads the records of law: instruments, rules with their versions, elements of notices.</summary>
internal static class RecordReader
{
    public static Instrument Instrument(JsonFields fields)
    {
        JsonFields? penalty = fields.OptionalObject("penalty");
        var instrument = new Instrument
        {
            Id = Id(fields),
            ShortName = fields.Text("shortName"),
            FullName = fields.Text("fullName"),
            Jurisdiction = Place(fields),
            Kind = fields.Text("kind"),
            CitationPrefix = fields.Text("citation"),
            FormalPrefix = fields.Text("formalCitation"),
            InForce = fields.OptionalDate("inForce"),
            Phases = fields.List("phases", Phase),
            Regulator = fields.OptionalText("regulator"),
            Penalty = penalty is null ? null : Penalty(penalty),
            Aliases = fields.Texts("aliases"),
            Sector = fields.OptionalText("sector"),
            Documents = fields.OptionalText("documents"),
            IsForConsumers = fields.OptionalFlag("consumers") ?? false,
            Note = fields.OptionalText("note"),
            Scope = fields.List("scope", Scope),
            Provenance = Provenance(fields),
        };
        fields.OptionalText("standing");
        if (instrument.Documents is not (null or "privacy" or "terms"))
            throw fields.Wrong($"'{instrument.Documents}' is neither privacy nor terms");
        fields.End();
        return instrument;
    }

    public static RegulatoryRule Rule(JsonFields fields, IReadOnlyDictionary<string, Instrument> instruments)
    {
        string id = Id(fields);
        Instrument instrument = InstrumentOf(fields, instruments);
        var rule = new RegulatoryRule
        {
            Id = id,
            Instrument = instrument,
            Topic = fields.Text("topic"),
            Versions = fields.List("versions", version => Version(version, instrument)),
            Notes = fields.Texts("notes"),
        };
        if (rule.Versions.Count == 0)
            throw fields.Wrong("a rule needs at least one version");
        Overlaps(fields, rule);
        fields.End();
        return rule;
    }

    public static NoticeElement Element(JsonFields fields, IReadOnlyDictionary<string, Instrument> instruments)
    {
        string id = Id(fields);
        Instrument instrument = InstrumentOf(fields, instruments);
        string requirement = fields.Text("requirement");
        if (requirement is not ("always" or "conditional" or "good-practice"))
            throw fields.Wrong($"'requirement' is '{requirement}', not always, conditional or good-practice");
        var element = new NoticeElement
        {
            Id = id,
            Instrument = instrument,
            Citation = Citation(fields, instrument),
            DocumentKind = fields.Text("documentKind"),
            Element = fields.Text("element"),
            Requirement = requirement,
            Condition = fields.OptionalText("condition"),
            ValidFrom = fields.OptionalDate("validFrom"),
            ProvisionType = fields.Text("provisionType"),
            Provenance = Provenance(fields),
            Statements = Statements(fields),
            FreshMonths = fields.Find("freshMonths") is null ? null : fields.Integer("freshMonths"),
            MetBy = fields.Texts("metBy"),
            RuledOutBy = fields.Texts("ruledOutBy"),
        };
        fields.End();
        return element;
    }

    private static List<IReadOnlyList<string>> Statements(JsonFields fields)
    {
        if (fields.Find("statements") is not { } groups)
            return [];
        var all = new List<IReadOnlyList<string>>();
        if (groups.ValueKind != JsonValueKind.Array)
            throw fields.Wrong("'statements' is not a list");
        foreach (JsonElement group in groups.EnumerateArray())
        {
            all.Add(group.ValueKind switch
            {
                JsonValueKind.String => [group.GetString()!],
                JsonValueKind.Array => [.. group.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw fields.Wrong("'statements' holds something that is not text"))],
                _ => throw fields.Wrong("'statements' holds something that is neither text nor a list"),
            });
        }

        return all;
    }

    private static RuleVersion Version(JsonFields fields, Instrument instrument)
    {
        var version = new RuleVersion
        {
            VersionId = fields.Text("versionId"),
            ValidFrom = fields.OptionalDate("validFrom"),
            ValidTo = fields.OptionalDate("validTo"),
            PlannedFrom = fields.OptionalDate("plannedFrom"),
            Lifecycle = Lifecycle(fields),
            Citation = Citation(fields, instrument),
            Paraphrase = fields.Text("paraphrase"),
            Note = fields.OptionalText("note"),
            Binds = fields.Texts("binds"),
            Trigger = fields.OptionalText("trigger"),
            Numbers = fields.List("numbers", Number),
            AppliesWhen = fields.OptionalObject("appliesWhen") is { } condition ? ConditionReader.Read(condition) : ApplicabilityCondition.Always,
            ProvisionTypes = fields.Texts("provisionTypes"),
            Provenance = Provenance(fields),
        };
        if (version.ValidTo <= version.ValidFrom)
            throw fields.Wrong("'validTo' is not after 'validFrom'");
        fields.End();
        return version;
    }

    private static RuleLifecycle Lifecycle(JsonFields fields) => fields.Text("lifecycle") switch
    {
        "in-force" => RuleLifecycle.InForce,
        "contested" => RuleLifecycle.Contested,
        "proposed" => RuleLifecycle.Proposed,
        "vacated" => RuleLifecycle.Vacated,
        "repealed" => RuleLifecycle.Repealed,
        string other => throw fields.Wrong($"'{other}' is not a lifecycle; write in-force, contested, proposed, vacated or repealed"),
    };

    private static void Overlaps(JsonFields fields, RegulatoryRule rule)
    {
        if (rule.Versions.Count == 1)
            return;
        RuleVersion[] binding = [.. rule.Versions.Where(version => version.Lifecycle is RuleLifecycle.InForce or RuleLifecycle.Contested).OrderBy(version => version.ValidFrom ?? DateOnly.MinValue)];
        for (int i = 1; i < binding.Length; i++)
        {
            if (binding[i - 1].ValidTo is not { } end || end > (binding[i].ValidFrom ?? DateOnly.MinValue))
                throw fields.Wrong($"the versions '{binding[i - 1].VersionId}' and '{binding[i].VersionId}' bind at the same time");
        }
    }

    private static LegalCitation Citation(JsonFields fields, Instrument instrument)
    {
        CitationPart[] parts = fields.List("citation", Part);
        if (parts.Length == 0)
            throw fields.Wrong("'citation' has no parts");
        bool ownWork = parts[0].Kind == "work";
        string pinpoint = LegalCitation.Pinpoint(parts);
        return new LegalCitation
        {
            Parts = parts,
            Display = ownWork ? pinpoint : Joined(instrument.CitationPrefix, pinpoint),
            Formal = ownWork ? pinpoint : Joined(instrument.FormalPrefix, pinpoint),
        };
    }

    private static string Joined(string prefix, string pinpoint) => prefix.Length == 0 ? pinpoint : prefix + " " + pinpoint;

    private static CitationPart Part(JsonFields fields)
    {
        var part = new CitationPart(fields.Text("kind"), fields.Text("value"));
        if (LegalCitation.MarkOf(part.Kind) is null)
            throw fields.Wrong($"'{part.Kind}' is not a kind of citation part");
        fields.End();
        return part;
    }

    private static NumberFact Number(JsonFields fields)
    {
        var number = new NumberFact
        {
            Key = fields.OptionalText("key"),
            Text = fields.Text("text"),
            Value = fields.OptionalNumber("value"),
            UpTo = fields.OptionalNumber("upTo"),
            Unit = fields.OptionalText("unit"),
        };
        fields.End();
        return number;
    }

    private static InstrumentPhase Phase(JsonFields fields)
    {
        var phase = new InstrumentPhase(fields.OptionalDate("date") ?? throw fields.Wrong("'date' is missing"), fields.Text("event"));
        fields.End();
        return phase;
    }

    private static InstrumentPenalty Penalty(JsonFields fields)
    {
        var penalty = new InstrumentPenalty
        {
            Text = fields.Text("text"),
            Amount = fields.OptionalNumber("amount"),
            Currency = fields.OptionalText("currency"),
            TurnoverPercent = fields.OptionalNumber("turnoverPercent"),
        };
        fields.End();
        return penalty;
    }

    private static InstrumentScope Scope(JsonFields fields)
    {
        var scope = new InstrumentScope(
            fields.OptionalDate("validFrom") ?? throw fields.Wrong("'validFrom' is missing"),
            fields.OptionalDate("validTo"),
            ConditionReader.Read(fields.OptionalObject("condition") ?? throw fields.Wrong("'condition' is missing")),
            fields.List("numbers", Number));
        fields.End();
        return scope;
    }

    private static Provenance Provenance(JsonFields owner)
    {
        JsonFields fields = owner.OptionalObject("provenance") ?? throw owner.Wrong("'provenance' is missing");
        var provenance = new Provenance
        {
            Status = fields.Text("status"),
            SourceKind = fields.Text("sourceKind"),
            Source = fields.OptionalText("source"),
            SeenOn = fields.OptionalDate("seenOn"),
            ReviewAfter = fields.OptionalDate("reviewAfter"),
        };
        if (provenance.Status is not ("verified" or "from-knowledge" or "disputed" or "editorial"))
            throw fields.Wrong($"'{provenance.Status}' is not a status; write verified, from-knowledge, disputed or editorial");
        fields.End();
        return provenance;
    }

    private static string Id(JsonFields fields)
    {
        string id = fields.Text("id");
        foreach (char c in id)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
                throw fields.Wrong($"the id '{id}' has other characters than lower-case letters, digits, points and hyphens");
        }

        return id;
    }

    private static string Place(JsonFields fields)
    {
        string code = fields.Text("jurisdiction");
        return JurisdictionCodes.IsCode(code) ? code : throw fields.Wrong($"'{code}' is not the code of a jurisdiction");
    }

    private static Instrument InstrumentOf(JsonFields fields, IReadOnlyDictionary<string, Instrument> instruments)
    {
        string id = fields.Text("instrument");
        return instruments.TryGetValue(id, out Instrument? instrument) ? instrument : throw fields.Wrong($"the instrument '{id}' is not in the catalogue");
    }
}
