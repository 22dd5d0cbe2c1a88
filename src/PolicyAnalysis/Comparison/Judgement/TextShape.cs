namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>The shape of the words that changed on one side.</summary>
internal readonly record struct TextShape(bool HasName, bool HasNumber, bool IsSentence, bool IsShortLine, bool HasQuotedTerm, bool IsEmpty)
{
    private const int ShortLine = 60;

    public static TextShape Of(string text, IReadOnlyList<TextEdit> edits, Func<TextEdit, TextRange> side)
    {
        bool hasName = false;
        bool hasNumber = false;
        bool isSentence = false;
        bool hasQuotedTerm = false;
        bool isEmpty = true;
        foreach (TextEdit edit in edits)
        {
            TextRange range = side(edit);
            string words = range.Of(text);
            isEmpty &= words.Length == 0;
            hasNumber |= words.Any(char.IsAsciiDigit);
            hasQuotedTerm |= words.AsSpan().IndexOfAny('“', '"') >= 0;
            hasName |= HasCapitalInside(text, range);
            // A whole sentence that came or went is a statement of its own.
            isSentence |= words.Length > 30 && words.AsSpan().TrimEnd().EndsWith(".");
        }

        return new TextShape(hasName, hasNumber, isSentence, text.Length is > 0 and < ShortLine, hasQuotedTerm, isEmpty);
    }

    public void Write(Dictionary<string, float> features, string prefix)
    {
        if (HasName)
            features[prefix + "name"] = 1;
        if (HasNumber)
            features[prefix + "number"] = 1;
        if (IsSentence)
            features[prefix + "sentence"] = 1;
        if (IsShortLine)
            features[prefix + "short line"] = 1;
        if (HasQuotedTerm)
            features[prefix + "quoted term"] = 1;
        if (IsEmpty)
            features[prefix + "nothing"] = 1;
    }

    // A capital that does not begin a sentence begins a name.
    private static bool HasCapitalInside(string text, TextRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            if (char.IsUpper(text[i]) && i >= 2 && text[i - 1] == ' ' && (char.IsLower(text[i - 2]) || text[i - 2] == ','))
                return true;
        }

        return false;
    }
}
