namespace PolicyAnalysis.Comparison.Quantities;

/// <summary>A quantity that changed, with what it is about.</summary>
internal sealed record FoundQuantityChange(QuantityChange Change, QuantitySubject? Subject)
{
    /// <summary>The effect that the subject gives to the trend; nothing where the subject is not known.</summary>
    public string? Effect => Subject is null ? null : Change.Trend switch
    {
        QuantityTrend.Increased => Subject.Increased,
        QuantityTrend.Decreased => Subject.Decreased,
        // A period that is newly stated binds the service, one that is gone frees it: kept without end, answered some time.
        QuantityTrend.Stated => Subject.Longer == ChangeDirection.AgainstUser ? Subject.Decreased : Subject.Increased,
        _ => Subject.Longer == ChangeDirection.AgainstUser ? Subject.Increased : Subject.Decreased,
    };
}

/// <summary>Pairs the quantities of two texts by what they are about.</summary>
internal static class QuantityChanges
{
    public static List<FoundQuantityChange> Find(ChangeDraft draft)
    {
        var found = new List<FoundQuantityChange>();
        if (draft.Was.Length == 0 || draft.Now.Length == 0)
            return found;
        List<Quantity> was = QuantityReader.Read(draft.Was);
        List<Quantity> now = QuantityReader.Read(draft.Now);
        foreach (Quantity same in was.ToArray())
        {
            if (now.Find(other => other.Kind == same.Kind && string.Equals(other.Value, same.Value, StringComparison.Ordinal)) is { } partner)
            {
                was.Remove(same);
                now.Remove(partner);
            }
        }

        PairWithinEdits(draft, was, now, found);
        PairLeft(draft, was, now, found);
        found.AddRange(was.Where(old => draft.Edits.Any(edit => edit.Before.Overlaps(old.Range))).Select(old => Of(draft, old, null)));
        found.AddRange(now.Where(fresh => draft.Edits.Any(edit => edit.After.Overlaps(fresh.Range))).Select(fresh => Of(draft, null, fresh)));
        return found;
    }

    /// <summary>One edit that touches one quantity on each side turned the one into the other.</summary>
    private static void PairWithinEdits(ChangeDraft draft, List<Quantity> was, List<Quantity> now, List<FoundQuantityChange> found)
    {
        foreach (TextEdit edit in draft.Edits)
        {
            Quantity? old = was.Find(quantity => edit.Before.Overlaps(quantity.Range));
            Quantity? fresh = now.Find(quantity => edit.After.Overlaps(quantity.Range));
            if (old is null || fresh is null || old.Kind != fresh.Kind)
                continue;
            was.Remove(old);
            now.Remove(fresh);
            if (Size(old) != Size(fresh))
                found.Add(Of(draft, old, fresh));
        }
    }

    /// <summary>What is left and was touched is paired in order, kind by kind.</summary>
    private static void PairLeft(ChangeDraft draft, List<Quantity> was, List<Quantity> now, List<FoundQuantityChange> found)
    {
        foreach (QuantityKind kind in Enum.GetValues<QuantityKind>())
        {
            List<Quantity> old = was.FindAll(quantity => quantity.Kind == kind && draft.Edits.Any(edit => edit.Before.Overlaps(quantity.Range)));
            List<Quantity> fresh = now.FindAll(quantity => quantity.Kind == kind && draft.Edits.Any(edit => edit.After.Overlaps(quantity.Range)));
            for (int i = 0; i < Math.Min(old.Count, fresh.Count); i++)
            {
                was.Remove(old[i]);
                now.Remove(fresh[i]);
                if (Size(old[i]) != Size(fresh[i]))
                    found.Add(Of(draft, old[i], fresh[i]));
            }
        }
    }

    private static FoundQuantityChange Of(ChangeDraft draft, Quantity? old, Quantity? fresh)
    {
        QuantityKind kind = (fresh ?? old)!.Kind;
        QuantitySubject? subject = Subject(kind, old, draft.Was, fresh, draft.Now, [.. draft.Match.Before, .. draft.Match.After]);
        QuantityTrend trend = old is null ? QuantityTrend.Stated : fresh is null ? QuantityTrend.Dropped : Size(fresh) > Size(old) ? QuantityTrend.Increased : QuantityTrend.Decreased;
        ChangeDirection longer = subject?.Longer ?? ChangeDirection.Neutral;
        ChangeDirection direction = trend switch
        {
            QuantityTrend.Increased => longer,
            QuantityTrend.Decreased => RuleFile.Mirror(longer),
            _ when kind != QuantityKind.Period || longer == ChangeDirection.Neutral => ChangeDirection.Neutral,
            QuantityTrend.Stated => ChangeDirection.ForUser,
            _ => ChangeDirection.AgainstUser,
        };
        return new FoundQuantityChange(
            new QuantityChange
            {
                Before = old is null ? null : old with { Range = old.Range.Shift(draft.WasRange.Start) },
                After = fresh is null ? null : fresh with { Range = fresh.Range.Shift(draft.NowRange.Start) },
                Trend = trend,
                Subject = subject?.Id ?? "other",
                Direction = direction,
            },
            subject);
    }

    // The sentences of both sides are read together, so that the subject is the same from either side.
    private static QuantitySubject? Subject(QuantityKind kind, Quantity? old, string was, Quantity? fresh, string now, IReadOnlyList<AnalyzedProvision> provisions)
    {
        string before = old is null ? string.Empty : Sentences.Around(was, old.Range);
        string after = fresh is null ? string.Empty : Sentences.Around(now, fresh.Range);
        string both = string.CompareOrdinal(before, after) <= 0 ? $"{before} \n {after}" : $"{after} \n {before}";
        both = both.ReplaceLineEndings(" ");
        if (QuantitySubject.Of(kind, both) is { Id: not ("price" or "commission") } told)
            return told;
        if (provisions.Count == 0)
            return QuantitySubject.Of(kind, both);
        var lines = new SortedSet<string>(provisions.SelectMany(static part => part.Provision.Headings.TakeLast(2).Concat(part.Provision.TableHeaders).Append(part.Provision.LeadIn ?? string.Empty)), StringComparer.Ordinal);
        string context = string.Join(' ', lines.Append(both)).ReplaceLineEndings(" ");
        return QuantitySubject.Of(kind, context);
    }

    private static decimal Size(Quantity quantity) => quantity.Amount * quantity.Unit switch
    {
        "PT1M" => 1m,
        "PT1H" => 60m,
        "P1D" => 1_440m,
        "P1D/business" => 2_016m,
        "P1M" => 43_830m,
        _ => 1m,
    };
}
