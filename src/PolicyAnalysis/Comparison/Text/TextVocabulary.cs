namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Gives the words of any number of texts their integers once, so that many versions of one document are compared
/// without being split again: <see cref="Add"/> each version, then <see cref="TextDiffer.Compare(TokenizedText, TokenizedText)"/> any two.
/// </summary>
/// <remarks>Not thread-safe while texts are added; texts added before may be compared on any thread.</remarks>
public sealed class TextVocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly TokenList _tokens = new();
    private char[] _folded = [];

    /// <summary>The number of different words seen, 0 or more.</summary>
    public int Count => _ids.Count;

    /// <summary>Splits a text into words and remembers it. Linear in its length.</summary>
    /// <param name="text">A text; any UTF-16, lone surrogates included. It is kept, not copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public TokenizedText Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        WordScanner.Split(text, 0, text.Length, _tokens);
        var words = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] ids = new int[_tokens.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ReadOnlySpan<char> word = text.AsSpan(_tokens.Starts[i].._tokens.Ends[i]);
            if (word.ContainsAnyExceptInRange('\0', '\u007F'))
            {
                Pooled.Reserve(ref _folded, Typography.Room(word.Length));
                word = _folded.AsSpan(0, Typography.Fold(word, _folded));
            }

            if (!words.TryGetValue(word, out int id))
            {
                id = _ids.Count;
                words[word] = id;
            }

            ids[i] = id;
        }

        return new TokenizedText(this, text, _tokens.Starts[..ids.Length], _tokens.Ends[..ids.Length], ids);
    }
}

/// <summary>A text whose words have integers of a <see cref="TextVocabulary"/>. Immutable and thread-safe.</summary>
public sealed class TokenizedText
{
    private readonly int[] _starts, _ends, _ids;

    internal TokenizedText(TextVocabulary vocabulary, string text, int[] starts, int[] ends, int[] ids)
    {
        (Vocabulary, Text) = (vocabulary, text);
        (_starts, _ends, _ids) = (starts, ends, ids);
    }

    /// <summary>The vocabulary that the text was added to.</summary>
    public TextVocabulary Vocabulary { get; }

    /// <summary>The text as it was added.</summary>
    public string Text { get; }

    /// <summary>The number of words and marks, 0 or more.</summary>
    public int TokenCount => _ids.Length;

    /// <summary>Replaces <paramref name="tokens"/> by the tokens of <c>[start, end)</c>, which parts none.</summary>
    internal void CopyTo(TokenList tokens, int start, int end)
    {
        tokens.Clear();
        int first = Array.BinarySearch(_starts, start);
        for (int i = first < 0 ? ~first : first; i < _starts.Length && _starts[i] < end; i++)
        {
            tokens.Add(_starts[i], _ends[i]);
            tokens.Ids[tokens.Count - 1] = _ids[i];
        }
    }
}
