using PolicyAnalysis.Comparison.Judgement;

namespace PolicyAnalysis.Comparison;

/// <summary>Writes one plain sentence on a change from its quotes alone.</summary>
internal static class ChangeSummary
{
    private const int LongestQuote = 160;

    public static string Write(ChangeDraft draft, ChangeJudgement judgement)
    {
        Provision named = (draft.Match.After.Count > 0 ? draft.Match.After : draft.Match.Before)[0].Provision;
        string where = named.Headings.Count > 0 ? $" (under “{Short(named.Headings[^1])}”)" : string.Empty;
        return $"{What(draft, judgement)}{where}.";
    }

    private static string What(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (judgement.Certificate?.Level == NoEffectLevel.LinkTarget)
            return $"A link points elsewhere: “{Short(draft.Now)}”";
        switch (draft.Operation)
        {
            case ChangeOperation.Added:
                return $"Added: “{Short(draft.Now)}”";
            case ChangeOperation.Removed:
                return $"Removed: “{Short(draft.Was)}”";
            case ChangeOperation.Moved:
                return $"Moved: “{Short(draft.Now)}”";
        }

        TextEdit main = draft.Edits[0];
        foreach (TextEdit edit in draft.Edits)
        {
            if (edit.Before.Length + edit.After.Length > main.Before.Length + main.After.Length)
                main = edit;
        }

        string gone = Short(main.Before.Of(draft.Was));
        string come = Short(main.After.Of(draft.Now));
        if (gone.Length + come.Length == 0)
            return $"Spaces changed in “{Short(draft.Now)}”";
        return gone.Length == 0 ? $"Added the words “{come}”" : come.Length == 0 ? $"Removed the words “{gone}”" : $"“{gone}” became “{come}”";
    }

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongestQuote)
            return line;
        int end = line.LastIndexOf(' ', LongestQuote);
        if (end <= 0)
            end = char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return line[..end] + "…";
    }
}
