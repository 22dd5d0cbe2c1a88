namespace PolicyAnalysis;

/// <summary>What an enumeration lists.</summary>
public enum ListedThing
{
    /// <summary>Something else, or not told.</summary>
    Other,

    /// <summary>Personal data or their sources.</summary>
    Data,

    /// <summary>Purposes of use.</summary>
    Purposes,

    /// <summary>Who receives data.</summary>
    Recipients,

    /// <summary>Countries, regions or safeguards of transfers.</summary>
    Places,

    /// <summary>Rights and choices of the user.</summary>
    Rights,

    /// <summary>What the user must or must not do.</summary>
    Duties,
}

/// <summary>An item that joined or left an enumeration.</summary>
/// <param name="Text">The item's words.</param>
/// <param name="Range">Their range in the canonical text after where the item joined, before where it left.</param>
/// <param name="IsAdded">Whether the item joined the enumeration; otherwise it left.</param>
/// <param name="Lists">What the enumeration lists.</param>
public sealed record ListItemChange(string Text, TextRange Range, bool IsAdded, ListedThing Lists);
