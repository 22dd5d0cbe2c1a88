namespace PolicyAnalysis.Regulation.Cues;

/// <summary>The words that one position of a pattern takes: whole words, beginnings of words, kinds of token, or any word.</summary>
internal sealed class CueClass
{
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that must be written with a capital.</summary>
    public HashSet<string> CapitalWords { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that must be written in capitals, in a text that is not.</summary>
    public HashSet<string> Acronyms { get; } = new(StringComparer.Ordinal);

    public List<string> Prefixes { get; } = [];

    public CueTokenKinds Kinds { get; set; }

    public bool Any { get; set; }

    /// <summary>The words in the order they were added, as a key; no group is written with a tilde.</summary>
    public string Writing() => string.Concat("~", string.Join('|', Words), "~", string.Join('|', Prefixes), "~", string.Join('|', CapitalWords), "~" + string.Join('|', Acronyms), "~", ((int)Kinds).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
