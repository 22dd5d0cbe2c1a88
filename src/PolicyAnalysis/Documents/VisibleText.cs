using System.Net;

namespace PolicyAnalysis.Documents;

/// <summary>The characters of a source that a reader could see, white space left out, each with its offset in the source.</summary>
internal sealed class VisibleText
{
    /// <summary>How much of a block must match before its place is believed.</summary>
    public const int ProbeLength = 64;

    /// <summary>How many visible characters may stand between two characters of a block: a hidden note, a link target.</summary>
    private const int MaximumGap = 4000;

    /// <summary>How much must match where marks may stand between the characters.</summary>
    private const int LooseProbeLength = 32;

    /// <summary>How many characters are searched for all blocks together; what is not found by then has no place of its own.</summary>
    private const long MaximumSteps = 2_000_000_000;

    /// <summary>What trying one loose beginning counts.</summary>
    private const int LooseStep = 1000;

    /// <summary>The longest character reference that is read.</summary>
    private const int MaximumEntityLength = 32;

    private readonly List<char> _characters;
    private readonly List<int> _offsets;
    private long _stepsLeft = MaximumSteps;

    private VisibleText(List<char> characters, List<int> offsets)
    {
        _characters = characters;
        _offsets = offsets;
    }

    public static VisibleText Read(string source, SourceSyntax syntax, IReadOnlySet<string> imageTexts)
    {
        var characters = new List<char>(source.Length / 2);
        var offsets = new List<int>(source.Length / 2);
        int position = syntax == SourceSyntax.Html ? BodyStart(source) : 0;
        while (position < source.Length)
        {
            char character = source[position];
            if (syntax == SourceSyntax.Html && character == '<')
            {
                if (imageTexts.Count > 0)
                    AddImageText(source, position, imageTexts, characters, offsets);
                position = SkipMarkup(source, position, characters, offsets);
                continue;
            }

            position = AddCharacter(source, position, syntax != SourceSyntax.Plain, characters, offsets);
        }

        return new VisibleText(characters, offsets);
    }

    /// <summary>Adds what a character or a character reference stands for.</summary>
    /// <returns>The offset behind it.</returns>
    private static int AddCharacter(string source, int position, bool readsReferences, List<char> characters, List<int> offsets)
    {
        if (readsReferences && source[position] == '&' && EntityEnd(source, position) is > 0 and var end)
        {
            foreach (char decoded in WebUtility.HtmlDecode(source[position..end]))
                Add(decoded, position, characters, offsets);
            return end;
        }

        Add(source[position], position, characters, offsets);
        return position + 1;
    }

    private static void Add(char value, int offset, List<char> characters, List<int> offsets)
    {
        if (char.IsWhiteSpace(value) || WhiteSpace.IsInvisible(value))
            return;
        characters.Add(value);
        offsets.Add(offset);
    }

    /// <summary>Adds the alternative of an image that was read as text.</summary>
    private static void AddImageText(string source, int position, IReadOnlySet<string> imageTexts, List<char> characters, List<int> offsets)
    {
        HtmlTag tag = HtmlTag.Read(source, position);
        if (tag.IsEnd || !HtmlTag.Is(tag.Name, "img"))
            return;
        var attributes = new HtmlAttributes(source, tag.End);
        while (attributes.MoveNext())
        {
            if (!HtmlTag.Is(attributes.Name, "alt") || !imageTexts.Contains(WebUtility.HtmlDecode(attributes.Value.ToString())))
                continue;
            for (int at = attributes.ValueStart; at < attributes.ValueStart + attributes.Value.Length;)
                at = AddCharacter(source, at, readsReferences: true, characters, offsets);
            return;
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

    /// <summary>Writes the source offset of each of a block's characters, from the place where the block begins.</summary>
    public void Align(string text, TextRange block, int place, int[] offsets)
    {
        int visible = place;
        for (int index = block.Start; index < block.End; index++)
        {
            if (!IsProbed(text[index]))
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
    }

    /// <summary>The block's first visible characters, by which it is found.</summary>
    public static int Probe(string text, TextRange block, Span<char> probe)
    {
        int length = 0;
        for (int index = block.Start; index < block.End && length < probe.Length; index++)
        {
            if (IsProbed(text[index]))
                probe[length++] = text[index];
        }

        return length;
    }

    /// <summary>The first place from <paramref name="from"/> where a probe stands without anything between; -1 where there is none.</summary>
    public int FindExact(ReadOnlySpan<char> probe, int from)
    {
        if (_stepsLeft <= 0)
            return -1;
        ReadOnlySpan<char> rest = Characters[Math.Min(from, _characters.Count)..];
        int found = rest.IndexOf(probe);
        _stepsLeft -= found < 0 ? rest.Length : found;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The last place before <paramref name="end"/> where a probe stands without anything between; -1 where there is none.</summary>
    public int FindLast(ReadOnlySpan<char> probe, int end) => Characters[..Math.Clamp(end, 0, _characters.Count)].LastIndexOf(probe);

    /// <summary>The first place from <paramref name="from"/> where a probe stands with marks such as ** or [ between.</summary>
    public int FindLoose(ReadOnlySpan<char> probe, int from)
    {
        ReadOnlySpan<char> characters = Characters;
        probe = probe[..Math.Min(probe.Length, LooseProbeLength)];
        for (int start = from; start < characters.Length && _stepsLeft > 0; start++)
        {
            int next = characters[start..].IndexOf(probe[0]);
            if (next < 0)
                return -1;
            start += next;
            _stepsLeft -= next + LooseStep;
            if (Follows(characters, start, probe))
                return start;
        }

        return -1;
    }

    private ReadOnlySpan<char> Characters => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_characters);

    private static bool IsProbed(char character) => !char.IsWhiteSpace(character);

    private static bool Follows(ReadOnlySpan<char> characters, int start, ReadOnlySpan<char> probe)
    {
        int allowance = LooseProbeLength * 8;
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

    /// <summary>The body's start tag: the title above it is not in the text.</summary>
    private static int BodyStart(string source)
    {
        int head = source.IndexOf("</head", StringComparison.OrdinalIgnoreCase);
        if (head >= 0)
            return head;
        return Math.Max(0, source.IndexOf("</title", StringComparison.OrdinalIgnoreCase));
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
                break;
        }

        return -1;
    }
}
