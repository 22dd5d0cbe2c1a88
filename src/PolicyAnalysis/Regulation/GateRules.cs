using System.Text.Json;
using PolicyAnalysis.Regulation.Catalog;

namespace PolicyAnalysis.Regulation;

/// <summary>A rule that asks for the elements of requirement sets.</summary>
internal sealed record GateRequirement(string Id, IReadOnlyList<string> Sets, bool AcceptsPartial, IReadOnlyList<string> Except, bool Warns);

/// <summary>A rule that forbids changes with an effect.</summary>
internal sealed record GateForbiddenChange(string Id, IReadOnlyList<string> Effects, IReadOnlyList<string> Types, IReadOnlyList<string> UnlessEffects, bool MaterialOnly, bool AgainstUserOnly, bool Warns, string? Reason);

/// <summary>A rule that caps the exposure of provisions.</summary>
internal sealed record GateCeiling(string Id, IReadOnlyList<string> Types, ExposureLevel Ceiling, bool Warns);

/// <summary>An exception that somebody answers for until a day.</summary>
internal sealed record GateSuppression(string Fingerprint, string Owner, string Reason, DateOnly Expires);

/// <summary>The rules of a gate: what a policy must state, which changes are not taken, how exposed a provision may be, and what is excepted.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class GateRules
{
    private const int MostCharacters = 1024 * 1024;

    private GateRules()
    {
    }

    internal IReadOnlyList<GateRequirement> Requirements { get; private init; } = [];

    internal IReadOnlyList<GateForbiddenChange> Forbidden { get; private init; } = [];

    internal IReadOnlyList<GateCeiling> Ceilings { get; private init; } = [];

    internal IReadOnlyList<GateSuppression> Suppressions { get; private init; } = [];

    internal IReadOnlyList<string> Baseline { get; private init; } = [];

    /// <summary>Reads rules; their schema is <c>docs/schemas/rules.schema.json</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="RegulatoryCatalogException">The rules are malformed, have an unknown field, or a suppression lacks owner, reason or expiry.</exception>
    public static GateRules Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MostCharacters)
            throw new RegulatoryCatalogException($"rules: longer than {MostCharacters} characters.");
        using JsonDocument document = CatalogJson.Parse(json, "rules");
        var fields = new JsonFields(document.RootElement, "rules");
        fields.OptionalText("$schema");
        fields.OptionalText("schema");
        var rules = new GateRules
        {
            Requirements = fields.List("require", Requirement),
            Forbidden = fields.List("forbid", Forbid),
            Ceilings = fields.List("exposure", Ceiling),
            Suppressions = fields.List("suppress", Suppression),
            Baseline = fields.Texts("baseline"),
        };
        fields.End();
        return rules;
    }

    private static GateRequirement Requirement(JsonFields fields)
    {
        var rule = new GateRequirement(fields.Text("id"), fields.Texts("sets"), fields.OptionalFlag("acceptPartial") ?? false, fields.Texts("except"), Warns(fields));
        if (rule.Sets.Count == 0)
            throw fields.Wrong("'sets' names no requirement set");
        fields.End();
        return rule;
    }

    private static GateForbiddenChange Forbid(JsonFields fields)
    {
        var rule = new GateForbiddenChange(
            fields.Text("id"),
            fields.Texts("effects"),
            fields.Texts("types"),
            fields.Texts("unlessEffects"),
            fields.OptionalFlag("materialOnly") ?? false,
            fields.OptionalFlag("againstUserOnly") ?? false,
            Warns(fields),
            fields.OptionalText("reason"));
        if (rule.Effects.Count == 0 && rule.Types.Count == 0)
            throw fields.Wrong("a forbidden change names 'effects', 'types' or both");
        fields.End();
        return rule;
    }

    private static GateCeiling Ceiling(JsonFields fields)
    {
        string ceiling = fields.Text("ceiling");
        var rule = new GateCeiling(fields.Text("id"), fields.Texts("types"), CatalogCues.LevelOf(ceiling) ?? throw fields.Wrong($"'{ceiling}' is not a level; write low, low-medium, medium, medium-high or high"), Warns(fields));
        fields.End();
        return rule;
    }

    private static GateSuppression Suppression(JsonFields fields)
    {
        var rule = new GateSuppression(fields.Text("fingerprint"), fields.Text("owner"), fields.Text("reason"), fields.OptionalDate("expires") ?? throw fields.Wrong("'expires' is missing; a suppression runs out"));
        fields.End();
        return rule;
    }

    private static bool Warns(JsonFields fields) => fields.OptionalText("severity") switch
    {
        null or "error" => false,
        "warning" => true,
        string other => throw fields.Wrong($"'{other}' is not a severity; write error or warning"),
    };
}
