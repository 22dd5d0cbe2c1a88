using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>What kind of number a clause has.</summary>
internal enum ClauseMarkKind
{
    /// <summary>A number with parts, <c>2.1.3</c> or <c>2.1(b)</c>, or one with a word, <c>Article 5</c>: it names the whole way to its clause.</summary>
    Whole,

    /// <summary>A mark that only counts among its neighbours: <c>(a)</c>, <c>iv.</c>, <c>3)</c>.</summary>
    Counting,
}

/// <summary>The number before a clause.</summary>
/// <param name="Text">The number as a reader cites it, without the dot behind it.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Enumeration">How a counting mark can be read.</param>
internal sealed record ClauseMark(string Text, ClauseMarkKind Kind, EnumerationMark? Enumeration)
{
    /// <summary>The number without a word before it: <c>5</c> for <c>Article 5</c>.</summary>
    public string Bare { get; } = Text[(Text.LastIndexOf(' ') + 1)..].TrimStart('§').TrimStart();

    /// <summary>Whether the mark is a plain number, which begins a clause of its own and not a part of one.</summary>
    public bool IsNumber => Enumeration is { Readings: [{ Kind: EnumerationKind.Number }] } && !Enumeration.Style.StartsWith('(');

    /// <summary>The mark of a block: the one a list gives it, or the number that is printed before its text.</summary>
    public static ClauseMark? Of(DocumentBlock block, ReadOnlySpan<char> text)
    {
        if (block.Kind is DocumentBlockKind.TableRow or DocumentBlockKind.TableHeader or DocumentBlockKind.Footnote or DocumentBlockKind.Preformatted)
            return null;
        // A page that prints its own numbers hides those that its lists would draw.
        int length = PrintedNumber.Length(text);
        if (length > 0)
            return Read(text[..length]);
        if (block.Marker is { } marker && marker.Any(char.IsAsciiLetterOrDigit))
            return Read(marker);
        return IsLettered(text) ? Read(text[..2]) : null;
    }

    /// <summary>"A. Scope": a letter with a dot, which may also be the initial of a name.</summary>
    public bool IsUnsure => Text.Length == 1 && Enumeration is { Style: "A." or "a." };

    private static bool IsLettered(ReadOnlySpan<char> text) => text.Length > 3 && char.IsAsciiLetter(text[0]) && text[1] == '.' && text[2] == ' ' && char.IsLetter(text[3]);

    private static ClauseMark? Read(ReadOnlySpan<char> number)
    {
        EnumerationMark? enumeration = EnumerationMark.Parse(number);
        string? text = Clean(number);
        if (text is null)
            return null;
        bool isCounting = enumeration is not null && enumeration.Readings[0].Kind != EnumerationKind.Bullet;
        return new ClauseMark(text, isCounting ? ClauseMarkKind.Counting : ClauseMarkKind.Whole, isCounting ? enumeration : null);
    }

    private static string? Clean(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<char> trimmed = number.Trim().TrimEnd(".:");
        if (trimmed.EndsWith(")") && !trimmed.Contains('('))
            trimmed = trimmed[..^1];
        return trimmed.IsEmpty ? null : trimmed.ToString();
    }
}
