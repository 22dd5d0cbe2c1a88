using System.Text;

namespace PolicyAnalysis.Comparison;

/// <summary>Makes one record of the same change in many provisions; the other places stay as occurrences.</summary>
internal static class RepeatCollapser
{
    private const int MostEdits = 4;
    private const int ManyPlaces = 5;

    private static readonly HashSet<string> Connectives = new(StringComparer.Ordinal) { "and", "or" };

    public static List<ChangeRecord> Collapse(IReadOnlyList<(ChangeRecord Record, string? Key)> records)
    {
        var groups = new List<List<ChangeRecord>>();
        var known = new Dictionary<string, List<ChangeRecord>>(StringComparer.Ordinal);
        List<string?> keys = [.. records.Select(static entry => KeyOf(entry.Record, entry.Key))];
        Dictionary<string, int> places = keys.OfType<string>().CountBy(static key => key).ToDictionary(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            ChangeRecord record = records[i].Record;
            string? key = keys[i] is { } shared && (IsTrivial(record) || places[shared] >= ManyPlaces) ? shared : null;
            if (key is not null && known.TryGetValue(key, out List<ChangeRecord>? group))
            {
                group.Add(record);
                continue;
            }

            groups.Add([record]);
            if (key is not null)
                known[key] = groups[^1];
        }

        return [.. groups.Select(One)];
    }

    // Words that only came or went say something of each provision they stand in, until they stand nearly everywhere.
    private static bool IsTrivial(ChangeRecord record) =>
        record.Certificate is not null || record.Edits.Count == 0 || IsListMark(record) || record.Edits.All(static edit => edit.Before.Length > 0 && edit.After.Length > 0);

    /// <summary>The first of the places, counted from both sides so that it is the same read backwards, with the others as occurrences.</summary>
    private static ChangeRecord One(List<ChangeRecord> group)
    {
        if (group.Count == 1)
            return group[0];
        ChangeRecord first = group.MinBy(static record => (record.Before?.Range.Start ?? 0) + (record.After?.Range.Start ?? 0))!;
        return first with
        {
            Repeats = group.Count,
            Occurrences = [.. group.Where(record => !ReferenceEquals(record, first)).Select(static record => new ChangeOccurrence(record.Before?.Range, record.After?.Range))],
        };
    }

    private static string? KeyOf(ChangeRecord record, string? key)
    {
        switch (record.Certificate?.Level)
        {
            case NoEffectLevel.Layout or NoEffectLevel.LetterCase:
                return "typography";
            case NoEffectLevel.Numbering:
                return $"numbering\u0001{Heading(record.Before!)}\u0001{Heading(record.After!)}";
            case NoEffectLevel.MaskedAddress:
                return "masked address";
            case NoEffectLevel.LinkTarget:
                return key is null ? null : "link\u0001" + key;
            case NoEffectLevel.Place:
                return $"place\u0001{Heading(record.Before!)}\u0001{Heading(record.After!)}";
        }

        if (IsListMark(record))
            return "list marks";
        if (IsCount(record))
            return $"count\u0001{Heading(record.Before!)}\u0001{Heading(record.After!)}";
        return record is { Before: not null, After: not null, Edits.Count: > 0 and <= MostEdits } ? (key == "names" ? key : record.Effects[0].Id) + Substitution(record) : null;
    }

    /// <summary>Whether nothing but the marks and connectives between the items of a list changed.</summary>
    private static bool IsListMark(ChangeRecord record)
    {
        if (record is not { Before: not null, After: not null, Edits.Count: > 0, Materiality: Materiality.Editorial })
            return false;
        foreach (TextEdit edit in record.Edits)
        {
            if (!WordTokens.Words(Gone(record, edit)).TrueForAll(Connectives.Contains) || !WordTokens.Words(Come(record, edit)).TrueForAll(Connectives.Contains))
                return false;
        }

        return true;
    }

    /// <summary>Whether nothing but bare counts changed, as in the rows of a report: numbers without a unit that no rule knows.</summary>
    private static bool IsCount(ChangeRecord record)
    {
        if (record is not { Before: not null, After: not null, Edits.Count: > 0, Quantities.Count: 0 } || record.Materiality == Materiality.Material)
            return false;
        foreach (TextEdit edit in record.Edits)
        {
            if (!IsNumber(Gone(record, edit)) || !IsNumber(Come(record, edit)))
                return false;
        }

        return true;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.Any(char.IsAsciiDigit) && text.All(static letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or ' ' or '%');

    private static string Gone(ChangeRecord record, TextEdit edit) => edit.Before.Shift(-record.Before!.Range.Start).Of(record.Before.Text);

    private static string Come(ChangeRecord record, TextEdit edit) => edit.After.Shift(-record.After!.Range.Start).Of(record.After.Text);

    private static string Heading(ChangeSide side) => side.Headings.Count == 0 ? string.Empty : side.Headings[^1];

    /// <summary>The words that came and went, whatever their capitals, without those that stand on both sides of an edit.</summary>
    private static string Substitution(ChangeRecord record)
    {
        var key = new StringBuilder();
        foreach (TextEdit edit in record.Edits)
        {
            List<string> gone = WordTokens.Words(Gone(record, edit));
            List<string> come = WordTokens.Words(Come(record, edit));
            while (gone.Count > 0 && come.Count > 0 && string.Equals(gone[^1], come[^1], StringComparison.Ordinal))
            {
                gone.RemoveAt(gone.Count - 1);
                come.RemoveAt(come.Count - 1);
            }

            while (gone.Count > 0 && come.Count > 0 && string.Equals(gone[0], come[0], StringComparison.Ordinal))
            {
                gone.RemoveAt(0);
                come.RemoveAt(0);
            }

            if (gone.Count + come.Count > 0)
                key.Append('\u0001').AppendJoin(' ', gone).Append('\u0002').AppendJoin(' ', come);
        }

        return key.ToString();
    }
}
