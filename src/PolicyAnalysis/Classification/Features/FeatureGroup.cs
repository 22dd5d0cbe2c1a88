namespace PolicyAnalysis.Classification.Features;

/// <summary>Where in a provision's context a feature was seen; each group is weighed and brought to unit length by itself.</summary>
internal enum FeatureGroup : byte
{
    /// <summary>The provision's own words and pairs of words.</summary>
    Body,

    /// <summary>How the provision begins.</summary>
    Opening,

    /// <summary>The nearest heading.</summary>
    Heading,

    /// <summary>The headings above the nearest.</summary>
    OuterHeadings,

    /// <summary>The sentence that introduces the list or table.</summary>
    LeadIn,

    /// <summary>The kind of policy, the length, the ending.</summary>
    Shape,

    /// <summary>The words of the text, the two nearest headings and the lead-in together, wherever among them a word stands.</summary>
    Context,
}
