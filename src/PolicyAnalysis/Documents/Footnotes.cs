namespace PolicyAnalysis.Documents;

/// <summary>
/// Finds footnotes: what a short raised link further up leads to. A note is kept wherever the page puts it, and the arrow that
/// leads back from it is not text.
/// </summary>
internal static class Footnotes
{
    /// <summary>A mark such as <c>12</c>, <c>[3]</c> or <c>**</c>; longer links are sentences.</summary>
    private const int LongestMark = 5;

    /// <summary>More text than this is a chapter that a link leads to.</summary>
    private const int LongestNote = 3000;

    public static void Mark(PageTree tree)
    {
        List<PageNode> nodes = tree.Nodes;
        Dictionary<string, int>? places = null;
        for (int index = 1; index < nodes.Count; index++)
        {
            if (nodes[index] is not { Name: "a", TextLength: > 0 and <= LongestMark } link || link.Element!.GetAttribute("href") is not ['#', _, ..] target || !IsRaised(tree, index))
                continue;
            places ??= Places(nodes);
            if (!places.TryGetValue(target[1..], out int place) || place <= index)
                continue;
            int note = BlockOf(nodes, place);
            if (note > 0 && nodes[note].TextLength is > 0 and <= LongestNote && !nodes[note].Has(ElementTraits.Note) && !IsInside(nodes, index, note))
                MarkNote(tree, note);
        }
    }

    private static void MarkNote(PageTree tree, int note)
    {
        List<PageNode> nodes = tree.Nodes;
        nodes[note].Traits |= ElementTraits.Note;
        for (int index = note + 1; index < nodes[note].End; index++)
        {
            if (nodes[index] is { Name: "a", TextLength: > 0 and <= LongestMark } link && link.Element!.GetAttribute("href") is ['#', ..] && !tree.TextOf(index, 8).Any(char.IsLetterOrDigit))
                tree.Drop(index);
        }

        for (int above = note; above >= 0; above = nodes[above].Parent)
            nodes[above].NoteLength += nodes[note].TextLength;
    }

    /// <summary>Whether the link is set above the line, or says that it leads to a note.</summary>
    private static bool IsRaised(PageTree tree, int link)
    {
        List<PageNode> nodes = tree.Nodes;
        if (nodes[link].Role == "doc-noteref")
            return true;
        for (int above = nodes[link].Parent; above > 0 && nodes[above].Has(ElementTraits.Inline); above = nodes[above].Parent)
        {
            if (nodes[above].Name == "sup")
                return true;
        }

        for (int inside = link + 1; inside < nodes[link].End; inside++)
        {
            if (nodes[inside].Name == "sup")
                return nodes[inside].TextLength == nodes[link].TextLength;
        }

        return false;
    }

    private static int BlockOf(List<PageNode> nodes, int place)
    {
        while (place > 0 && nodes[place].Has(ElementTraits.Inline))
            place = nodes[place].Parent;
        return place;
    }

    private static bool IsInside(List<PageNode> nodes, int index, int outer) => index >= outer && index < nodes[outer].End;

    private static Dictionary<string, int> Places(List<PageNode> nodes)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 1; index < nodes.Count; index++)
        {
            if (nodes[index].Id is { } id)
                places.TryAdd(id, index);
            if (nodes[index].Name == "a" && nodes[index].Element!.GetAttribute("name") is { Length: > 0 } name)
                places.TryAdd(name, index);
        }

        return places;
    }
}
