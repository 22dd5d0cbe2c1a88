namespace PolicyAnalysis.Provisions;

/// <summary>
/// Resolves what provisions say of each other: "Section 4.2(b)", "paragraph (a) of Clause 3", "the section “Fees”", and links to
/// places of the same page. References to laws are left alone.
/// </summary>
internal static class CrossReferences
{
    /// <summary>The provisions with their references filled in.</summary>
    public static List<Provision> Resolve(PolicyDocument document, List<Provision> provisions, IReadOnlyList<IReadOnlyList<string>> anchors)
    {
        var numbers = new NumberedProvisions(provisions);
        var names = new NamedProvisions(provisions);
        Dictionary<string, string> byAnchor = ByAnchor(provisions, anchors);
        int link = 0;
        for (int index = 0; index < provisions.Count; index++)
        {
            Provision provision = provisions[index];
            var references = new List<ProvisionReference>();
            while (link < document.Links.Count && document.Links[link].Range.Start < provision.Range.End)
                AddLink(document, document.Links[link++], byAnchor, names, references);
            if (provision.Kind != ProvisionKind.Heading)
            {
                foreach (SpokenReference spoken in SpokenReferences.In(provision.Text))
                {
                    TextRange range = spoken.Range.Shift(provision.Range.Start);
                    if (!references.Exists(known => known.Range.Contains(range)))
                        references.Add(new ProvisionReference { Range = range, Number = spoken.Number, TargetId = numbers.Find(spoken, provisions, index) });
                }

                foreach ((TextRange named, string id) in names.In(provision.Text))
                {
                    TextRange range = named.Shift(provision.Range.Start);
                    if (id != provision.Id && !references.Exists(known => known.Range.Contains(range) || range.Contains(known.Range)))
                        references.Add(new ProvisionReference { Range = range, TargetId = id });
                }
            }

            if (references.Count == 0)
                continue;
            references.Sort(static (left, right) => left.Range.CompareTo(right.Range));
            provisions[index] = provision with { References = references };
        }

        return provisions;
    }

    private static void AddLink(PolicyDocument document, DocumentLink link, Dictionary<string, string> byAnchor, NamedProvisions names, List<ProvisionReference> references)
    {
        int mark = link.Target.IndexOf('#', StringComparison.Ordinal);
        if (mark < 0 || mark + 1 == link.Target.Length)
            return;
        bool isHere = mark == 0 || (document.Source.Address is { } address && link.Target.AsSpan(0, mark).SequenceEqual(address.GetLeftPart(UriPartial.Query)));
        if (isHere && byAnchor.TryGetValue(Uri.UnescapeDataString(link.Target[(mark + 1)..]), out string? target))
            references.Add(new ProvisionReference { Range = link.Range, TargetId = target });

        // An archived copy keeps the link but not the place it leads to: its words may be those of a heading.
        else if (names.Of(link.Range.Of(document.Text)) is { } named)
            references.Add(new ProvisionReference { Range = link.Range, TargetId = named });
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
}
