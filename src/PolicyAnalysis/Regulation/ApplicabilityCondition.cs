namespace PolicyAnalysis.Regulation;

/// <summary>The answer to a condition: what is not known is neither true nor false.</summary>
public enum ConditionResult
{
    /// <summary>The facts rule it out.</summary>
    False,

    /// <summary>A fact that decides is not known.</summary>
    Unknown,

    /// <summary>The facts meet it.</summary>
    True,
}

/// <summary>A condition of applicability: data in a small closed language, never code.</summary>
/// <remarks>Immutable and thread-safe. Evaluation takes time linear in the condition.</remarks>
public sealed class ApplicabilityCondition
{
    private readonly ConditionNode _root;

    internal ApplicabilityCondition(ConditionNode root) => _root = root;

    /// <summary>The condition that always holds.</summary>
    public static ApplicabilityCondition Always { get; } = new(new AllOf([]));

    /// <summary>Whether the condition holds for a profile.</summary>
    /// <param name="profile">The facts known; <see langword="null"/> where none are.</param>
    /// <returns>The answer and, where it is not true, the fact that decided.</returns>
    public (ConditionResult Result, string? DecidingFact) Evaluate(ApplicabilityProfile? profile) => _root.Evaluate(profile ?? ApplicabilityProfile.Empty);

    internal ConditionNode Root => _root;
}

/// <summary>A node of a condition.</summary>
internal abstract record ConditionNode
{
    public abstract (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile);
}

/// <summary>Every part holds.</summary>
internal sealed record AllOf(IReadOnlyList<ConditionNode> Parts) : ConditionNode
{
    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        (ConditionResult Result, string? Fact) all = (ConditionResult.True, null);
        foreach (ConditionNode part in Parts)
        {
            (ConditionResult Result, string? Fact) one = part.Evaluate(profile);
            if (one.Result < all.Result)
                all = one;
        }

        return all;
    }
}

/// <summary>At least one part holds.</summary>
internal sealed record AnyOf(IReadOnlyList<ConditionNode> Parts) : ConditionNode
{
    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        (ConditionResult Result, string? Fact)? any = null;
        foreach (ConditionNode part in Parts)
        {
            (ConditionResult Result, string? Fact) one = part.Evaluate(profile);
            if (any is null || one.Result > any.Value.Result)
                any = one;
        }

        return any ?? (ConditionResult.False, null);
    }
}

/// <summary>The part does not hold.</summary>
internal sealed record Not(ConditionNode Part) : ConditionNode
{
    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        (ConditionResult result, string? fact) = Part.Evaluate(profile);
        return result switch
        {
            ConditionResult.True => (ConditionResult.False, fact ?? FactOf(Part)),
            ConditionResult.False => (ConditionResult.True, null),
            _ => (ConditionResult.Unknown, fact),
        };
    }

    private static string? FactOf(ConditionNode node) => node is FactIs fact ? fact.Fact : null;
}

/// <summary>One of the jurisdictions is the profile's.</summary>
internal sealed record JurisdictionIs(IReadOnlyList<string> Codes) : ConditionNode
{
    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        string fact = "jurisdiction " + string.Join(" or ", Codes);
        if (profile.Jurisdictions.Count == 0)
            return (ConditionResult.Unknown, fact);
        ConditionResult best = ConditionResult.False;
        foreach (string code in Codes)
        {
            foreach (string own in profile.Jurisdictions)
            {
                ConditionResult one = JurisdictionCodes.Covers(own, code);
                if (one > best)
                    best = one;
            }
        }

        return best == ConditionResult.True ? (best, null) : (best, fact);
    }
}

/// <summary>One of the roles is the profile's.</summary>
internal sealed record RoleIs(IReadOnlyList<string> Roles) : ConditionNode
{
    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        string fact = "role " + string.Join(" or ", Roles);
        if (profile.Roles.Count == 0)
            return (ConditionResult.Unknown, fact);
        foreach (string role in Roles)
        {
            if (role == "any" || profile.Roles.Contains(role, StringComparer.Ordinal))
                return (ConditionResult.True, null);
        }

        return (ConditionResult.False, fact);
    }
}

/// <summary>A fact has a value, lies in a range, or is stated at all.</summary>
internal sealed record FactIs(string Fact) : ConditionNode
{
    /// <summary>The truth value asked for.</summary>
    public bool? Is { get; init; }

    /// <summary>The text values asked for.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>The lower bound, inclusive.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The upper bound, exclusive.</summary>
    public double? Below { get; init; }

    /// <summary>Whether the fact is to be stated at all.</summary>
    public bool? Exists { get; init; }

    public override (ConditionResult Result, string? Fact) Evaluate(ApplicabilityProfile profile)
    {
        if (!profile.Facts.TryGetValue(Fact, out ProfileFact value))
            return Exists == false ? (ConditionResult.True, null) : (ConditionResult.Unknown, Fact);
        bool holds = (Is is not { } flag || value.Flag == flag)
            && (In is null || (value.Text is { } text && In.Contains(text, StringComparer.Ordinal)))
            && (AtLeast is not { } least || value.Number >= least)
            && (Below is not { } below || value.Number < below)
            && Exists != false;
        return holds ? (ConditionResult.True, null) : (ConditionResult.False, Fact);
    }
}
