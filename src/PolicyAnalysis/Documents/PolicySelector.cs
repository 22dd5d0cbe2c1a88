namespace PolicyAnalysis.Documents;

/// <summary>Tells which policy is meant where one page holds several.</summary>
internal static class PolicySelector
{
    /// <summary>The part of the page that is of the wanted kind; nothing where the page is to be read whole.</summary>
    public static PolicyPart? Select(DocumentDraft draft, PolicyDocumentType? wanted)
    {
        if (wanted is not { } type || type is PolicyDocumentType.Unknown or PolicyDocumentType.Other)
            return null;
        IReadOnlyList<PolicyPart> parts = PolicyParts.Of(draft.Blocks);
        if (parts.Count > 0)
            return Best(draft, parts, type);
        return Names(draft.Title, type) || Names(draft.PageTitle, type) ? null : PolicyParts.Inside(draft.Blocks, type);
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
}
