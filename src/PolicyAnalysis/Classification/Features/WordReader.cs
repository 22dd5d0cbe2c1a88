namespace PolicyAnalysis.Classification.Features;

/// <summary>
/// Reads the words of a text one by one: lower-cased, stemmed lightly and hashed, with addresses, years, numbers and amounts
/// of money each as one placeholder. Allocates nothing; one pass, linear in the text's length.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private const int LongestWord = 32;
    private const ulong Email = 1, Link = 2, Year = 3, Number = 4, Money = 5;

    private readonly ReadOnlySpan<char> text = text;
    private int position;
    private int runEnd;

    /// <summary>The first code unit of the word.</summary>
    public int Start { get; private set; }

    /// <summary>One past the word's last code unit.</summary>
    public int End { get; private set; }

    /// <summary>The fingerprint of the word's stem.</summary>
    public ulong Stem { get; private set; }

    /// <summary>Whether a mark that ends a sentence or clause stands between the word before and this one.</summary>
    public bool AfterBreak { get; private set; }

    public bool MoveNext()
    {
        AfterBreak = Start == End;
        while (position < text.Length)
        {
            char c = text[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            if (position >= runEnd && ReadAddress())
                return true;
            if (char.IsAsciiDigit(c))
            {
                ReadNumber();
                return true;
            }

            if (char.IsLetter(c))
            {
                ReadWord();
                return true;
            }

            if (c is '$' or '€' or '£' or '¥')
            {
                Take(position, position + 1, Money);
                return true;
            }

            AfterBreak |= c is '.' or ';' or ':' or '!' or '?' or '|';
            position++;
        }

        return false;
    }

    /// <summary>Looks once at each run without white space, so that the scan stays linear.</summary>
    private bool ReadAddress()
    {
        int end = position;
        bool at = false;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            at |= text[end] == '@' && end > position;
            end++;
        }

        runEnd = end;
        ReadOnlySpan<char> run = text[position..end];
        int link = run.IndexOf("://".AsSpan(), StringComparison.Ordinal);
        if (link < 0 && run.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            link = 0;
        if (link < 0 && !at)
            return false;
        Take(position, end, link >= 0 ? Link : Email);
        return true;
    }

    private void ReadNumber()
    {
        int end = position;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        bool year = end - position == 4 && text[position] is '1' or '2' && text[position + 1] is '9' or '0';
        Take(position, end, year ? Year : Number);
    }

    private void ReadWord()
    {
        Span<char> stem = stackalloc char[LongestWord];
        int start = position, length = 0;
        while (position < text.Length)
        {
            char c = text[position];
            if (char.IsLetterOrDigit(c))
            {
                if (length < LongestWord)
                    stem[length++] = char.ToLowerInvariant(c);
                position++;
            }
            else if (c is '\'' or '’' && position + 1 < text.Length && char.IsLetter(text[position + 1]))
            {
                position++;
                // The possessive is not part of the word.
                if (text[position] is 's' or 'S' && (position + 1 == text.Length || !char.IsLetterOrDigit(text[position + 1])))
                {
                    position++;
                    break;
                }
            }
            else
            {
                break;
            }
        }

        Take(start, position, Hash(stem[..Stemmer.StemLength(stem[..length])]));
    }

    private void Take(int start, int end, ulong stem)
    {
        Start = start;
        End = end;
        Stem = stem;
        position = end;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
            hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
