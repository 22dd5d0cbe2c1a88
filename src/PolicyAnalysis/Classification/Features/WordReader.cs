using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Most texts hold no address: then their runs need not be looked at one by one.</summary>
    private readonly bool mayHoldAddress = text.Contains('@') || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

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
            CharacterKind kind = CharacterKinds.Of(text[position]);
            if (kind == CharacterKind.Space)
            {
                position++;
                continue;
            }

            if (mayHoldAddress && position >= runEnd && ReadAddress())
                return true;
            switch (kind)
            {
                case CharacterKind.Letter:
                    if (!ReadPlainWord())
                        ReadAnyWord();
                    return true;
                case CharacterKind.Digit:
                    ReadNumber();
                    return true;
                case CharacterKind.Money:
                    Take(position, position + 1, Money);
                    return true;
                default:
                    AfterBreak |= kind == CharacterKind.Break;
                    position++;
                    break;
            }
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

    /// <summary>Reads a word of fewer than sixteen ASCII letters and digits at once, which nearly all are; <see cref="ReadAnyWord"/> reads the same for them.</summary>
    private bool ReadPlainWord()
    {
        if (position + Vector256<ushort>.Count > text.Length)
            return false;
        Vector256<ushort> characters = Vector256.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(position, Vector256<ushort>.Count)));
        // The bit that tells small letters from capitals; digits have it already.
        Vector256<ushort> small = characters | Vector256.Create((ushort)0x20);
        Vector256<ushort> letters = Vector256.LessThan(small - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        Vector256<ushort> digits = Vector256.LessThan(characters - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
        int length = BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits());
        if (length == Vector256<ushort>.Count || text[position + length] is >= (char)128 or '\'')
            return false;
        Span<char> word = stackalloc char[Vector256<ushort>.Count];
        small.CopyTo(MemoryMarshal.Cast<char, ushort>(word));
        Take(position, position + length, Hash(word, Stemmer.StemLength(word[..length])));
        return true;
    }

    private void ReadAnyWord()
    {
        Span<char> stem = stackalloc char[LongestWord];
        int start = position, end = position, length = 0;
        while (end < text.Length)
        {
            char c = text[end];
            if (char.IsLetterOrDigit(c))
            {
                if (length < LongestWord)
                    stem[length++] = char.ToLowerInvariant(c);
                end++;
            }
            else if (c is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
            {
                end++;
                // The possessive is not part of the word.
                if (text[end] is 's' or 'S' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
                {
                    end++;
                    break;
                }
            }
            else
            {
                break;
            }
        }

        Take(start, end, Hash(stem, Stemmer.StemLength(stem[..length])));
    }

    private void Take(int start, int end, ulong stem)
    {
        Start = start;
        End = end;
        Stem = stem;
        position = end;
    }

    /// <summary>The fingerprint of the first characters of a buffer of at least sixteen; what stands behind them does not count.</summary>
    private static ulong Hash(ReadOnlySpan<char> word, int length)
    {
        if (length > Vector256<ushort>.Count)
            return HashLong(word[..length]);
        Vector256<ushort> kept = Vector256.LessThan(Vector256<ushort>.Indices, Vector256.Create((ushort)length));
        Vector256<ulong> parts = (Vector256.Create(MemoryMarshal.Cast<char, ushort>(word[..Vector256<ushort>.Count])) & kept).AsUInt64();
        return Mix(Mix(parts[0], parts[1]), Mix(parts[2], parts[3]));
    }

    private static ulong HashLong(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
            hash = (hash ^ c) * 1099511628211;
        return hash;
    }

    private static ulong Mix(ulong first, ulong second)
    {
        ulong hash = (first * 0x9E3779B97F4A7C15) ^ (BitOperations.RotateLeft(second, 32) * 0xC2B2AE3D27D4EB4F);
        return hash ^ (hash >> 29);
    }
}
