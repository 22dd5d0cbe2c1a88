namespace PolicyAnalysis.Comparison.Text;

/// <summary>What the scanner knows of a token's form.</summary>
internal enum TokenKind
{
    /// <summary>No token: an invisible separator.</summary>
    None,

    /// <summary>Letters.</summary>
    Word,

    /// <summary>A mark, or a number that joins nothing more.</summary>
    Other,

    /// <summary>One or two digits, as of a day.</summary>
    Day,

    /// <summary>Four digits.</summary>
    Year,

    /// <summary>Any other number, or one with its currency sign.</summary>
    Amount,

    /// <summary>A day and a month in either order, to which a year may come.</summary>
    DayAndMonth,
}

/// <summary>Takes tokens as they are found and joins those that must never be cut apart.</summary>
internal ref struct TokenJoiner(TokenList tokens)
{
    private const int LongestPart = 10;

    private static readonly string[] Modals =
        ["shall", "must", "may", "will", "can", "do", "does", "did", "should", "would", "could", "is", "are", "was", "were", "has", "have"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    private static readonly string[] Currencies = ["USD", "EUR", "GBP", "CAD", "AUD", "JPY", "CHF", "CNY", "INR", "BRL", "KRW"];

    private static readonly string[] Scales = ["thousand", "million", "billion"];

    private TokenKind _last, _beforeLast;

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F';

    public void Add(ReadOnlySpan<char> text, int start, int end, TokenKind kind)
    {
        tokens.Add(start, end);
        bool isNumber = kind is TokenKind.Day or TokenKind.Year or TokenKind.Amount;
        if (kind == TokenKind.Word)
        {
            bool followsNumber = _last is TokenKind.Day or TokenKind.Year or TokenKind.Amount;
            if (followsNumber || end - start is 3 or 5 && (text[start] | 0x20) == 'n') kind = AfterNumberOrModal(text, start, end, followsNumber);
        }
        else if (isNumber && tokens.Count > 1)
        {
            kind = Number(text, start, kind);
        }

        (_beforeLast, _last) = (_last, kind);
    }

    private readonly TokenKind AfterNumberOrModal(ReadOnlySpan<char> text, int start, int end, bool followsNumber)
    {
        ReadOnlySpan<char> word = text[start..end];
        if (!Follows(text, 1)) return TokenKind.Word;
        if (followsNumber)
        {
            if (_last == TokenKind.Day && char.IsAsciiLetterUpper(word[0]) && IsOneOf(word, Months)) return Joined(2, TokenKind.DayAndMonth);
            if (IsOneOf(word, Scales)) return Joined(2, TokenKind.Amount);
            return char.IsAsciiLetterUpper(word[0]) && word.Length == 3 && IsOneOf(word, Currencies) ? Joined(2, TokenKind.Other) : TokenKind.Word;
        }

        bool isNegation = word.Equals("not", StringComparison.OrdinalIgnoreCase) || word.Equals("never", StringComparison.OrdinalIgnoreCase);
        return isNegation && IsOneOf(Token(text, 1), Modals) ? Joined(2, TokenKind.Word) : TokenKind.Word;
    }

    private readonly TokenKind Number(ReadOnlySpan<char> text, int start, TokenKind kind)
    {
        if (Follows(text, 1))
        {
            if (_last == TokenKind.DayAndMonth && kind == TokenKind.Year) return Joined(2, TokenKind.Other);
            if (_last != TokenKind.Word || !char.IsAsciiLetterUpper(Token(text, 1)[0])) return kind;
            if (kind != TokenKind.Amount && IsOneOf(Token(text, 1), Months)) return Joined(2, kind == TokenKind.Day ? TokenKind.DayAndMonth : TokenKind.Other);
            return IsOneOf(Token(text, 1), Currencies) ? Joined(2, TokenKind.Amount) : kind;
        }

        bool isAfterComma = kind == TokenKind.Year && _beforeLast == TokenKind.DayAndMonth && tokens.Count > 2 && text[tokens.Starts[tokens.Count - 2]] == ','
            && tokens.Ends[tokens.Count - 3] == tokens.Starts[tokens.Count - 2];
        return isAfterComma && Gap(text, start) is 0 or 1 ? Joined(3, TokenKind.Other) : kind;
    }

    private readonly TokenKind Joined(int count, TokenKind kind)
    {
        tokens.JoinLast(count);
        return kind;
    }

    // One blank, or two, between the token before the last and the last.
    private readonly bool Follows(ReadOnlySpan<char> text, int back)
    {
        int last = tokens.Count - back;
        return last > 0 && Gap(text, tokens.Starts[last]) > 0 && text[tokens.Ends[last - 1] - 1] != ',';
    }

    private readonly int Gap(ReadOnlySpan<char> text, int start)
    {
        int from = tokens.Ends[tokens.Count - 2], length = start - from;
        if (length > 2) return -1;
        for (int i = from; i < start; i++)
        {
            if (!IsBlank(text[i])) return -1;
        }

        return length;
    }

    private readonly ReadOnlySpan<char> Token(ReadOnlySpan<char> text, int back)
        => text[tokens.Starts[tokens.Count - 1 - back]..tokens.Ends[tokens.Count - 1 - back]];

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        if (word.Length > LongestPart) return false;
        foreach (string candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
