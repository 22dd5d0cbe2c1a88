using System.Text;

namespace PolicyAnalysis.Comparison.NoEffect;

/// <summary>Tells a spelling variant or a typing error of one word from another word.</summary>
internal static class SpellingVariants
{
    private const int ShortestForTyping = 5;

    // An error that turns a word into one of another meaning is never taken for a typing error.
    private static readonly (string, string)[] Opposites =
        [("in", "ex"), ("in", "de"), ("im", "ex"), ("un", string.Empty), ("in", string.Empty), ("dis", string.Empty), ("non", string.Empty), ("im", string.Empty), ("ir", string.Empty), ("re", string.Empty), ("re", "pre")];

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ly", "er", "or", "ee", "al", "able", "ible", "y", "ion", "e", "r", "n", "t"];

    /// <summary>Whether both texts have the same words in the same order but for variants and typing errors of a few words.</summary>
    /// <param name="before">A normal form, words one space apart.</param>
    /// <param name="after">A normal form, words one space apart.</param>
    public static bool AreEqual(string before, string after)
    {
        string[] left = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] right = WithoutDoubled(after.Split(' ', StringSplitOptions.RemoveEmptyEntries), left);
        left = WithoutDoubled(left, right);
        if (left.Length != right.Length)
            return false;
        int different = 0;
        for (int i = 0; i < left.Length; i++)
        {
            if (string.Equals(left[i], right[i], StringComparison.Ordinal))
                continue;
            if (++different > 1 + (left.Length / 6) || !IsVariant(left[i], right[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether two words in lower case are the same word, spelt or typed otherwise.</summary>
    public static bool IsVariant(string left, string right)
    {
        if (ProtectedWords.Contains(left) || ProtectedWords.Contains(right) || left.Any(char.IsAsciiDigit) || right.Any(char.IsAsciiDigit))
            return false;
        return string.Equals(American(left), American(right), StringComparison.Ordinal) || IsTypingError(left, right);
    }

    private static bool IsTypingError(string left, string right)
    {
        if (left.Length > right.Length)
            (left, right) = (right, left);
        if (left.Length < ShortestForTyping || right.Length - left.Length > 1 || left[0] != right[0] || IsOtherWord(left, right))
            return false;
        int start = left.AsSpan().CommonPrefixLength(right);
        int end = 0;
        while (end < left.Length - start && left[left.Length - end - 1] == right[right.Length - end - 1])
            end++;
        int restLeft = left.Length - start - end;
        int restRight = right.Length - start - end;
        bool isSwapped = restLeft == 2 && restRight == 2 && left[start] == right[start + 1] && left[start + 1] == right[start];
        // A swapped pair or a lost letter inside a word is a slip; another letter in its place makes another word too often.
        return isSwapped || (restLeft == 0 && restRight == 1 && end > 0);
    }

    private static bool IsOtherWord(string left, string right)
    {
        foreach ((string one, string other) in Opposites)
        {
            if ((left.StartsWith(one, StringComparison.Ordinal) && right.StartsWith(other, StringComparison.Ordinal) && left[one.Length..] == right[other.Length..])
                || (right.StartsWith(one, StringComparison.Ordinal) && left.StartsWith(other, StringComparison.Ordinal) && right[one.Length..] == left[other.Length..]))
                return true;
        }

        return Array.Exists(Endings, ending => right.Length == left.Length + ending.Length && right.StartsWith(left, StringComparison.Ordinal) && right.EndsWith(ending, StringComparison.Ordinal));
    }

    private static string[] WithoutDoubled(string[] words, string[] other)
    {
        if (words.Length != other.Length + 1)
            return words;
        for (int i = 1; i < words.Length; i++)
        {
            if (string.Equals(words[i], words[i - 1], StringComparison.Ordinal) && !ProtectedWords.Contains(words[i]))
                return [.. words[..i], .. words[(i + 1)..]];
        }

        return words;
    }

    private static string American(string word)
    {
        var result = new StringBuilder(word);
        foreach ((string british, string american) in Pairs)
            result.Replace(british, american);
        return result.ToString();
    }

    private static readonly (string British, string American)[] Pairs =
        [("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze"), ("ysing", "yzing"), ("avour", "avor"), ("olour", "olor"), ("onour", "onor"),
         ("ehaviour", "ehavior"), ("abour", "abor"), ("eighbour", "eighbor"), ("centre", "center"), ("icence", "icense"), ("efence", "efense"), ("elled", "eled"),
         ("elling", "eling"), ("ogue", "og"), ("programme", "program"), ("fulfil", "fulfill"), ("fulfilll", "fulfill"), ("judgement", "judgment"), ("cheque", "check"), ("whilst", "while")];
}
