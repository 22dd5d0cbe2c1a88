namespace PolicyAnalysis.Documents;

/// <summary>
/// Reads the alternative of an image where it is the policy and not a picture's description: in a heading or a table cell
/// that holds nothing else, and where it is written in sentences.
/// </summary>
internal static class ImageAlternatives
{
    /// <summary>An alternative with this many visible characters in sentences is text that was set as an image.</summary>
    private const int Sentences = 120;

    /// <summary>A mark in a cell, such as "Yes", or a word in a heading.</summary>
    private const int LongestMark = 200;

    /// <returns>The alternatives that are read as text.</returns>
    public static HashSet<string> Mark(PageTree tree)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 1; index < tree.Nodes.Count; index++)
        {
            if (tree.Nodes[index] is not { Name: "img" } image || image.Element!.GetAttribute("alt") is not { Length: > 0 } text)
                continue;
            int length = WhiteSpace.VisibleLength(text);
            if (length == 0 || !(IsAlone(tree, index, length) || IsWritten(text, length)))
                continue;
            read.Add(text);
            image.Alternative = text;
            Count(tree, index, length);
        }

        return read;
    }

    private static bool IsWritten(string text, int length) =>
        length >= Sentences && text.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or ':'] && text.AsSpan().ContainsAny(" \u3002") && text.Contains(". ", StringComparison.Ordinal);

    /// <summary>Whether the image is all that a heading or a cell of a table holds.</summary>
    private static bool IsAlone(PageTree tree, int image, int length)
    {
        if (length > LongestMark)
            return false;
        int above = tree.Nodes[image].Parent;
        while (above > 0 && tree.Nodes[above].TextLength == 0)
        {
            if (tree.Nodes[above].HeadingLevel > 0)
                return true;
            if (tree.Nodes[above].Name is "td" or "th")
                return InDataTable(tree, above);
            above = tree.Nodes[above].Parent;
        }

        return false;
    }

    private static bool InDataTable(PageTree tree, int cell)
    {
        for (int above = tree.Nodes[cell].Parent; above > 0; above = tree.Nodes[above].Parent)
        {
            if (tree.Nodes[above].Name == "table")
                return tree.Nodes[above].TextLength > 0 && tree.Nodes[above].Role is not ("presentation" or "none") && HasHeader(tree, above);
        }

        return false;
    }

    private static bool HasHeader(PageTree tree, int table)
    {
        for (int index = table; index < tree.Nodes[table].End; index++)
        {
            if (tree.Nodes[index].Name == "th")
                return true;
        }

        return false;
    }

    private static void Count(PageTree tree, int image, int length)
    {
        int prose = length >= PageTree.ProseLine && !tree.Nodes[image].Has(ElementTraits.InLink) ? length : 0;
        for (int above = image; above >= 0; above = tree.Nodes[above].Parent)
        {
            tree.Nodes[above].TextLength += length;
            tree.Nodes[above].ProseLength += prose;
        }
    }
}
