using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>Builds the number that a reader would cite: the section's number with the marks of the items inside it, <c>4.2(b)</c>.</summary>
internal sealed class ClauseNumbers
{
    private readonly string?[] _marks = new string?[32];
    private string? _section;

    /// <summary>The number of a block, or nothing where it has none of its own.</summary>
    public string? Of(DocumentBlock block, string text)
    {
        string? own = Own(block, text);
        if (block.Kind == DocumentBlockKind.Heading)
        {
            Array.Clear(_marks);
            _section = own;
            return own;
        }

        if (block.Kind != DocumentBlockKind.ListItem)
        {
            if (own is not null && !own.StartsWith('('))
            {
                _section = own;
                return own;
            }

            return own is null ? null : Join(_section, own);
        }

        int depth = Math.Clamp(block.Level, 1, _marks.Length - 1);
        Array.Clear(_marks, depth, _marks.Length - depth);
        if (own is null)
            return null;
        _marks[depth] = own;
        string? parent = null;
        for (int level = 1; level < depth; level++)
            parent = _marks[level] is { } mark ? Join(parent, mark) : parent;
        return Join(StartsClause(own) ? null : _section, Join(parent, own)!);
    }

    /// <summary>A dotted number already names its section.</summary>
    private static bool StartsClause(string number) => number.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(number[0]);

    private static string Join(string? section, string number)
    {
        if (section is null)
            return number;
        return number.StartsWith('(') ? section + number : $"{section}({number})";
    }

    private static string? Own(DocumentBlock block, string text)
    {
        if (block.Marker is { } marker && marker.Any(char.IsAsciiLetterOrDigit))
            return Clean(marker);
        int length = PrintedNumber.Length(text);
        return length == 0 ? null : Clean(text[..length]);
    }

    private static string? Clean(string number)
    {
        string trimmed = number.Trim().TrimEnd('.', ':');
        if (trimmed.EndsWith(')') && !trimmed.Contains('(', StringComparison.Ordinal))
            trimmed = trimmed[..^1];
        return trimmed.Length == 0 ? null : trimmed;
    }
}
