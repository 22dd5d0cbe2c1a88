namespace PolicyAnalysis.Pdf.Layout;

/// <summary>What a file holds: the fragments of its pages, before any order is known.</summary>
internal sealed record PdfContents(IReadOnlyList<PageText> Pages, string? Title, int RotatedLetters);

/// <summary>One page: its size in points and its fragments from the top down.</summary>
internal sealed record PageText(int Number, double Bottom, double Height, IReadOnlyList<TextFragment> Fragments);

/// <summary>Letters on one baseline without a wide gap; lengths in points, heights from the page's bottom.</summary>
internal sealed record TextFragment(string Text, double Left, double Right, double Baseline, double Size, bool IsBold);

/// <summary>A line in reading order, with the bounds of the column it stands in.</summary>
internal sealed record TextLine(string Text, double Left, double Right, double Baseline, double Size, bool IsBold, int Page, int Column, double ColumnLeft, double ColumnRight);
