using System.Text;

namespace PolicyAnalysis.Regulation;

/// <summary>A part of a citation.</summary>
/// <param name="Kind"><c>article</c>, <c>section</c>, <c>paragraph</c>, <c>point</c>, <c>annex</c>, <c>clause</c> and others; see the schema.</param>
/// <param name="Value">The number or letter; a range as <c>1-3</c>.</param>
public sealed record CitationPart(string Kind, string Value);

/// <summary>Where a rule stands in its instrument, as parts that the formatter and the order use.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LegalCitation
{
    /// <summary>The parts from the outside in.</summary>
    public required IReadOnlyList<CitationPart> Parts { get; init; }

    /// <summary>As people write it, for example <c>GDPR Art. 33(1)</c>.</summary>
    public required string Display { get; init; }

    /// <summary>With the instrument's formal name, for example <c>Regulation (EU) 2016/679, Art. 33(1)</c>.</summary>
    public required string Formal { get; init; }

    /// <summary>The pinpoint alone, for example <c>Art. 33(1)</c>.</summary>
    /// <param name="parts">The parts.</param>
    internal static string Pinpoint(IReadOnlyList<CitationPart> parts)
    {
        var text = new StringBuilder();
        foreach (CitationPart part in parts)
        {
            if (part.Kind is "paragraph" or "point" or "subpoint" or "item")
            {
                AppendBracketed(text, part.Value);
                continue;
            }

            if (text.Length > 0 && !(part.Kind == "text" && part.Value.StartsWith(',')))
                text.Append(' ');
            text.Append(MarkOf(part.Kind)).Append(part.Value);
        }

        return text.ToString();
    }

    /// <summary>The mark before a part, or <see langword="null"/> where the kind is not known.</summary>
    internal static string? MarkOf(string kind) => kind switch
    {
        "article" => "Art. ",
        "articles" => "Arts. ",
        "section" => "§ ",
        "sections" => "§§ ",
        "section-s" => "s. ",
        "sections-s" => "ss. ",
        "regulation" => "reg. ",
        "clause" => "Clause ",
        "clause-c" => "cl. ",
        "annex" => "Annex ",
        "principle" => "APP ",
        "requirement" => "Req. ",
        "schedule-clause" => "Sch. 1 cl. ",
        "code" or "number" or "text" or "work" or "paragraph" or "point" or "subpoint" or "item" => string.Empty,
        _ => null,
    };

    private static void AppendBracketed(StringBuilder text, string value)
    {
        bool open = false;
        foreach (char c in value)
        {
            bool inside = char.IsLetterOrDigit(c);
            if (inside && !open)
                text.Append('(');
            else if (!inside && open)
                text.Append(')');
            open = inside;
            text.Append(c);
        }

        if (open)
            text.Append(')');
    }
}
