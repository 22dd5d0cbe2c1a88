using PolicyAnalysis.Comparison.NoEffect;

namespace PolicyAnalysis.Comparison;

/// <summary>Finds names that gave way to another everywhere: the same substitution in several places, and the old name nowhere left.</summary>
internal static class RenamingFinder
{
    private const int LongestName = 60;

    public static List<ChangeRecord> Apply(List<ChangeRecord> records, PolicyDocument before, PolicyDocument after)
    {
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i] is { Certificate: null, Repeats: > 1, Before: not null, After: not null } record && Name(record, before, after) is { } certificate)
            {
                const string reason = "One name stands in every place of the other, and the other is nowhere left.";
                records[i] = record with
                {
                    Certificate = certificate,
                    Effects = [new ChangeEffect { Id = "name-changed", Score = 1, Reason = reason }, .. record.Effects.Where(static effect => effect.Id != "name-changed").Take(2)],
                    Materiality = Materiality.Minor,
                    MaterialityReasons = [reason],
                    Direction = ChangeDirection.Neutral,
                    DirectionReasons = [],
                    Review = [],
                };
            }
        }

        return records;
    }

    private static NoEffectCertificate? Name(ChangeRecord record, PolicyDocument before, PolicyDocument after)
    {
        string gone = record.Edits[0].Before.Of(before.Text).Trim();
        string come = record.Edits[0].After.Of(after.Text).Trim();
        if (!IsName(gone) || !IsName(come) || Holds(after.Text, gone) || Holds(before.Text, come))
            return null;
        return Renamings.AreEqual(record.Before!.Text, record.After!.Text, gone, come)
            ? new NoEffectCertificate { Level = NoEffectLevel.Renaming, NameBefore = gone, NameAfter = come }
            : null;
    }

    private static bool IsName(string text) => text.Length is > 1 and < LongestName && char.IsUpper(text[0]);

    private static bool Holds(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
