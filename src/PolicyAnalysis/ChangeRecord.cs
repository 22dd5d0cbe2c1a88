namespace PolicyAnalysis;

/// <summary>What happened to a provision between two versions.</summary>
public enum ChangeOperation
{
    /// <summary>The provision is new.</summary>
    Added,

    /// <summary>The provision is gone.</summary>
    Removed,

    /// <summary>The provision's text was edited, where it stood or elsewhere.</summary>
    Modified,

    /// <summary>The provision stands elsewhere with the same text.</summary>
    Moved,

    /// <summary>One provision became several.</summary>
    Split,

    /// <summary>Several provisions became one.</summary>
    Merged,
}

/// <summary>How much a change matters.</summary>
public enum Materiality
{
    /// <summary>Dates, wording, layout, numbering, moved text, page noise.</summary>
    Editorial,

    /// <summary>Real but of little consequence.</summary>
    Minor,

    /// <summary>Changes what someone may do, must do or gets, or what happens to data or money.</summary>
    Material,
}

/// <summary>For whom a change is better.</summary>
public enum ChangeDirection
{
    /// <summary>Neither better nor worse for the user, or not told by the text.</summary>
    Neutral,

    /// <summary>Better for the user.</summary>
    ForUser,

    /// <summary>Worse for the user.</summary>
    AgainstUser,

    /// <summary>Better in one way, worse in another.</summary>
    Mixed,
}

/// <summary>One side of a change: the quote, its place, and the provisions it stands in.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChangeSide
{
    /// <summary>The quote: the slice of the canonical text that <see cref="Range"/> names.</summary>
    public required string Text { get; init; }

    /// <summary>The range in the canonical text of that side's document.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The headings above the provision, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The provisions that the side covers: one, or several for a split or a merge; in reading order.</summary>
    public IReadOnlyList<AnalyzedProvision> Provisions { get; init; } = [];
}

/// <summary>Another place where the same change stands.</summary>
/// <param name="Before">The range in the canonical text before; <see langword="null"/> for an addition.</param>
/// <param name="After">The range in the canonical text after; <see langword="null"/> for a removal.</param>
public readonly record struct ChangeOccurrence(TextRange? Before, TextRange? After);

/// <summary>An effect of a change, with why it was named.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChangeEffect
{
    /// <summary>The id of the effect, for example <c>retention-lengthened</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How sure the rules are, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why the effect was named: the rule and the words that met it, in one plain sentence.</summary>
    public required string Reason { get; init; }
}

/// <summary>What changed in one provision, with what effect, for whom, and the proof.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChangeRecord
{
    /// <summary>What happened to the provision.</summary>
    public required ChangeOperation Operation { get; init; }

    /// <summary>The side before; <see langword="null"/> for an addition.</summary>
    public ChangeSide? Before { get; init; }

    /// <summary>The side after; <see langword="null"/> for a removal.</summary>
    public ChangeSide? After { get; init; }

    /// <summary>The edits at word level, without the equal parts; ranges point into the canonical texts of the two documents.</summary>
    public IReadOnlyList<TextEdit> Edits { get; init; } = [];

    /// <summary>The provision's types, main one first; may be empty.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The effects, main one first; never empty.</summary>
    public required IReadOnlyList<ChangeEffect> Effects { get; init; }

    /// <summary>How much the change matters.</summary>
    public required Materiality Materiality { get; init; }

    /// <summary>Why it matters that much, one plain sentence each.</summary>
    public IReadOnlyList<string> MaterialityReasons { get; init; } = [];

    /// <summary>For whom the change is better.</summary>
    public required ChangeDirection Direction { get; init; }

    /// <summary>Why it is for or against the user, one plain sentence each.</summary>
    public IReadOnlyList<string> DirectionReasons { get; init; } = [];

    /// <summary>One plain sentence that names the change; every noun of substance in it comes from a quote.</summary>
    public required string Summary { get; init; }

    /// <summary>In how many provisions the same change stands, 1 or more.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Where the same change stands as well, in reading order; one fewer than <see cref="Repeats"/>.</summary>
    public IReadOnlyList<ChangeOccurrence> Occurrences { get; init; } = [];

    /// <summary>Says why the change has no effect and how to check that; <see langword="null"/> where it may have one.</summary>
    public NoEffectCertificate? Certificate { get; init; }

    /// <summary>The quantities that changed, as values; usually empty.</summary>
    public IReadOnlyList<QuantityChange> Quantities { get; init; } = [];

    /// <summary>The items that joined or left an enumeration; usually empty.</summary>
    public IReadOnlyList<ListItemChange> ListItems { get; init; } = [];

    /// <summary>The defined terms whose members changed, with who uses them; usually empty.</summary>
    public IReadOnlyList<DefinitionChange> Definitions { get; init; } = [];

    /// <summary>How sure the record is as a whole, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Points that a user or a compliance team may want to review; may be empty.</summary>
    public IReadOnlyList<string> Review { get; init; } = [];
}
