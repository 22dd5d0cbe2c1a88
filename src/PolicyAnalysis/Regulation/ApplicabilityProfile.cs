using System.Text.Json;
using PolicyAnalysis.Regulation.Catalog;

namespace PolicyAnalysis.Regulation;

/// <summary>A fact of a profile: a truth value, a number or a text.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public readonly record struct ProfileFact
{
    /// <summary>The fact as a truth value, where it is one.</summary>
    public bool? Flag { get; init; }

    /// <summary>The fact as a number, where it is one.</summary>
    public double? Number { get; init; }

    /// <summary>The fact as a text, where it is one.</summary>
    public string? Text { get; init; }
}

/// <summary>
/// What is known of who wrote a policy and of who relies on it: places, roles, facts. What is not stated is not known,
/// and never counts as false; a list of places that is stated is complete.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ApplicabilityProfile
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>The profile of which nothing is known.</summary>
    public static ApplicabilityProfile Empty { get; } = new();

    /// <summary>The profile's name, for reports.</summary>
    public string? Name { get; init; }

    /// <summary>The places where the people concerned are: <c>DE</c>, <c>US-CA</c>, <c>EU</c>; empty where not known.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>The roles: <c>controller</c>, <c>processor</c>, <c>platform</c>, <c>trader</c>, <c>sender</c>, <c>ai-provider</c>, <c>ai-deployer</c>, <c>gpai-provider</c>, <c>financial-institution</c>, <c>health-entity</c>, <c>educational-agency</c>; empty where not known.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The facts by name, for example <c>consumers.US-CT</c> or <c>processes.sensitive</c>.</summary>
    public IReadOnlyDictionary<string, ProfileFact> Facts { get; init; } = new Dictionary<string, ProfileFact>(StringComparer.Ordinal);

    /// <summary>Reads a profile; its schema is <c>docs/schemas/profile.schema.json</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="RegulatoryCatalogException">The profile is malformed, too large, or has an unknown field, role or place.</exception>
    public static ApplicabilityProfile Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MostBytes)
            throw new RegulatoryCatalogException($"profile: longer than {MostBytes} characters; a profile holds places, roles and facts only.");
        using JsonDocument document = CatalogJson.Parse(json, "profile");
        var fields = new JsonFields(document.RootElement, "profile");
        fields.OptionalText("$schema");
        fields.OptionalText("schema");
        ApplicabilityProfile own = Side(fields);
        JsonFields? publisher = fields.OptionalObject("publisher");
        JsonFields? reader = fields.OptionalObject("reader");
        fields.End();
        foreach (JsonFields? side in new[] { publisher, reader })
        {
            if (side is null)
                continue;
            own = Merge(own, Side(side));
            side.End();
        }

        return own;
    }

    private static ApplicabilityProfile Side(JsonFields fields)
    {
        IReadOnlyList<string> places = fields.Texts("jurisdictions");
        foreach (string place in places)
        {
            if (!JurisdictionCodes.IsCode(place))
                throw fields.Wrong($"'{place}' is not the code of a jurisdiction; write DE, US-CA, EU, EEA or INT");
        }

        IReadOnlyList<string> roles = fields.Texts("roles");
        foreach (string role in roles)
        {
            if (!ConditionReader.Roles.Contains(role))
                throw fields.Wrong($"'{role}' is not a role; the roles are {string.Join(", ", ConditionReader.Roles.Order(StringComparer.Ordinal))}");
        }

        var facts = new Dictionary<string, ProfileFact>(StringComparer.Ordinal);
        if (fields.OptionalObject("facts") is { } stated)
        {
            foreach ((string name, JsonElement value) in stated.All())
                facts[name] = FactOf(stated, name, value);
            stated.End();
        }

        return new ApplicabilityProfile { Name = fields.OptionalText("name"), Jurisdictions = places, Roles = roles, Facts = facts };
    }

    private static ProfileFact FactOf(JsonFields fields, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => new ProfileFact { Flag = true },
        JsonValueKind.False => new ProfileFact { Flag = false },
        JsonValueKind.Number => new ProfileFact { Number = value.GetDouble() },
        JsonValueKind.String => new ProfileFact { Text = value.GetString() },
        _ => throw fields.Wrong($"the fact '{name}' is neither a truth value nor a number nor a text"),
    };

    private static ApplicabilityProfile Merge(ApplicabilityProfile left, ApplicabilityProfile right)
    {
        var facts = new Dictionary<string, ProfileFact>(left.Facts, StringComparer.Ordinal);
        foreach ((string name, ProfileFact value) in right.Facts)
            facts[name] = value;
        return new ApplicabilityProfile
        {
            Name = left.Name ?? right.Name,
            Jurisdictions = [.. left.Jurisdictions.Union(right.Jurisdictions, StringComparer.Ordinal)],
            Roles = [.. left.Roles.Union(right.Roles, StringComparer.Ordinal)],
            Facts = facts,
        };
    }
}
