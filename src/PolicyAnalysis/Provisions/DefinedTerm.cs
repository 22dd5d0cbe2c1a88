using System.Text.RegularExpressions;

namespace PolicyAnalysis.Provisions;

/// <summary>Recognises a sentence that defines a term: <c>"Personal data" means …</c>.</summary>
internal static partial class DefinedTerm
{
    /// <summary>The range of the term inside the text, without its quotes; nothing where the text defines none.</summary>
    public static TextRange? In(string text)
    {
        Match match = Definition().Match(text.Length > Window ? text[..Window] : text);
        if (!match.Success)
            return null;
        Group term = match.Groups["term"];
        return new TextRange(term.Index, term.Index + term.Length);
    }

    private const int Window = 200;

    [GeneratedRegex(@"^(?:\(?[0-9a-zA-Z.]{1,8}[.)]? )?(?:The term )?[""“”„«‘']{1,2} ?(?<term>[^""“”«»‘’„]{2,80}?) ?[""“”»’']{1,2}(?: or [""“][^""“”]{2,60}[""”])?(?: \([^()]{1,60}\))?,? ?:? ?(?:means?|refers? to|has the meaning|have the meaning|shall mean|is defined as|bedeutet|bezeichnet|désigne|signifie|s'entend)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
