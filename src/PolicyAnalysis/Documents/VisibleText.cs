using System.Net;

namespace PolicyAnalysis.Documents;

/// <summary>The characters of a source that a reader could see, white space left out, each with its offset in the source.</summary>
internal sealed class VisibleText
{
    /// <summary>How much of a block must match before its place is believed.</summary>
    private const int ProbeLength = 32;

    /// <summary>How many visible characters may stand between two characters of a block: a hidden note, a link target.</summary>
    private const int MaximumGap = 4000;

    /// <summary>The longest character reference that is read.</summary>
    private const int MaximumEntityLength = 32;

    private readonly List<char> _characters;
    private readonly List<int> _offsets;

    private VisibleText(List<char> characters, List<int> offsets)
    {
        _characters = characters;
        _offsets = offsets;
    }

    public static VisibleText Read(string source, SourceSyntax syntax)
    {
        var characters = new List<char>(source.Length / 2);
        var offsets = new List<int>(source.Length / 2);
        int position = 0;
        while (position < source.Length)
        {
            char character = source[position];
            if (syntax == SourceSyntax.Html && character == '<')
            {
                position = SkipMarkup(source, position, characters, offsets);
                continue;
            }

            if (syntax != SourceSyntax.Plain && character == '&')
            {
                int end = EntityEnd(source, position);
                if (end > 0)
                {
                    foreach (char decoded in WebUtility.HtmlDecode(source[position..end]))
                        Add(decoded, position);
                    position = end;
                    continue;
                }
            }

            Add(character, position);
            position++;
        }

        return new VisibleText(characters, offsets);

        void Add(char value, int offset)
        {
            if (char.IsWhiteSpace(value))
                return;
            characters.Add(value);
            offsets.Add(offset);
        }
    }

    /// <summary>The index of the first visible character at or after an offset of the source.</summary>
    public int FirstAtOrAfter(int sourceOffset)
    {
        int index = _offsets.BinarySearch(sourceOffset);
        if (index < 0)
            return ~index;
        while (index > 0 && _offsets[index - 1] == sourceOffset)
            index--;
        return index;
    }

    /// <summary>Finds a block at or after <paramref name="cursor"/>, writes the offsets of its characters, and returns where it ended.</summary>
    public int Align(string text, TextRange block, int cursor, int[] offsets)
    {
        int found = Find(text, block, cursor);
        if (found < 0)
            found = Find(text, block, 0);
        if (found < 0)
            return cursor;

        int visible = found;
        for (int index = block.Start; index < block.End; index++)
        {
            if (char.IsWhiteSpace(text[index]))
                continue;
            int gap = 0;
            while (visible + gap < _characters.Count && gap < MaximumGap && _characters[visible + gap] != text[index])
                gap++;
            if (visible + gap >= _characters.Count || gap >= MaximumGap)
                continue;
            visible += gap;
            offsets[index] = _offsets[visible];
            visible++;
        }

        return visible;
    }

    /// <summary>The first place from <paramref name="from"/> where the block's first characters stand, marks between them allowed.</summary>
    private int Find(string text, TextRange block, int from)
    {
        Span<char> probe = stackalloc char[ProbeLength];
        int length = 0;
        for (int index = block.Start; index < block.End && length < ProbeLength; index++)
        {
            if (!char.IsWhiteSpace(text[index]))
                probe[length++] = text[index];
        }

        if (length == 0)
            return -1;
        ReadOnlySpan<char> characters = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_characters);
        int exact = characters[Math.Min(from, characters.Length)..].IndexOf(probe[..length]);
        if (exact >= 0)
            return from + exact;

        // Marks such as ** or [ may stand inside the words; the first character decides and the rest must follow closely.
        for (int start = from; start < characters.Length; start++)
        {
            if (characters[start] == probe[0] && Follows(characters, start, probe[..length]))
                return start;
        }

        return -1;
    }

    private static bool Follows(ReadOnlySpan<char> characters, int start, ReadOnlySpan<char> probe)
    {
        int allowance = ProbeLength * 8;
        int position = start;
        foreach (char wanted in probe)
        {
            while (position < characters.Length && allowance > 0 && characters[position] != wanted)
            {
                position++;
                allowance--;
            }

            if (position >= characters.Length || allowance == 0)
                return false;
            position++;
        }

        return true;
    }

    private static int SkipMarkup(string source, int position, List<char> characters, List<int> offsets)
    {
        ReadOnlySpan<char> rest = source.AsSpan(position);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return End(rest[4..].IndexOf("-->", StringComparison.Ordinal), 7);
        foreach (string raw in (ReadOnlySpan<string>)["script", "style", "noscript", "template", "svg"])
        {
            if (rest.Length > raw.Length + 1 && rest[1..].StartsWith(raw, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetterOrDigit(rest[raw.Length + 1]))
            {
                int close = rest.IndexOf("</" + raw, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? source.Length : position + close;
            }
        }

        if (rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            return End(rest.IndexOf('>'), 1);
        characters.Add('<');
        offsets.Add(position);
        return position + 1;

        int End(int found, int beyond) => found < 0 ? source.Length : position + found + beyond;
    }

    private static int EntityEnd(string source, int position)
    {
        int limit = Math.Min(source.Length, position + MaximumEntityLength);
        for (int index = position + 1; index < limit; index++)
        {
            if (source[index] == ';')
                return index > position + 1 ? index + 1 : -1;
            if (!char.IsAsciiLetterOrDigit(source[index]) && source[index] != '#')
                return -1;
        }

        return -1;
    }
}
