namespace PolicyAnalysis.Documents;

/// <summary>The words that stand before the number of a clause.</summary>
internal static class ClauseWords
{
    private static readonly (string Word, string[] Forms)[] Words =
        [.. RuleTable.Read("Documents", "clause-words").Select(static cells => (cells[0], cells.Length > 1 ? cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries) : []))];

    private static readonly HashSet<string> Singular = new(Words.Select(static word => word.Word), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> WordOfForm = MakeForms();

    /// <summary>Every form.</summary>
    public static IReadOnlyCollection<string> Forms => WordOfForm.Keys;

    /// <summary>An alternation of every form, the longest first, for an expression that ignores letter case.</summary>
    public static string Alternation { get; } = RuleTable.Alternation(WordOfForm.Keys);

    /// <summary>The length of such a word in the singular and the space behind it at the start of a line; 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(' ', '\u00A0');
        return end > 0 && Singular.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[..end]) ? end + 1 : 0;
    }

    /// <summary>The word that a form belongs to, <c>section</c> for <c>Sections</c>; nothing for another word.</summary>
    public static string? Of(ReadOnlySpan<char> form) => WordOfForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form.Trim(), out string? word) ? word : null;

    private static Dictionary<string, string> MakeForms()
    {
        var forms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string word, string[] others) in Words)
        {
            forms.TryAdd(word, word);
            foreach (string other in others)
                forms.TryAdd(other, word);
        }

        return forms;
    }
}
