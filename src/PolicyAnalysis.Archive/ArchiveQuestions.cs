namespace PolicyAnalysis.Archive;

/// <summary>A provision of the archive, quoted.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchivedProvision
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The document's name.</summary>
    public required string Document { get; init; }

    /// <summary>The version in which the wording came into the document.</summary>
    public required long Sequence { get; init; }

    /// <summary>When that version was seen.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When a version without it was first seen; <see langword="null"/> where it stands in the latest one.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Its types, main one first; may be empty.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The provision's text, a slice of the version's canonical text.</summary>
    public required string Text { get; init; }
}

/// <summary>How platforms are compared.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PlatformComparisonOptions
{
    /// <summary>The time to look at.</summary>
    /// <value>The default, <see langword="null"/>, is the latest version of each document.</value>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether a provision counts where the type is any of its types; otherwise only where it is its main one.</summary>
    public bool AnyLabel { get; init; }

    /// <summary>
    /// Whether a document and its variants for regions and in languages count as one: the one of them with the most provisions
    /// of the type is counted and quoted, and the largest quantity of any of them is its figure.
    /// </summary>
    public bool ByFamily { get; init; }

    /// <summary>The platforms whose provisions are quoted first; empty for all in the order of their names.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>How many platforms are quoted.</summary>
    /// <value>The default is 20. Quotes are read from the stored texts, so they cost more than counts.</value>
    public int MostQuoted { get; init; } = 20;
}

/// <summary>The quantities of one kind that provisions of one type state.</summary>
/// <remarks>Immutable and thread-safe. One figure a platform: the largest that it states.</remarks>
public sealed record QuantityDistribution
{
    /// <summary>What is measured.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>The unit of the figures: <c>days</c> for periods (a month counts 30, a year 365, a business day 1.4), otherwise that of <see cref="Quantity.Unit"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>The figures, one a platform, smallest first; equal ones in the order of the platforms' names.</summary>
    public required IReadOnlyList<PlatformQuantity> Figures { get; init; }

    /// <summary>The figure in the middle; the mean of the two in the middle where their number is even.</summary>
    public double Median => At(0.5);

    /// <summary>The figure a quarter of the way up, between the neighbours where it falls between two.</summary>
    public double LowerQuartile => At(0.25);

    /// <summary>The figure three quarters of the way up, between the neighbours where it falls between two.</summary>
    public double UpperQuartile => At(0.75);

    /// <summary>How many platforms state a smaller figure, plus one; <see langword="null"/> where the platform states none.</summary>
    /// <param name="platform">The platform.</param>
    public int? RankOf(string platform)
    {
        PlatformQuantity? own = Figures.FirstOrDefault(figure => figure.Platform == platform);
        return own is null ? null : Figures.Count(figure => figure.Amount < own.Amount) + 1;
    }

    private double At(double share)
    {
        double place = share * (Figures.Count - 1);
        int below = (int)place;
        double rest = place - below;
        return rest == 0 ? Figures[below].Amount : (Figures[below].Amount * (1 - rest)) + (Figures[below + 1].Amount * rest);
    }
}

/// <summary>The largest quantity of one kind that a platform states.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Amount">The amount in the unit of the distribution.</param>
/// <param name="Value">The value as stated: an ISO 8601 duration, or the amount and its unit.</param>
public sealed record PlatformQuantity(string Platform, double Amount, string Value);

/// <summary>One platform in a comparison.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PlatformEntry
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>How many provisions of the type its documents have.</summary>
    public required int ProvisionCount { get; init; }

    /// <summary>The names of the documents that have them.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>The provisions, quoted, where the platform is among those quoted; all of the compared type.</summary>
    public IReadOnlyList<ArchivedProvision> Provisions { get; init; } = [];
}

/// <summary>A provision type across the platforms of an archive: every number in it is counted.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PlatformComparison
{
    /// <summary>The provision type.</summary>
    public required string Type { get; init; }

    /// <summary>How many platforms have an analysed document at the time.</summary>
    public required int PlatformCount { get; init; }

    /// <summary>How many analysed documents there are at the time.</summary>
    public required int DocumentCount { get; init; }

    /// <summary>The platforms that have the type, ordered by name.</summary>
    public required IReadOnlyList<PlatformEntry> Platforms { get; init; }

    /// <summary>The quantities that the provisions state, by kind.</summary>
    public required IReadOnlyList<QuantityDistribution> Quantities { get; init; }

    /// <summary>The share of platforms that have the type, 0 to 1; 0 where there are none.</summary>
    public double Share => PlatformCount == 0 ? 0 : (double)Platforms.Count / PlatformCount;

    /// <summary>How many provisions of the type there are.</summary>
    public int ProvisionCount => Platforms.Sum(static platform => platform.ProvisionCount);
}

/// <summary>What to look for in an archive.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveQuery
{
    /// <summary>The words, all of which must stand in a provision; words in double quotes must stand together, a word with an asterisk at its end may go on. Empty for every provision.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>The types of which a provision must have one; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The id of a legal instrument of the catalogue, for example <c>eu-gdpr</c>: a provision must have a type that a rule of it names. <see langword="null"/> for all.</summary>
    public string? Law { get; init; }

    /// <summary>The platform; <see langword="null"/> for all.</summary>
    public string? Platform { get; init; }

    /// <summary>The document's name; <see langword="null"/> for all.</summary>
    public string? Document { get; init; }

    /// <summary>The time at which the provision must stand in its document; <see langword="null"/> for any time.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How many provisions a page has.</summary>
    /// <value>The default is 20; at most 1,000.</value>
    public int PageSize { get; init; } = 20;

    /// <summary>Where to go on: <see cref="ArchiveSearchPage.Next"/> of the page before.</summary>
    public long? After { get; init; }
}

/// <summary>A page of a search, what came into the archive last first.</summary>
/// <param name="Provisions">The provisions.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> after the last one. Versions archived meanwhile do not shift it.</param>
public sealed record ArchiveSearchPage(IReadOnlyList<ArchivedProvision> Provisions, long? Next);

/// <summary>A wording near another.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NearWording
{
    /// <summary>The wording.</summary>
    public required string Text { get; init; }

    /// <summary>The exact Jaccard similarity of the two sets of three-word runs, 0 to 1; 1 for equal words.</summary>
    public required double Similarity { get; init; }

    /// <summary>How many platforms have exactly this wording in their latest versions: a counted measure of boilerplate.</summary>
    public required int PlatformCount { get; init; }

    /// <summary>Where it stands or stood, ordered by platform, document and time; at most 20 places.</summary>
    public required IReadOnlyList<(string Platform, string Document, long Sequence)> Places { get; init; }
}
