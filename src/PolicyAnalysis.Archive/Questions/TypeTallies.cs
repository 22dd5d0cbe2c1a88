namespace PolicyAnalysis.Archive.Questions;

/// <summary>A document and how many of its provisions have a type.</summary>
internal readonly record struct DocumentTally(long Document, string Platform, string Name, int Provisions)
{
    /// <summary>The name of the family that the document stands for; nothing where it stands for itself.</summary>
    public string? Family { get; init; }
}

/// <summary>A quantity that a provision of a type states in a document, on its scale.</summary>
internal readonly record struct StatedFigure(long Document, QuantityKind Kind, string Unit, double Amount, string Value);

/// <summary>What is counted of one type over all documents at one time.</summary>
internal interface ITypeTallies
{
    /// <summary>How many platforms and documents have any provision.</summary>
    (int Platforms, int Documents) Totals();

    /// <summary>The documents that have any provision.</summary>
    IEnumerable<long> Standing();

    /// <summary>The documents that have the type.</summary>
    IEnumerable<DocumentTally> Documents();

    /// <summary>The quantities of the type's provisions; at least the largest of each kind and unit of every document.</summary>
    IEnumerable<StatedFigure> Figures();
}
