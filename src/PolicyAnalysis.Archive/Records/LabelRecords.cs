namespace PolicyAnalysis.Archive.Records;

/// <summary>The labels of the provisions of one policy as bytes: a type, and the weight of words for it, is written once.</summary>
/// <remarks>Not thread-safe; one for each record that is written or read.</remarks>
internal sealed class LabelRecords
{
    private readonly List<string> _types = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Type, string Words), double> _weights = [];
    private readonly List<TextRange> _words = [];
    private string? _text;

    public void Write(RecordWriter writer, IReadOnlyList<ProvisionLabel> labels, string text)
    {
        writer.Number(labels.Count);
        foreach (ProvisionLabel label in labels)
        {
            if (_places.TryGetValue(label.Type, out int type))
            {
                writer.Number(type + 1);
            }
            else
            {
                writer.Number(0);
                writer.Text(label.Type);
                type = Add(label.Type);
            }

            writer.Decimal(label.Score);
            writer.Number(label.Evidence.Count);
            foreach (LabelEvidence evidence in label.Evidence)
            {
                WriteWords(writer, evidence.Range, text);
                (int, string) key = (type, WordsOf(evidence.Range, text));
                bool isKnown = _weights.TryGetValue(key, out double known) && known.Equals(evidence.Weight);
                writer.Number(isKnown ? 0 : 1);
                if (!isKnown)
                    writer.Decimal(_weights[key] = evidence.Weight);
            }
        }
    }

    public ProvisionLabel[] Read(ref RecordReader reader, string text)
    {
        var labels = new ProvisionLabel[reader.Count()];
        for (int index = 0; index < labels.Length; index++)
        {
            int type = reader.Integer() - 1;
            if (type == -1)
                type = Add(reader.RequiredText());
            if (type < 0 || type >= _types.Count)
                throw new FormatException("a label has a type that was not written");
            double score = reader.Decimal();
            var evidence = new LabelEvidence[reader.Count()];
            for (int place = 0; place < evidence.Length; place++)
            {
                TextRange range = ReadWords(ref reader, text);
                (int, string) key = (type, WordsOf(range, text));
                double weight;
                if (reader.Number() != 0)
                    weight = _weights[key] = reader.Decimal();
                else if (!_weights.TryGetValue(key, out weight))
                    throw new FormatException("a label has a weight that was not written");
                evidence[place] = new LabelEvidence { Range = range, Weight = weight };
            }

            labels[index] = new ProvisionLabel { Type = _types[type], Score = score, Evidence = evidence };
        }

        return labels;
    }

    private int Add(string type)
    {
        _places[type] = _types.Count;
        _types.Add(type);
        return _types.Count - 1;
    }

    private static string WordsOf(TextRange range, string text) => range.Start >= 0 && range.End <= text.Length && range.Length >= 0 ? range.Of(text) : string.Empty;

    /// <summary>Whole words are told by the number of the first one and how many they are; anything else by its characters.</summary>
    private void WriteWords(RecordWriter writer, TextRange range, string text)
    {
        List<TextRange> words = WordsIn(text);
        int first = words.FindIndex(word => word.Start == range.Start);
        int last = first < 0 ? -1 : words.FindIndex(first, word => word.End == range.End);
        writer.Number(last < 0 ? 0 : last - first + 1);
        writer.Number(last < 0 ? range.Start : first);
        if (last < 0)
            writer.Number(range.Length);
    }

    private TextRange ReadWords(ref RecordReader reader, string text)
    {
        int count = reader.Integer();
        int first = reader.Integer();
        if (count == 0)
            return new TextRange(first, checked(first + reader.Integer()));
        List<TextRange> words = WordsIn(text);
        if (first < 0 || count < 0 || (long)first + count > words.Count)
            throw new FormatException("the evidence of a label stands outside the text");
        return new TextRange(words[first].Start, words[first + count - 1].End);
    }

    /// <summary>The words of a text; those of the text before are kept, for a provision has several labels.</summary>
    private List<TextRange> WordsIn(string text)
    {
        if (ReferenceEquals(text, _text))
            return _words;
        _words.Clear();
        _text = text;
        for (int at = 0; Next(text, ref at, out int start, out int end);)
            _words.Add(new TextRange(start, end));
        return _words;
    }

    private static bool Next(string text, ref int at, out int start, out int end)
    {
        while (at < text.Length && !IsPartOfWord(text[at]))
            at++;
        start = at;
        while (at < text.Length && IsPartOfWord(text[at]))
            at++;
        end = at;
        return end > start;
    }

    /// <summary>No table of Unicode is asked, for it grows, and a record must be read as it was written.</summary>
    private static bool IsPartOfWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit >= 0x80;
}
