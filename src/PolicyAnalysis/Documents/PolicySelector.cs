namespace PolicyAnalysis.Documents;

/// <summary>
/// Where one page holds several policies, keeps the one that is asked for: from its title down to the next title of the
/// same rank that names another kind of policy.
/// </summary>
internal static class PolicySelector
{
    /// <summary>A part shorter than this is a chapter of a policy, not a policy.</summary>
    private const int ShortestPolicy = 800;

    public static void Select(DocumentDraft draft, string? pageTitle, PolicyDocumentType? wanted)
    {
        if (wanted is null or PolicyDocumentType.Unknown or PolicyDocumentType.Other)
            return;
        if (Matches(DocumentTypeRecognizer.FromTitle(pageTitle), wanted) || Matches(DocumentTypeRecognizer.FromTitle(draft.Title), wanted))
            return;

        List<int> titles = [];
        for (int index = 0; index < draft.Blocks.Count; index++)
        {
            if (draft.Blocks[index] is { Kind: DocumentBlockKind.Heading, Level: <= 3, Text.Length: < 90 } heading && DocumentTypeRecognizer.FromTitle(heading.Text) != PolicyDocumentType.Unknown)
                titles.Add(index);
        }

        foreach (int start in titles)
        {
            if (!Matches(DocumentTypeRecognizer.FromTitle(draft.Blocks[start].Text), wanted))
                continue;
            int level = draft.Blocks[start].Level;
            int end = titles.Find(title => title > start && draft.Blocks[title].Level <= level && !Matches(DocumentTypeRecognizer.FromTitle(draft.Blocks[title].Text), wanted));
            if (end == 0)
                end = draft.Blocks.Count;
            int length = 0;
            for (int index = start; index < end; index++)
                length += draft.Blocks[index].Text.Length;
            if (length < ShortestPolicy)
                continue;
            draft.Diagnostics.Add(new PolicyDiagnostic { Code = "one-of-several-policies", Message = $"The page holds several policies; the part titled \"{draft.Blocks[start].Text}\" was taken." });
            draft.Title = draft.Blocks[start].Text;
            draft.Blocks.RemoveRange(end, draft.Blocks.Count - end);
            draft.Blocks.RemoveRange(0, start);
            return;
        }
    }

    private static bool Matches(PolicyDocumentType found, PolicyDocumentType? wanted) => found == wanted;
}
