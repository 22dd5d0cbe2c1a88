namespace PolicyAnalysis.Documents;

/// <summary>Where one page holds several policies, keeps the one that is asked for.</summary>
internal static class PolicySelector
{
    public static void Select(DocumentDraft draft, string? pageTitle, PolicyDocumentType? wanted)
    {
        if (wanted is not { } type || type is PolicyDocumentType.Unknown or PolicyDocumentType.Other)
            return;
        IReadOnlyList<PolicyPart> parts = PolicyParts.Of(draft.Blocks);
        if (parts.Count > 0)
        {
            if (Best(draft, parts, type) is { } best)
                Keep(draft, best);
            return;
        }

        if (!Names(draft.Title, type) && !Names(pageTitle, type) && PolicyParts.Inside(draft.Blocks, type) is { } inside)
            Keep(draft, inside);
    }

    /// <summary>The first part whose title names the kind, or else the one whose text speaks of it most.</summary>
    private static PolicyPart? Best(DocumentDraft draft, IReadOnlyList<PolicyPart> parts, PolicyDocumentType wanted)
    {
        PolicyPart? best = null;
        double bestScore = 0;
        foreach (PolicyPart part in parts)
        {
            if (part.Type == wanted)
                return part;
            RecognizedType byText = DocumentTypeRecognizer.FromText(string.Join('\n', draft.Blocks.Skip(part.Start).Take(part.End - part.Start).Select(block => block.Text)));
            if (byText.Type == wanted && byText.Score > bestScore)
                (best, bestScore) = (part, byText.Score);
        }

        return best;
    }

    private static bool Names(string? title, PolicyDocumentType wanted) =>
        title is not null && DocumentTypeRecognizer.FromTitle(title) == wanted && !DocumentTypeRecognizer.NamesSeveral(title);

    private static void Keep(DocumentDraft draft, PolicyPart part)
    {
        string title = draft.Blocks[part.Start].Text;
        draft.Diagnostics.Add(new PolicyDiagnostic { Code = "one-of-several-policies", Message = $"The page holds several policies; the part titled \"{title}\" was taken." });
        draft.Title = title;
        draft.Blocks.RemoveRange(part.End, draft.Blocks.Count - part.End);
        draft.Blocks.RemoveRange(0, part.Start);
    }
}
