using System.Runtime.InteropServices;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>A changed stretch: the before and after ranges, never both empty.</summary>
internal readonly record struct Change(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd);

/// <summary>Collects matched stretches in order and keeps what lies between them as changes.</summary>
internal sealed class ChangeList
{
    private readonly List<Change> _changes = [];
    private int _before, _after;

    public Span<Change> Changes => CollectionsMarshal.AsSpan(_changes);

    /// <summary>Where the list stands now, to come back to.</summary>
    public (int Count, int Before, int After) Place => (_changes.Count, _before, _after);

    public void Clear()
    {
        _changes.Clear();
        (_before, _after) = (0, 0);
    }

    public void Match(in TextPair texts, int before, int after, int length)
    {
        if (before != _before || after != _after) Close(texts, before, after);
        (_before, _after) = (before + length, after + length);
    }

    public void MatchExactly(int before, int after, int length)
    {
        if (before != _before || after != _after) _changes.Add(new Change(_before, before, _after, after));
        (_before, _after) = (before + length, after + length);
    }

    /// <summary>Moves all that came after <paramref name="place"/> into <paramref name="spare"/>.</summary>
    public void TakeBack((int Count, int Before, int After) place, ChangeList spare)
    {
        spare.Clear();
        spare._changes.AddRange(Changes[place.Count..]);
        (spare._before, spare._after) = (_before, _after);
        CollectionsMarshal.SetCount(_changes, place.Count);
        (_before, _after) = (place.Before, place.After);
    }

    /// <summary>Puts back what <see cref="TakeBack"/> took, in place of all that came after <paramref name="place"/>.</summary>
    public void PutBack((int Count, int Before, int After) place, ChangeList spare)
    {
        CollectionsMarshal.SetCount(_changes, place.Count);
        _changes.AddRange(spare._changes);
        (_before, _after) = (spare._before, spare._after);
    }

    /// <summary>The characters changed from the change numbered <paramref name="first"/> on.</summary>
    public long ChangedSince(int first)
    {
        long sum = 0;
        foreach (Change change in Changes[first..]) sum += change.BeforeEnd - change.BeforeStart + change.AfterEnd - change.AfterStart;
        return sum;
    }

    public void StartAt(int before, int after) => (_before, _after) = (before, after);

    public void Add(Change change) => _changes.Add(change);

    /// <summary>Grows every change to the boundaries that <paramref name="isBoundary"/> names, joining those that meet.</summary>
    public void Widen(in TextPair texts, Func<char, char, bool> isBoundary)
    {
        int kept = 0;
        for (int i = 0; i < _changes.Count; i++)
        {
            Change change = _changes[i];
            int floor = kept == 0 ? 0 : _changes[kept - 1].BeforeEnd;
            int ceiling = i + 1 < _changes.Count ? _changes[i + 1].BeforeStart : texts.Before.Length;
            (int b0, int b1, int a0, int a1) = (change.BeforeStart, change.BeforeEnd, change.AfterStart, change.AfterEnd);
            while (b0 > floor && !(IsBoundary(texts.Before, b0, isBoundary) && IsBoundary(texts.After, a0, isBoundary))) (b0, a0) = (b0 - 1, a0 - 1);
            while (b1 < ceiling && !(IsBoundary(texts.Before, b1, isBoundary) && IsBoundary(texts.After, a1, isBoundary))) (b1, a1) = (b1 + 1, a1 + 1);
            if (kept > 0 && b0 == floor && a0 == _changes[kept - 1].AfterEnd) _changes[kept - 1] = _changes[kept - 1] with { BeforeEnd = b1, AfterEnd = a1 };
            else _changes[kept++] = new Change(b0, b1, a0, a1);
        }

        _changes.RemoveRange(kept, _changes.Count - kept);
    }

    /// <summary>The changes and the equal stretches between them, sides swapped back where they were swapped.</summary>
    public TextEditScript ToScript(in TextPair texts, bool isSwapped, bool isCoarse, long steps)
    {
        ReadOnlySpan<Change> changes = Changes;
        var edits = new TextEdit[EditCount(texts)];
        int count = 0, before = 0, after = 0;
        foreach (Change change in changes)
        {
            if (change.BeforeStart > before) edits[count++] = Edit(before, change.BeforeStart, after, change.AfterStart, true, isSwapped);
            edits[count++] = Edit(change.BeforeStart, change.BeforeEnd, change.AfterStart, change.AfterEnd, false, isSwapped);
            (before, after) = (change.BeforeEnd, change.AfterEnd);
        }

        if (before < texts.Before.Length) edits[count] = Edit(before, texts.Before.Length, after, texts.After.Length, true, isSwapped);
        return new TextEditScript(edits, isCoarse, steps);
    }

    private int EditCount(in TextPair texts)
    {
        int count = 0, before = 0;
        foreach (Change change in Changes)
        {
            count += change.BeforeStart > before ? 2 : 1;
            before = change.BeforeEnd;
        }

        return before < texts.Before.Length ? count + 1 : count;
    }

    private static TextEdit Edit(int b0, int b1, int a0, int a1, bool isEqual, bool isSwapped)
        => isSwapped ? TextEditScript.Of(new(a0, a1), new(b0, b1), isEqual) : TextEditScript.Of(new(b0, b1), new(a0, a1), isEqual);

    private static bool IsBoundary(ReadOnlySpan<char> text, int index, Func<char, char, bool> isBoundary)
        => index == 0 || index == text.Length || isBoundary(text[index - 1], text[index]);

    private void Close(in TextPair texts, int before, int after)
    {
        ReadOnlySpan<char> old = texts.Before[_before..before], now = texts.After[_after..after];
        int limit = Math.Min(old.Length, now.Length), lead = 0, tail = 0;
        while (lead < limit && old[lead] == now[lead] && char.IsWhiteSpace(old[lead])) lead++;
        while (tail < limit - lead && old[^(tail + 1)] == now[^(tail + 1)] && char.IsWhiteSpace(old[^(tail + 1)])) tail++;
        var change = new Change(_before + lead, before - tail, _after + lead, after - tail);
        if (change.BeforeStart != change.BeforeEnd || change.AfterStart != change.AfterEnd) _changes.Add(change);
    }
}
