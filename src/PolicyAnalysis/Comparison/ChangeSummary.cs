using PolicyAnalysis.Comparison.Judgement;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison;

/// <summary>Writes one plain sentence on a change; all it names stands in a quote.</summary>
internal static class ChangeSummary
{
    private const int LongestQuote = 160;
    private const int LongestEdit = 90;
    private const int LongestStart = 60;
    private const int LongestHeading = 60;
    private const int ShortChange = 160;
    private const int LongestMember = 6;

    public static string Write(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (judgement is { Certificate: null, Definitions: [var definition] } && draft.Match is { Before.Count: > 0, After.Count: > 0 } && OfDefinition(definition) is { } summary)
            return summary;
        Provision named = (draft.Match.After.Count > 0 ? draft.Match.After : draft.Match.Before)[0].Provision;
        string where = named.Headings.Count > 0 && !(draft.Was + draft.Now).StartsWith(named.Headings[^1], StringComparison.Ordinal)
            ? $" (under “{Short(named.Headings[^1], LongestHeading)}”)"
            : string.Empty;
        return $"{What(draft, judgement)}{where}.";
    }

    /// <summary>What a definition gained or lost, in place of the words that changed; nothing where a member is no plain name of something.</summary>
    private static string? OfDefinition(DefinitionChange definition)
    {
        if (definition.Gained.Concat(definition.Lost).Any(static member => WordTokens.Words(member).Count > LongestMember))
            return null;
        string gained = string.Join("” and “", definition.Gained);
        string lost = string.Join("” and “", definition.Lost);
        string term = definition.Term.Trim(',', '.', ' ');
        return gained.Length == 0 ? $"“{term}” no longer takes in “{lost}”."
            : lost.Length == 0 ? $"“{term}” now takes in “{gained}”."
            : $"“{term}” now takes in “{gained}” and no longer “{lost}”.";
    }

    private static string What(ChangeDraft draft, ChangeJudgement judgement)
    {
        switch (judgement.Certificate?.Level)
        {
            case NoEffectLevel.LinkTarget:
                return $"A link points elsewhere: “{Short(draft.Now)}”";
            case NoEffectLevel.Layout or NoEffectLevel.LetterCase:
                return $"Only marks, spaces or capitals changed in “{Short(draft.Now)}”";
        }

        switch (draft.Operation)
        {
            case ChangeOperation.Added:
                return Whole("Added", draft.Now, judgement.KeyWords);
            case ChangeOperation.Removed:
                return Whole("Removed", draft.Was, judgement.KeyWords);
            case ChangeOperation.Moved:
                return $"Moved: “{Short(draft.Now)}”";
        }

        return OfQuantity(draft, judgement) ?? OfEdit(draft, judgement);
    }

    /// <summary>A provision that came or went: its start, and the sentence that told the effect where that stands further on.</summary>
    private static string Whole(string verb, string text, string? key)
    {
        int at = key is null ? -1 : text.IndexOf(key, StringComparison.Ordinal);
        return at <= LongestQuote
            ? $"{verb}: “{Short(text)}”"
            : $"{verb}: “{Short(text, LongestStart)}”, with “{QuoteWindow.Around(text, new TextRange(at, at + key!.Length), LongestQuote)}”";
    }

    private static string? OfQuantity(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (judgement.Quantities.Count != 1 || draft.Edits.Sum(static edit => edit.Before.Length + edit.After.Length) > ShortChange)
            return null;
        QuantityChange change = judgement.Quantities[0];
        string was = change.Before is { } before ? Stated(before, draft.Was, draft.WasRange) : string.Empty;
        string now = change.After is { } after ? Stated(after, draft.Now, draft.NowRange) : string.Empty;
        string kind = QuantityWords.Kind((change.After ?? change.Before)!.Kind);
        string place = change.After is { } fresh
            ? QuoteWindow.Around(draft.Now, fresh.Range.Shift(-draft.NowRange.Start), LongestQuote)
            : QuoteWindow.Around(draft.Was, change.Before!.Range.Shift(-draft.WasRange.Start), LongestQuote);
        return change.Trend switch
        {
            QuantityTrend.Increased => $"The {kind} rises from {was} to {now} in “{place}”",
            QuantityTrend.Decreased => $"The {kind} falls from {was} to {now} in “{place}”",
            QuantityTrend.Stated => $"The {kind} {now} is newly stated in “{place}”",
            _ => $"The {kind} {was} is no longer stated; it stood in “{place}”",
        };
    }

    /// <summary>The words that state a quantity, with its unit where they leave it out.</summary>
    private static string Stated(Quantity quantity, string text, TextRange range)
    {
        string words = quantity.Range.Shift(-range.Start).Of(text);
        return words.Any(char.IsLetter) || quantity.Kind is QuantityKind.Money or QuantityKind.Percentage ? $"“{words}”" : $"“{words}” {QuantityWords.Unit(quantity)}";
    }

    private static string OfEdit(ChangeDraft draft, ChangeJudgement judgement)
    {
        TextEdit main = Main(draft, judgement);
        string gone = Bare(main.Before.Of(draft.Was));
        string come = Bare(main.After.Of(draft.Now));
        if (gone.Length + come.Length == 0)
            return $"Only marks, spaces or capitals changed in “{Short(draft.Now)}”";
        string more = draft.Edits.Count > 1 ? ", with other words" : string.Empty;
        string what = gone.Length == 0 ? $"Added “{Short(come)}”" : come.Length == 0 ? $"Removed “{Short(gone)}”" : $"“{Short(gone, LongestEdit)}” became “{Short(come, LongestEdit)}”";
        (string text, TextRange range) = come.Length > 0 ? (draft.Now, main.After) : (draft.Was, main.Before);
        string around = QuoteWindow.Around(text, range, LongestQuote);
        // A whole sentence is its own context.
        return around.Trim('…').Length <= (come.Length > 0 ? come : gone).Length + 2 ? what + more : $"{what}{more} in “{around}”";
    }

    /// <summary>The edit that told the effect, or else the one with most words.</summary>
    private static TextEdit Main(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (judgement.KeyWords is { Length: > 0 } key)
        {
            foreach (TextEdit edit in draft.Edits)
            {
                if (edit.After.Of(draft.Now).Contains(key, StringComparison.Ordinal) || edit.Before.Of(draft.Was).Contains(key, StringComparison.Ordinal))
                    return edit;
            }
        }

        return draft.Edits.MaxBy(edit => Weight(edit.Before.Of(draft.Was), edit.After.Of(draft.Now)))!;
    }

    // Capitals and marks are the least of what changed.
    private static int Weight(string gone, string come) =>
        WordTokens.Words(gone).SequenceEqual(WordTokens.Words(come), StringComparer.Ordinal) ? 0 : gone.Length + come.Length;

    /// <summary>Without the marks that only part it from what stands beside.</summary>
    private static string Bare(string words)
    {
        string bare = words.Trim().TrimStart(',', ';', '.', ':', ')').TrimEnd(',', ';', ':', '(').Trim();
        return bare.Length > 0 ? bare : words.Trim().Any(char.IsLetterOrDigit) ? words.Trim() : string.Empty;
    }

    private static string Short(string text, int longest = LongestQuote)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= longest)
            return line;
        int end = line.LastIndexOf(' ', longest);
        if (end <= 0)
            end = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return line[..end] + "…";
    }
}
