namespace PolicyAnalysis.Documents;

/// <summary>The words by which one kind of policy is known.</summary>
internal sealed record DocumentTypeRule(PolicyDocumentType Type, IReadOnlyList<TitleWord> TitleWords, IReadOnlyList<string> TextWords);

/// <summary>A word or phrase of a title; a whole word where its parts mean something else.</summary>
internal readonly record struct TitleWord(string Text, bool IsWholeWord)
{
    /// <summary>Whether a title in lower case holds the word.</summary>
    public bool IsIn(string title)
    {
        for (int at = title.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = title.IndexOf(Text, at + 1, StringComparison.Ordinal))
        {
            int end = at + Text.Length;
            if (!IsWholeWord || ((at == 0 || !char.IsLetterOrDigit(title[at - 1])) && (end == title.Length || !char.IsLetterOrDigit(title[end]))))
                return true;
        }

        return false;
    }
}

/// <summary>The embedded table of the kinds of policy, read once; special kinds stand before general ones.</summary>
internal static class DocumentTypeRules
{
    private static readonly Lazy<IReadOnlyList<DocumentTypeRule>> Table = new(Load);

    public static IReadOnlyList<DocumentTypeRule> All => Table.Value;

    private static List<DocumentTypeRule> Load() =>
        [.. RuleTable.Read("Documents", "document-types").Select(cells => new DocumentTypeRule(Enum.Parse<PolicyDocumentType>(cells[0]), [.. cells[1].Split('|').Select(Word)], cells[2].Split('|')))];

    private static TitleWord Word(string text) =>
        text.StartsWith("\\b", StringComparison.Ordinal) ? new TitleWord(text.Replace("\\b", string.Empty, StringComparison.Ordinal), true) : new TitleWord(text, false);
}
