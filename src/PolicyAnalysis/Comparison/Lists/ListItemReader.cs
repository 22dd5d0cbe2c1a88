using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Lists;

/// <summary>Finds the items that joined or left an enumeration: in a sentence, or as a list item of its own.</summary>
internal static class ListItemReader
{
    private const int LongestItem = 12;

    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase) { "and", "or" };

    /// <summary>The items in the order of the edits, with ranges in the two quotes.</summary>
    public static List<ListItemChange> Find(ChangeDraft draft)
    {
        ListedThing lists = Listed(draft);
        if (draft.Was.Length == 0 || draft.Now.Length == 0)
        {
            bool isAdded = draft.Was.Length == 0;
            IReadOnlyList<AnalyzedProvision> side = isAdded ? draft.Match.After : draft.Match.Before;
            string text = draft.Was + draft.Now;
            return side.Count == 1 && side[0].Provision.Kind == ProvisionKind.ListItem && side[0].Provision.LeadIn is not null && WordTokens.Words(text).Count <= LongestItem
                ? [new ListItemChange(text, new TextRange(0, text.Length), isAdded, lists)]
                : [];
        }

        var found = new List<ListItemChange>();
        foreach (TextEdit edit in draft.Edits)
        {
            if (Item(draft.Now, edit.After, draft.Was, edit.Before) is { } joined)
                found.Add(new ListItemChange(joined.Of(draft.Now), joined, true, lists));
            else if (Item(draft.Was, edit.Before, draft.Now, edit.After) is { } left)
                found.Add(new ListItemChange(left.Of(draft.Was), left, false, lists));
        }

        return found;
    }

    /// <summary>The item within an edit that only added it, or nothing.</summary>
    private static TextRange? Item(string text, TextRange range, string other, TextRange otherRange)
    {
        if (!IsConnective(otherRange.Of(other)))
            return null;
        int start = range.Start;
        int end = range.End;
        bool isParted = IsParted(text, start, end);
        while (start < end && IsSeparator(text, start, end, out int length))
        {
            start += length;
            isParted = true;
        }

        while (end > start && IsSeparatorBefore(text, start, end, out int length))
        {
            end -= length;
            isParted = true;
        }

        var item = new TextRange(start, end);
        int words = WordTokens.Words(item.Of(text)).Count;
        return isParted && words is > 0 and <= LongestItem && item.Of(text).AsSpan().IndexOfAny(".:?!\n") < 0 ? item : null;
    }

    // What stands left and right of the edit parts the item where the edit itself holds no mark.
    private static bool IsParted(string text, int start, int end)
    {
        int left = start;
        while (left > 0 && char.IsWhiteSpace(text[left - 1]))
            left--;
        int right = end;
        while (right < text.Length && char.IsWhiteSpace(text[right]))
            right++;
        return (left > 0 && text[left - 1] is ',' or ';' or '/') && right < text.Length && text[right] is ',' or ';' or '/';
    }

    private static bool IsConnective(string text) => WordTokens.Words(text).TrueForAll(Connectives.Contains);

    private static bool IsSeparator(string text, int start, int end, out int length)
    {
        length = 1;
        if (char.IsWhiteSpace(text[start]) || text[start] is ',' or ';' or '/' or '&')
            return !char.IsWhiteSpace(text[start]) || Skip(text, start, end, out length);
        length = Word(text, start, end);
        return length > 0 && Connectives.Contains(text.Substring(start, length));
    }

    // White space alone parts nothing; it is skipped with the mark or connective behind it.
    private static bool Skip(string text, int start, int end, out int length)
    {
        int at = start;
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        length = at - start;
        if (at == end)
            return false;
        if (text[at] is ',' or ';' or '/' or '&')
        {
            length++;
            return true;
        }

        int word = Word(text, at, end);
        if (word == 0 || !Connectives.Contains(text.Substring(at, word)))
            return false;
        length += word;
        return true;
    }

    private static bool IsSeparatorBefore(string text, int start, int end, out int length)
    {
        int at = end;
        while (at > start && char.IsWhiteSpace(text[at - 1]))
            at--;
        length = end - at;
        if (at == start)
            return false;
        if (text[at - 1] is ',' or ';' or '/' or '&')
        {
            length++;
            return true;
        }

        int first = at;
        while (first > start && char.IsLetterOrDigit(text[first - 1]))
            first--;
        if (first == at || !Connectives.Contains(text[first..at]))
            return false;
        length += at - first;
        return true;
    }

    private static int Word(string text, int start, int end)
    {
        int at = start;
        while (at < end && char.IsLetterOrDigit(text[at]))
            at++;
        return at - start;
    }

    /// <summary>What is listed, told from the main types of both sides and their usual effect.</summary>
    private static ListedThing Listed(ChangeDraft draft)
    {
        var types = new SortedSet<string>(draft.Match.Before.Concat(draft.Match.After).Select(static part => part.MainType).OfType<string>(), StringComparer.Ordinal);
        foreach (string type in types)
        {
            ListedThing? listed = EffectIds.OfType(type)?.Effect switch
            {
                "data-added" => ListedThing.Data,
                "purpose-added" => ListedThing.Purposes,
                "recipient-added" => ListedThing.Recipients,
                "transfer-changed" => ListedThing.Places,
                "right-added" or "choice-added" => ListedThing.Rights,
                "user-duty-added" => ListedThing.Duties,
                _ => null,
            };
            if (listed is { } known)
                return known;
        }

        return ListedThing.Other;
    }
}
