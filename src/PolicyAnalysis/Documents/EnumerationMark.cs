namespace PolicyAnalysis.Documents;

/// <summary>How the marks of a list or of clauses count.</summary>
internal enum EnumerationKind
{
    /// <summary>A sign that does not count.</summary>
    Bullet,

    /// <summary>1, 2, 3.</summary>
    Number,

    /// <summary>a, b, … z, aa, ab.</summary>
    Letter,

    /// <summary>a, b, … z, aa, bb: the letter is written twice.</summary>
    DoubledLetter,

    /// <summary>i, ii, iii.</summary>
    Roman,
}

/// <summary>One way to read a mark: <c>i</c> is the ninth letter and the first roman number.</summary>
internal readonly record struct EnumerationReading(EnumerationKind Kind, int Value);

/// <summary>A mark before an item or a clause: <c>(b)</c>, <c>iv.</c>, <c>3)</c>, <c>•</c>.</summary>
/// <param name="Style">What stands around the number, with <c>1</c>, <c>a</c> or <c>A</c> in its place; the sign itself for a bullet.</param>
/// <param name="Readings">Every way to read it, the likelier first.</param>
internal sealed record EnumerationMark(string Style, IReadOnlyList<EnumerationReading> Readings)
{
    private const int LongestNumber = 6;

    /// <summary>Whether it is a sign that does not count.</summary>
    public bool IsBullet => Readings[0].Kind == EnumerationKind.Bullet;

    /// <summary>Reads a mark without the white space around it; nothing where it is none.</summary>
    public static EnumerationMark? Parse(ReadOnlySpan<char> mark)
    {
        mark = mark.Trim();

        // Who has no bullets types the letter o.
        if (mark is "o")
            return new EnumerationMark("o", [new EnumerationReading(EnumerationKind.Bullet, 0)]);
        int start = 0;
        while (start < mark.Length && !char.IsAsciiLetterOrDigit(mark[start]))
            start++;
        if (start == mark.Length)
            return mark.IsEmpty ? null : new EnumerationMark(mark.ToString(), [new EnumerationReading(EnumerationKind.Bullet, 0)]);
        int end = start;
        while (end < mark.Length && char.IsAsciiLetterOrDigit(mark[end]))
            end++;
        ReadOnlySpan<char> number = mark[start..end];
        if (number.Length > LongestNumber || start > 1 || mark.Length - end > 1)
            return null;
        List<EnumerationReading> readings = Read(number);
        if (readings.Count == 0)
            return null;
        string sort = char.IsAsciiDigit(number[0]) ? "1" : char.IsAsciiLetterLower(number[0]) ? "a" : "A";
        return new EnumerationMark(string.Concat(mark[..start], sort, mark[end..]), readings);
    }

    /// <summary>The reading that comes right after another one, if there is one.</summary>
    public EnumerationReading? After(EnumerationReading before)
    {
        foreach (EnumerationReading reading in Readings)
        {
            bool sameKind = reading.Kind == before.Kind || (IsLetter(reading.Kind) && IsLetter(before.Kind));
            if (sameKind && reading.Kind != EnumerationKind.Bullet && reading.Value == before.Value + 1)
                return reading;
        }

        return null;
    }

    /// <summary>Whether it is set like another mark and, in one way to read both, comes right after it.</summary>
    public bool Follows(EnumerationMark before) => before.Style == Style && before.Readings.Any(reading => After(reading) is not null);

    /// <summary>The reading of a first item: one that counts 1 where there is one.</summary>
    public EnumerationReading First()
    {
        foreach (EnumerationReading reading in Readings)
        {
            if (reading.Value == 1)
                return reading;
        }

        return Readings[0];
    }

    private static bool IsLetter(EnumerationKind kind) => kind is EnumerationKind.Letter or EnumerationKind.DoubledLetter;

    private static List<EnumerationReading> Read(ReadOnlySpan<char> number)
    {
        var readings = new List<EnumerationReading>();
        if (number.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            if (number.Length <= 3)
                readings.Add(new EnumerationReading(EnumerationKind.Number, int.Parse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture)));
            return readings;
        }

        bool isLower = number.IndexOfAnyExceptInRange('a', 'z') < 0;
        if (!isLower && number.IndexOfAnyExceptInRange('A', 'Z') >= 0)
            return readings;
        int first = isLower ? 'a' : 'A';
        if (number.Length == 1)
            readings.Add(new EnumerationReading(EnumerationKind.Letter, number[0] - first + 1));
        int roman = RomanNumber.Parse(number);
        if (roman > 0)
            readings.Add(new EnumerationReading(EnumerationKind.Roman, roman));
        if (number.Length == 2)
        {
            if (number[0] == number[1])
                readings.Add(new EnumerationReading(EnumerationKind.DoubledLetter, 26 + number[0] - first + 1));
            readings.Add(new EnumerationReading(EnumerationKind.Letter, (26 * (number[0] - first + 1)) + number[1] - first + 1));
        }

        return readings;
    }
}
