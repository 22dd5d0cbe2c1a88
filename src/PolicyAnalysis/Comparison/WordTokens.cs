namespace PolicyAnalysis.Comparison;

/// <summary>Cuts a text into words and single marks; white space only separates.</summary>
internal static class WordTokens
{
    public static List<TextRange> Of(string text)
    {
        var tokens = new List<TextRange>();
        int at = 0;
        while (at < text.Length)
        {
            char first = text[at];
            if (char.IsWhiteSpace(first) || first == '\u200B')
            {
                at++;
                continue;
            }

            int end = at + 1;
            if (char.IsLetterOrDigit(first))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                    end++;
            }

            tokens.Add(new TextRange(at, end));
            at = end;
        }

        return tokens;
    }

    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (TextRange token in Of(text))
        {
            if (char.IsLetterOrDigit(text[token.Start]))
                words.Add(token.Of(text).ToLowerInvariant());
        }

        return words;
    }
}
