using System.Collections.Frozen;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Reads conditions of applicability.</summary>
internal static class ConditionReader
{
    private const int DeepestNesting = 16;

    public static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["any", "controller", "processor", "platform", "trader", "sender", "ai-provider", "ai-deployer", "gpai-provider", "financial-institution", "health-entity", "educational-agency"], StringComparer.Ordinal);

    /// <exception cref="RegulatoryCatalogException">The condition has an unknown operator or is nested too deep.</exception>
    public static ApplicabilityCondition Read(JsonFields fields) => new(Node(fields, 0));

    private static ConditionNode Node(JsonFields fields, int depth)
    {
        if (depth > DeepestNesting)
            throw fields.Wrong($"conditions are nested more than {DeepestNesting} deep");
        ConditionNode node = fields switch
        {
            _ when fields.Has("all") => new AllOf(Parts(fields, "all", depth)),
            _ when fields.Has("any") => new AnyOf(Parts(fields, "any", depth)),
            _ when fields.OptionalObject("not") is { } part => new Not(Node(part, depth + 1)),
            _ when fields.OptionalObject("jurisdiction") is { } places => new JurisdictionIs(AnyOfTexts(places, JurisdictionCodes.IsCode, "the code of a jurisdiction")),
            _ when fields.OptionalObject("role") is { } roles => new RoleIs(AnyOfTexts(roles, Roles.Contains, "a role")),
            _ when fields.OptionalText("fact") is { } fact => Fact(fields, fact),
            _ => throw fields.Wrong("a condition is one of all, any, not, jurisdiction, role, fact"),
        };
        fields.End();
        return node;
    }

    private static ConditionNode[] Parts(JsonFields fields, string name, int depth) => fields.List(name, part => Node(part, depth + 1));

    private static FactIs Fact(JsonFields fields, string fact) => new(fact)
    {
        Is = fields.OptionalFlag("is"),
        In = fields.Has("in") ? fields.Texts("in") : null,
        AtLeast = fields.OptionalNumber("gte"),
        Below = fields.OptionalNumber("lt"),
        Exists = fields.OptionalFlag("exists"),
    };

    private static IReadOnlyList<string> AnyOfTexts(JsonFields fields, Func<string, bool> isKnown, string what)
    {
        IReadOnlyList<string> values = fields.Texts("anyOf");
        fields.End();
        foreach (string value in values)
        {
            if (!isKnown(value))
                throw fields.Wrong($"'{value}' is not {what}");
        }

        return values;
    }
}
