namespace PolicyAnalysis.Documents;

/// <summary>A kind of policy with how sure it is, 0 to 1.</summary>
internal readonly record struct RecognizedType(PolicyDocumentType Type, double Score);

/// <summary>Recognises the kind of policy from its title, or else from the words it uses.</summary>
internal static class DocumentTypeRecognizer
{
    /// <summary>How much of the text is read.</summary>
    private const int Window = 12_000;

    /// <summary>How sure a title is that names one kind, and one that names several.</summary>
    private const double TitleScore = 0.9;

    private const double MixedTitleScore = 0.8;

    public static RecognizedType Recognize(string? title, string text)
    {
        PolicyDocumentType byTitle = FromTitle(title);
        return byTitle == PolicyDocumentType.Unknown ? FromText(text) : new RecognizedType(byTitle, NamesSeveral(title!) ? MixedTitleScore : TitleScore);
    }

    /// <summary>The kind that a title names, or <see cref="PolicyDocumentType.Unknown"/>.</summary>
    public static PolicyDocumentType FromTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return PolicyDocumentType.Unknown;
        string lower = title.ToLowerInvariant();
        foreach (DocumentTypeRule rule in DocumentTypeRules.All)
        {
            foreach (TitleWord word in rule.TitleWords)
            {
                if (word.IsIn(lower))
                    return rule.Type;
            }
        }

        return PolicyDocumentType.Unknown;
    }

    /// <summary>Whether a title holds words of more than one kind: "Terms, privacy and copyright".</summary>
    public static bool NamesSeveral(string title)
    {
        string lower = title.ToLowerInvariant();
        int kinds = 0;
        foreach (DocumentTypeRule rule in DocumentTypeRules.All)
            kinds += rule.TitleWords.Any(word => word.IsIn(lower)) ? 1 : 0;
        return kinds > 1 && lower.AsSpan().ContainsAny(",&/+");
    }

    /// <summary>The kind whose words the start of a text uses most, with its share among the kinds.</summary>
    public static RecognizedType FromText(string text)
    {
        string start = text[..Math.Min(text.Length, Window)].ToLowerInvariant();
        int best = 0;
        int all = 0;
        PolicyDocumentType type = PolicyDocumentType.Unknown;
        foreach (DocumentTypeRule rule in DocumentTypeRules.All)
        {
            int count = 0;
            foreach (string word in rule.TextWords)
                count += start.AsSpan().Count(word);
            all += count;
            if (count > best)
                (best, type) = (count, rule.Type);
        }

        return best < 2 ? default : new RecognizedType(type, 0.7 * best / all);
    }
}
