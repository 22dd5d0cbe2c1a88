using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>
/// A pattern of the rule tables: a regular expression, letter case aside, in which every repetition has an end, so that an
/// attempt at one place costs no more than the pattern allows and a whole text costs time linear in its length.
/// </summary>
/// <remarks>
/// An automaton built ahead (<see cref="RegexOptions.NonBacktracking"/>) would need no such bound, but building one takes some
/// ten milliseconds a pattern, two seconds for the tables. <see cref="CuePatternReader"/> holds the bound, and gives the literals
/// one of which stands in every match: a text without them is passed over by one vectorised search.
/// </remarks>
internal sealed class CuePattern
{
    // Letters outside ASCII that a pattern without regard to case takes for an ASCII letter.
    private static readonly SearchValues<char> FoldedLetters = SearchValues.Create("\u0130\u0131\u017F\u212A");

    private readonly SearchValues<string>? _needed;

    /// <exception cref="FormatException">The pattern is not of the bounded kind; the message says where.</exception>
    public CuePattern(string pattern)
    {
        Needed = CuePatternReader.LiteralsOf(pattern);
        _needed = Needed is null ? null : SearchValues.Create([.. Needed], StringComparison.OrdinalIgnoreCase);
        Expression = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
    }

    /// <summary>The pattern of a cell of a table; <see langword="null"/> for an empty one.</summary>
    public static CuePattern? Optional(string pattern) => pattern.Length == 0 ? null : new CuePattern(pattern);

    /// <summary>The expression itself.</summary>
    public Regex Expression { get; }

    /// <summary>Texts one of which stands in every match, whatever its case; <see langword="null"/> where the pattern tells none.</summary>
    public IReadOnlyCollection<string>? Needed { get; }

    public bool IsMatch(ReadOnlySpan<char> text) => MayMatch(text) && Expression.IsMatch(text);

    /// <summary>Whether a match is possible; cheap, and never wrong where it says no.</summary>
    public bool MayMatch(ReadOnlySpan<char> text) => _needed is null || text.ContainsAny(_needed) || text.ContainsAny(FoldedLetters);
}
