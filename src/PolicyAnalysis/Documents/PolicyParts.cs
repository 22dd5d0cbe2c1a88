namespace PolicyAnalysis.Documents;

/// <summary>A policy among several on one page: blocks <c>[Start, End)</c> of the page's draft.</summary>
internal readonly record struct PolicyPart(int Start, int End, PolicyDocumentType Type);

/// <summary>
/// Finds the policies that stand one after the other on a page: each from a heading that is the name of a document down to
/// the next heading of the same rank that begins another one.
/// </summary>
internal static class PolicyParts
{
    /// <summary>A part shorter than this is a chapter of a policy or a pointer to one, not a policy.</summary>
    private const int ShortestPolicy = 800;

    /// <summary>Parts of several kinds that together hold this share of the page are what the page is made of.</summary>
    private const double CollectionShare = 0.6;

    /// <summary>The policies of a page; empty where the page is one policy.</summary>
    public static IReadOnlyList<PolicyPart> Of(List<DraftBlock> blocks)
    {
        int total = Length(blocks, 0, blocks.Count);
        for (int level = 1; level <= 4; level++)
        {
            List<PolicyPart> parts = AtLevel(blocks, level);
            int covered = 0;
            foreach (PolicyPart part in parts)
                covered += Length(blocks, part.Start, part.End);
            if (parts.Count >= 2 && parts.Any(part => part.Type != parts[0].Type) && covered >= CollectionShare * total)
                return parts;
        }

        return [];
    }

    /// <summary>A policy of its own that follows or stands inside a page of another kind; nothing where there is none.</summary>
    public static PolicyPart? Inside(List<DraftBlock> blocks, PolicyDocumentType wanted)
    {
        for (int level = 1; level <= 4; level++)
        {
            foreach (PolicyPart part in AtLevel(blocks, level))
            {
                if (part.Type == wanted)
                    return part;
            }
        }

        return null;
    }

    private static List<PolicyPart> AtLevel(List<DraftBlock> blocks, int level)
    {
        var parts = new List<PolicyPart>();
        for (int start = 0; start < blocks.Count; start++)
        {
            if (!IsTitle(blocks[start], level))
                continue;
            int end = Section(blocks, start, level);
            if (Length(blocks, start, end) < ShortestPolicy)
                end = UpToNextTitle(blocks, start, level);
            if (Length(blocks, start, end) >= ShortestPolicy)
            {
                parts.Add(new PolicyPart(start, end, DocumentTypeRecognizer.FromTitle(blocks[start].Text)));
                start = end - 1;
            }
        }

        return parts;
    }

    private static bool IsTitle(DraftBlock block, int level) =>
        block.Kind == DocumentBlockKind.Heading && block.Level == level && PolicyTitle.NamesDocument(block.Text)
        && DocumentTypeRecognizer.FromTitle(block.Text) != PolicyDocumentType.Unknown && !DocumentTypeRecognizer.NamesSeveral(block.Text);

    /// <summary>Where the section of a heading ends: at the next heading of its rank or above; a numbered one is a chapter.</summary>
    private static int Section(List<DraftBlock> blocks, int start, int level)
    {
        int end = start + 1;
        while (end < blocks.Count && !(blocks[end].Kind == DocumentBlockKind.Heading && IsBoundary(blocks[end], level)))
            end++;
        return end;
    }

    private static bool IsBoundary(DraftBlock heading, int level) =>
        heading.Level < level || (heading.Level == level && PrintedNumber.Length(heading.Text) == 0);

    /// <summary>Where a policy ends whose chapters have the rank of its title: at the title of the next policy.</summary>
    private static int UpToNextTitle(List<DraftBlock> blocks, int start, int level)
    {
        int end = start + 1;
        while (end < blocks.Count && !IsTitle(blocks[end], level))
            end++;
        return end;
    }

    private static int Length(List<DraftBlock> blocks, int start, int end)
    {
        int length = 0;
        for (int index = start; index < end; index++)
            length += blocks[index].Text.Length;
        return length;
    }
}
