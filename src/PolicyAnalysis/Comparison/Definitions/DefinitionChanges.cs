namespace PolicyAnalysis.Comparison.Definitions;

/// <summary>Finds the defined terms whose members differ between the two sides of a change.</summary>
internal static class DefinitionChanges
{
    public static List<DefinitionChange> Find(ChangeDraft draft, AnalyzedPolicy before, AnalyzedPolicy after)
    {
        Dictionary<string, List<string>> was = DefinitionReader.Read(draft.Was);
        Dictionary<string, List<string>> now = DefinitionReader.Read(draft.Now);
        var changes = new List<DefinitionChange>();
        foreach (string term in was.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            List<string> old = was.GetValueOrDefault(term) ?? [];
            List<string> fresh = now.GetValueOrDefault(term) ?? [];
            List<string> gained = [.. fresh.Except(old, StringComparer.OrdinalIgnoreCase)];
            List<string> lost = [.. old.Except(fresh, StringComparer.OrdinalIgnoreCase)];
            if (gained.Count + lost.Count == 0)
                continue;
            bool stands = now.ContainsKey(term);
            changes.Add(new DefinitionChange
            {
                Term = term,
                Gained = gained,
                Lost = lost,
                UsedBy = Users(term, stands ? after : before, stands ? draft.Match.After : draft.Match.Before),
            });
        }

        return changes;
    }

    private static List<string> Users(string term, AnalyzedPolicy policy, IReadOnlyList<AnalyzedProvision> defining)
    {
        var users = new List<string>();
        foreach (AnalyzedProvision provision in policy.Provisions)
        {
            if (!defining.Contains(provision) && Uses(provision.Provision.Text, term))
                users.Add(provision.Provision.Id);
        }

        return users;
    }

    private static bool Uses(string text, string term)
    {
        for (int at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            int end = at + term.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
