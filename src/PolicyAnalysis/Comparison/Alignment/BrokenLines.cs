namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Knows provisions that only a broken line parts: together their letters, whatever stands between them, stand in one provision of
/// the other version. The letters read are counted; past the budget no more are looked at.
/// </summary>
/// <param name="whole">The provisions of the version in which the line is whole.</param>
/// <param name="broken">The provisions of the version in which it is broken.</param>
internal sealed class BrokenLines(IReadOnlyList<AnalyzedProvision> whole, IReadOnlyList<AnalyzedProvision> broken)
{
    private const long LetterBudget = 20_000_000;

    private readonly Dictionary<(int Place, bool IsWhole), string> _letters = [];
    private long _read;

    public bool IsComplete => _read <= LetterBudget;

    /// <summary>Whether a match, grown by the provision beside its broken side, is that line broken.</summary>
    /// <param name="span">The match, the whole side before.</param>
    /// <param name="part">The place of the provision beside it.</param>
    public bool AreOne(in AlignedSpan span, int part)
    {
        int first = Math.Min(span.After, part), end = Math.Max(span.After + span.AfterCount, part + 1);
        // What can't be one by its length isn't read.
        int room = 0;
        for (int i = span.Before; i < span.Before + span.BeforeCount; i++)
            room += whole[i].Provision.Text.Length;
        if (Letters(part, isWhole: false).Length > room)
            return false;
        int length = 0;
        _read += end - first;
        for (int i = first; i < end; i++)
        {
            length += Letters(i, isWhole: false).Length;
            if (length > room)
                return false;
        }

        if (!IsComplete)
            return false;
        string line = Joined(span.Before, span.Before + span.BeforeCount, isWhole: true);
        _read += line.Length + length;
        return length <= line.Length && Holds(line, Joined(first, end, isWhole: false));
    }

    private string Joined(int first, int end, bool isWhole) =>
        end - first == 1 ? Letters(first, isWhole) : string.Concat(Enumerable.Range(first, end - first).Select(i => Letters(i, isWhole)));

    private string Letters(int place, bool isWhole)
    {
        if (!_letters.TryGetValue((place, isWhole), out string? letters))
        {
            string text = (isWhole ? whole : broken)[place].Provision.Text;
            _read += text.Length;
            _letters[(place, isWhole)] = letters = LettersOf(text);
        }

        return letters;
    }

    private static string LettersOf(string text)
    {
        char[] letters = new char[text.Length];
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters[count++] = char.IsUpper(c) ? char.ToLowerInvariant(c) : c;
        }

        return new string(letters, 0, count);
    }

    // Knuth, Morris and Pratt: a text made of one letter must not make the search quadratic.
    private static bool Holds(string text, string part)
    {
        int[] back = new int[part.Length];
        for (int i = 1, matched = 0; i < part.Length; i++)
        {
            while (matched > 0 && part[i] != part[matched])
                matched = back[matched - 1];
            back[i] = matched += part[i] == part[matched] ? 1 : 0;
        }

        for (int i = 0, matched = 0; i < text.Length && matched < part.Length; i++)
        {
            while (matched > 0 && text[i] != part[matched])
                matched = back[matched - 1];
            matched += text[i] == part[matched] ? 1 : 0;
            if (matched == part.Length)
                return true;
        }

        return part.Length == 0;
    }
}
