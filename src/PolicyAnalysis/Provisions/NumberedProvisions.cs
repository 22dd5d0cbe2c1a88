using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>The provisions of a document by the numbers that a reader would cite.</summary>
internal sealed class NumberedProvisions
{
    /// <summary>How many clauses upwards a mark such as (a) is looked for.</summary>
    private const int MostSteps = 12;

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public NumberedProvisions(List<Provision> provisions)
    {
        foreach (Provision provision in provisions)
        {
            if (provision.Number is not { } number)
                continue;
            string bare = Bare(number);
            _ids.TryAdd(bare, provision.Id);
            if (WordOf(number) is { } word)
                _ids.TryAdd(word + " " + bare, provision.Id);
        }
    }

    /// <summary>The id of what is pointed to; nothing where the document holds nothing of that number.</summary>
    public string? Find(SpokenReference reference, List<Provision> provisions, int from)
    {
        string bare = Bare(reference.Number);
        if (reference.Base is { } whole)
            return FindOrAbove(Bare(whole) + (bare[0] == '(' ? bare : $"({bare})"));
        if (bare[0] == '(')
            return FindNear(bare, provisions, from);
        if (reference.Word is { } word && _ids.TryGetValue(word + " " + bare, out string? named))
            return named;
        return FindOrAbove(bare);
    }

    /// <summary>Parts that stand inside a paragraph have no provision of their own: 10(b) is then in 10.</summary>
    private string? FindOrAbove(string number)
    {
        for (string? at = number; at is not null; at = at.Contains('(', StringComparison.Ordinal) ? Above(at) : null)
        {
            if (_ids.TryGetValue(at, out string? id))
                return id;
        }

        return null;
    }

    /// <summary>A mark alone means a part of the clause it is written in, or of one around that.</summary>
    private string? FindNear(string mark, List<Provision> provisions, int from)
    {
        int? at = from;
        for (int step = 0; at is { } index && step < MostSteps; step++)
        {
            for (string? number = provisions[index].Number is { } own ? Bare(own) : null; number is not null; number = Above(number))
            {
                if (_ids.TryGetValue(number + mark, out string? id))
                    return id;
            }

            at = provisions[index].ParentOrdinal;
        }

        return _ids.GetValueOrDefault(mark);
    }

    /// <summary>The number that another one is a part of: 4.2 for 4.2(b); nothing for one without parts.</summary>
    public static string? Above(string number)
    {
        int end = number.LastIndexOfAny(['(', '.']);
        return end > 0 ? number[..end] : null;
    }

    private static string? WordOf(string number)
    {
        int space = number.IndexOfAny([' ', '\u00A0']);
        return space > 0 ? ClauseWords.Of(number.AsSpan(0, space)) : null;
    }

    /// <summary>A number without the word before it and the dot behind it: <c>Article 5.</c> and <c>§ 5</c> are both 5.</summary>
    private static string Bare(string number)
    {
        int word = number[0] == '§' ? 0 : ClauseWords.Length(number);
        return number[word..].TrimStart('§').Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\u00A0", string.Empty, StringComparison.Ordinal).TrimEnd('.').ToLowerInvariant();
    }
}
