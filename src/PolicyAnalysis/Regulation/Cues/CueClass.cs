namespace PolicyAnalysis.Regulation.Cues;

/// <summary>The words that one position of a pattern takes: whole words, beginnings of words, kinds of token, or any word.</summary>
internal sealed class CueClass
{
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that must be written with a capital.</summary>
    public HashSet<string> CapitalWords { get; } = new(StringComparer.Ordinal);

    public List<string> Prefixes { get; } = [];

    public CueTokenKinds Kinds { get; set; }

    public bool Any { get; set; }

    /// <summary>A name that equal classes share.</summary>
    public string Key() => Any
        ? "*"
        : string.Join('|', Words.Order(StringComparer.Ordinal)) + "~" + string.Join('|', Prefixes.Order(StringComparer.Ordinal)) + "~" + (int)Kinds + "~" + string.Join('|', CapitalWords.Order(StringComparer.Ordinal));
}
