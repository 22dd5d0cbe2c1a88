using System.Text.RegularExpressions;

namespace PolicyAnalysis.Provisions;

/// <summary>
/// Resolves what provisions say of each other: "Section 4.2(b)", "Clauses 3 and 5", and links to places of the same page.
/// References to laws are left alone.
/// </summary>
internal static partial class CrossReferences
{
    /// <summary>The provisions with their references filled in.</summary>
    public static List<Provision> Resolve(PolicyDocument document, List<Provision> provisions, IReadOnlyList<IReadOnlyList<string>> anchors)
    {
        Dictionary<string, string> byNumber = ByNumber(provisions);
        Dictionary<string, string> byAnchor = ByAnchor(provisions, anchors);
        int link = 0;
        for (int index = 0; index < provisions.Count; index++)
        {
            Provision provision = provisions[index];
            var references = new List<ProvisionReference>();
            if (provision.Kind != ProvisionKind.Heading)
                AddSpoken(provision, byNumber, references);
            while (link < document.Links.Count && document.Links[link].Range.Start < provision.Range.End)
            {
                AddLink(document, document.Links[link++], byAnchor, references);
            }

            if (references.Count == 0)
                continue;
            references.Sort((left, right) => left.Range.CompareTo(right.Range));
            provisions[index] = provision with { References = references };
        }

        return provisions;
    }

    private static void AddSpoken(Provision provision, Dictionary<string, string> byNumber, List<ProvisionReference> references)
    {
        if (!provision.Text.AsSpan().ContainsAnyInRange('0', '9') && !provision.Text.Contains('(', StringComparison.Ordinal))
            return;
        foreach (ValueMatch match in Reference().EnumerateMatches(provision.Text))
        {
            int end = match.Index + match.Length;
            if (OfLaw().IsMatch(provision.Text.AsSpan(end, Math.Min(LawWindow, provision.Text.Length - end))))
                continue;
            string words = provision.Text.Substring(match.Index, match.Length);
            foreach (ValueMatch number in Number().EnumerateMatches(words))
            {
                string stated = words.Substring(number.Index, number.Length);
                int start = provision.Range.Start + match.Index + number.Index;
                references.Add(new ProvisionReference
                {
                    Range = new TextRange(start, start + number.Length),
                    Number = stated,
                    TargetId = byNumber.GetValueOrDefault(Normalized(stated)),
                });
            }
        }
    }

    private static void AddLink(PolicyDocument document, DocumentLink link, Dictionary<string, string> byAnchor, List<ProvisionReference> references)
    {
        int mark = link.Target.IndexOf('#', StringComparison.Ordinal);
        if (mark < 0 || mark + 1 == link.Target.Length)
            return;
        bool isHere = mark == 0 || (document.Source.Address is { } address && link.Target.AsSpan(0, mark).SequenceEqual(address.GetLeftPart(UriPartial.Query)));
        if (isHere && byAnchor.TryGetValue(Uri.UnescapeDataString(link.Target[(mark + 1)..]), out string? target))
            references.Add(new ProvisionReference { Range = link.Range, TargetId = target });
    }

    private static Dictionary<string, string> ByNumber(List<Provision> provisions)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Provision provision in provisions)
        {
            if (provision.Number is { } number)
                ids.TryAdd(Normalized(number), provision.Id);
        }

        return ids;
    }

    private static Dictionary<string, string> ByAnchor(List<Provision> provisions, IReadOnlyList<IReadOnlyList<string>> anchors)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int index = 0; index < provisions.Count; index++)
        {
            foreach (string anchor in anchors[index])
                ids.TryAdd(anchor, provisions[index].Id);
        }

        return ids;
    }

    /// <summary>A number without the word before it and the dot behind it: <c>Article 5.</c> and <c>§ 5</c> are both 5.</summary>
    private static string Normalized(string number)
    {
        int start = 0;
        int space = number.LastIndexOf(' ');
        if (space >= 0)
            start = space + 1;
        return number[start..].TrimStart('§').Trim().TrimEnd('.').ToLowerInvariant();
    }

    private const int LawWindow = 60;

    [GeneratedRegex(@"(?:\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|[Pp]aragraphs?|[Pp]arts?|[Cc]hapters?|[Zz]iffern?|[Aa]bschnitte?|[Aa]rtikel)|§{1,2}) ?\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z0-9]{1,4}\)){0,3}(?:(?:, | and | or | to |–|-|, and | et | und | ou )\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z0-9]{1,4}\)){0,3}){0,8}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z0-9]{1,4}\)){0,3}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^.;]{0,12}?(?:,? ?(?:of|under|in|du|de la|der|des) )?(?:the |le |la |l['’])?(?:[A-Z][\w.'’-]* ){0,5}?(?:GDPR|UK GDPR|Regulation|Act|Directive|Code|RGPD|DSGVO|BGB|TTDSG|TDDDG|FTC|CCPA|CPRA|Law|Loi|Règlement|Verordnung|Constitution|Statutes?|U\.S\.C)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfLaw();
}
