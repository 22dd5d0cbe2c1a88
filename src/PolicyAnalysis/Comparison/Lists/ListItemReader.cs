using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Lists;

/// <summary>Finds the items that joined or left an enumeration: in a sentence, or as a list item of its own.</summary>
internal static class ListItemReader
{
    private const int LongestItem = 12;
    private const int MostItems = 8;

    // "A" and "A and B": the least that is an enumeration on one side.
    private const int FewestItems = 3;

    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase) { "and", "or" };

    // What begins so is a clause, not a thing.
    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal) { "if", "unless", "when", "where", "while", "which", "who", "that", "because", "so", "but", "except", "as", "we", "you", "it", "they" };

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
        var seen = new HashSet<(TextRange Was, TextRange Now)>();
        foreach (TextEdit edit in draft.Edits)
        {
            (TextRange Was, TextRange Now) sentences = (Sentences.RangeAround(draft.Was, edit.Before), Sentences.RangeAround(draft.Now, edit.After));
            if (seen.Add(sentences))
                Find(draft, sentences.Was, sentences.Now, lists, found);
        }

        return found;
    }

    /// <summary>Compares the enumerations of two sentences as sets; where they share no item, or too much else changed, nothing is said.</summary>
    private static void Find(ChangeDraft draft, TextRange was, TextRange now, ListedThing lists, List<ListItemChange> found)
    {
        List<TextRange> old = Items(draft.Was, was);
        List<TextRange> fresh = Items(draft.Now, now);
        if (old.Count == 0 || fresh.Count == 0 || old.Count + fresh.Count < FewestItems)
            return;
        TrimSame(draft.Was, old, draft.Now, fresh);
        List<TextRange> left = Without(draft.Was, old, draft.Now, fresh);
        List<TextRange> joined = Without(draft.Now, fresh, draft.Was, old);
        if (left.Count + joined.Count is 0 or > MostItems || left.Count == old.Count && joined.Count == fresh.Count && old.Count + fresh.Count > FewestItems)
            return;
        if (!left.TrueForAll(item => IsItem(item.Of(draft.Was))) || !joined.TrueForAll(item => IsItem(item.Of(draft.Now))))
            return;
        found.AddRange(joined.Select(item => new ListItemChange(item.Of(draft.Now), item, true, lists)));
        found.AddRange(left.Select(item => new ListItemChange(item.Of(draft.Was), item, false, lists)));
    }

    private static bool IsItem(string text)
    {
        List<string> words = WordTokens.Words(text);
        return words.Count is > 0 and <= LongestItem && !Clauses.Contains(words[0]);
    }

    /// <summary>The items of one side that the other side does not hold.</summary>
    private static List<TextRange> Without(string text, List<TextRange> items, string otherText, List<TextRange> others)
    {
        var known = others.Select(item => string.Join(' ', WordTokens.Words(item.Of(otherText)))).ToHashSet(StringComparer.Ordinal);
        return items.FindAll(item => string.Join(' ', WordTokens.Words(item.Of(text))) is { Length: > 0 } words && !known.Contains(words));
    }

    /// <summary>Takes the words that stand before the first and behind the last item of both sides off them.</summary>
    private static void TrimSame(string was, List<TextRange> old, string now, List<TextRange> fresh)
    {
        List<TextRange> left = Tokens(was, old[0]);
        List<TextRange> right = Tokens(now, fresh[0]);
        int same = 0;
        while (same < left.Count - 1 && same < right.Count - 1 && IsSame(was, left[same], now, right[same]))
            same++;
        old[0] = new TextRange(left[same].Start, old[0].End);
        fresh[0] = new TextRange(right[same].Start, fresh[0].End);
        left = Tokens(was, old[^1]);
        right = Tokens(now, fresh[^1]);
        same = 0;
        while (same < left.Count - 1 && same < right.Count - 1 && IsSame(was, left[^(same + 1)], now, right[^(same + 1)]))
            same++;
        old[^1] = new TextRange(old[^1].Start, left[^(same + 1)].End);
        fresh[^1] = new TextRange(fresh[^1].Start, right[^(same + 1)].End);
    }

    private static bool IsSame(string was, TextRange left, string now, TextRange right) => string.Equals(left.Of(was), right.Of(now), StringComparison.OrdinalIgnoreCase);

    private static List<TextRange> Tokens(string text, TextRange range) => WordTokens.Of(range.Of(text)).ConvertAll(token => token.Shift(range.Start));

    /// <summary>The parts of a sentence between commas, semicolons, slashes and the words "and" and "or"; none is empty.</summary>
    private static List<TextRange> Items(string text, TextRange sentence)
    {
        var items = new List<TextRange>();
        TextRange? item = null;
        foreach (TextRange token in Tokens(text, sentence))
        {
            string word = token.Of(text);
            if (word is "," or ";" or "/" or "&" or "." or "!" or "?" || Connectives.Contains(word))
            {
                if (item is { } ended)
                    items.Add(ended);
                item = null;
            }
            else
            {
                item = new TextRange(item?.Start ?? token.Start, token.End);
            }
        }

        if (item is { } last)
            items.Add(last);
        return items;
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
