namespace PolicyAnalysis;

/// <summary>
/// A half-open range of UTF-16 code units, <c>[Start, End)</c>, in the canonical text of a
/// <see cref="PolicyDocument"/>. A quote is always the slice of such a range, so it is verbatim by construction.
/// </summary>
/// <remarks>The default value is the empty range at 0. Immutable and thread-safe.</remarks>
public readonly record struct TextRange : IComparable<TextRange>
{
    /// <summary>Makes the range <c>[start, end)</c>.</summary>
    /// <param name="start">The first code unit, 0 or more.</param>
    /// <param name="end">One past the last code unit, <paramref name="start"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or <paramref name="end"/> lies before it.</exception>
    public TextRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first code unit of the range, 0 or more.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit of the range, <see cref="Start"/> or more.</summary>
    public int End { get; }

    /// <summary>The number of code units, 0 or more.</summary>
    public int Length => End - Start;

    /// <summary>Whether the range holds no code unit.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this range.</summary>
    /// <param name="other">The range to look for.</param>
    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    /// <param name="other">The range to test against.</param>
    public bool Overlaps(TextRange other) => other.Start < End && Start < other.End;

    /// <summary>The same range moved by <paramref name="distance"/> code units.</summary>
    /// <param name="distance">How far to move; negative moves towards the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The moved range would start before 0.</exception>
    public TextRange Shift(int distance) => new(Start + distance, End + distance);

    /// <summary>The slice of <paramref name="text"/> that the range names.</summary>
    /// <param name="text">The text the range points into.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <summary>The slice of <paramref name="text"/> that the range names, without a copy.</summary>
    /// <param name="text">The text the range points into.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>Orders by start, then by end.</summary>
    /// <param name="other">The range to compare with.</param>
    public int CompareTo(TextRange other)
    {
        int byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(TextRange left, TextRange right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes before or equals <paramref name="right"/>.</summary>
    public static bool operator <=(TextRange left, TextRange right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(TextRange left, TextRange right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> comes after or equals <paramref name="right"/>.</summary>
    public static bool operator >=(TextRange left, TextRange right) => left.CompareTo(right) >= 0;

    /// <summary>The range in the notation of intervals, for example <c>[12, 40)</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Start}, {End})");
}
