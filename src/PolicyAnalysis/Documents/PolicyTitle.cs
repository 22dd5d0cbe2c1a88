using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>Tells the title of a policy, "Cookie Policy", from a heading inside one, "Changes to our Cookie Policy".</summary>
internal static partial class PolicyTitle
{
    private const int LongestTitle = 90;
    private const int MostWords = 9;

    /// <summary>Whether a heading is the name of a document.</summary>
    public static bool NamesDocument(string heading)
    {
        if (heading.Length > LongestTitle || heading[^1] is '?' or '.' or ':' || PrintedNumber.Length(heading) > 0 || ListMark.Length(heading) > 0 || IsLettered(heading) || heading.AsSpan().Count(' ') >= MostWords)
            return false;
        return DocumentName().IsMatch(heading) && !SpeaksAboutIt().IsMatch(heading);
    }

    /// <summary>"B. Acceptable use" is a chapter.</summary>
    private static bool IsLettered(string heading) =>
        heading.Length > 2 && char.IsAsciiLetter(heading[0]) && heading[1] is '.' or ')' && heading[2] == ' ';

    [GeneratedRegex(@"\b(?:polic(?:y|ies)|terms|agreement|notice|addendum|statement|guidelines|conditions|eula|standards|rules|imprint|impressum|datenschutzerklärung|nutzungsbedingungen|agb|richtlinie|cgu|cgv|charte)(?: \([^()]{1,30}\)| [–—-] .{1,50})?$|^(?:(?:current|general|additional|our|the) )?(?:terms (?:of|and)|conditions of|politiques? de|conditions (?:générales|d['’]utilisation)|mentions légales|charte|déclaration de|politique relative|additional terms)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentName();

    [GeneratedRegex(@"^(?:changes?|updates?|updating|modifications?|amendments?|revisions?|about|contact|how|what|why|when|who|where|this|these|acceptance|accepting|scope|purpose|questions|entire|governing|relationship|other|third|violations?|compliance|agreement|agreeing|binding|arbitration|archived|previous|prior|past|superseded|your|interpretation|effect|breach|termination|enforcement|links?|reference|see|children|exceptions?|overview of|summary of|introduction|definitions)\b|\b(?:changes|updates|modifications) to\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksAboutIt();
}
