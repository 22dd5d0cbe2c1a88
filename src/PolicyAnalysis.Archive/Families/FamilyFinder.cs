namespace PolicyAnalysis.Archive.Families;

/// <summary>Groups the documents of one platform into families, and says why.</summary>
/// <remarks>
/// Two documents are variants where their names, their titles or their addresses are equal once regions and languages are taken
/// out, and at least one of them named one; or where they are the only documents of their kind in two languages. The result does not depend on
/// the order of the documents.
/// </remarks>
internal sealed class FamilyFinder
{
    private readonly DocumentFace[] _faces;
    private readonly int[] _parents;
    private readonly List<FamilyReason>[] _reasons;

    private FamilyFinder(IEnumerable<DocumentFace> faces)
    {
        _faces = [.. faces.OrderBy(static face => face.Name, StringComparer.Ordinal)];
        _parents = [.. Enumerable.Range(0, _faces.Length)];
        _reasons = [.. _faces.Select(static _ => new List<FamilyReason>())];
    }

    public static IEnumerable<(string Name, IReadOnlyList<(DocumentFace Face, IReadOnlyList<FamilyReason> Reasons)> Members)> Find(IEnumerable<DocumentFace> faces)
    {
        var finder = new FamilyFinder(faces);
        if (finder._faces.Length > 1)
        {
            finder.JoinByNames();
            finder.JoinByAddresses();
            finder.JoinByTitles();
            finder.JoinByLanguages();
        }

        return finder.Families();
    }

    private void JoinByNames() => Join(
        FamilyEvidence.Name,
        face => face.NameParts.Base,
        face => face.Name,
        face => face.NameParts.Mentions);

    private void JoinByAddresses() => Join(
        FamilyEvidence.Address,
        face => face.AddressParts?.Base ?? string.Empty,
        face => face.Address?.OriginalString ?? face.Name,
        face => face.AddressParts?.Mentions ?? []);

    /// <summary>Titles only of one kind of policy: two services of a platform may both have terms.</summary>
    private void JoinByTitles() => Join(
        FamilyEvidence.Title,
        face => face.Type == PolicyDocumentType.Unknown || face.TitleParts?.Base is not { Length: > 0 } words ? string.Empty : $"{face.Type} {face.Language} {words}",
        face => face.Title!,
        face => face.TitleParts!.Mentions);

    private void Join(FamilyEvidence evidence, Func<DocumentFace, string> baseOf, Func<DocumentFace, string> quoteOf, Func<DocumentFace, IReadOnlyList<(string Words, string Code, bool IsRegion)>> mentionsOf)
    {
        foreach (IGrouping<string, int> group in Enumerable.Range(0, _faces.Length).GroupBy(index => baseOf(_faces[index]), StringComparer.Ordinal))
        {
            int[] members = [.. group];
            if (group.Key.Length == 0 || members.Length < 2)
                continue;
            // Equal names that name nothing, and pages that differ in nothing, are not variants of one another.
            string[] said = [.. members.Select(index => string.Join(' ', mentionsOf(_faces[index]).Select(static mention => mention.Code).Order(StringComparer.Ordinal)))];
            if (said.Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            foreach (int index in members)
            {
                Union(members[0], index);
                IReadOnlyList<(string Words, string Code, bool IsRegion)> mentions = mentionsOf(_faces[index]);
                string quote = quoteOf(_faces[index]);
                if (mentions.Count == 0)
                    _reasons[index].Add(new FamilyReason(evidence, quote, null));
                foreach ((string _, string code, bool _) in mentions)
                    _reasons[index].Add(new FamilyReason(evidence, quote, code));
            }
        }
    }

    /// <summary>One privacy policy in German and one in English, and no other in either, are taken for one document.</summary>
    private void JoinByLanguages()
    {
        foreach (IGrouping<PolicyDocumentType, int> kind in Enumerable.Range(0, _faces.Length).Where(index => _faces[index] is { Language: not null } face && face.Type != PolicyDocumentType.Unknown).GroupBy(index => _faces[index].Type))
        {
            int[] members = [.. kind];
            if (members.Length < 2 || members.Select(index => _faces[index].Language).Distinct(StringComparer.Ordinal).Count() < members.Length)
                continue;
            foreach (int index in members)
            {
                Union(members[0], index);
                _reasons[index].Add(new FamilyReason(FamilyEvidence.Language, _faces[index].Language!, _faces[index].Language));
            }
        }
    }

    private IEnumerable<(string Name, IReadOnlyList<(DocumentFace Face, IReadOnlyList<FamilyReason> Reasons)> Members)> Families()
    {
        foreach (IGrouping<int, int> family in Enumerable.Range(0, _faces.Length).GroupBy(Root).OrderBy(static group => group.Key))
        {
            (DocumentFace Face, IReadOnlyList<FamilyReason> Reasons)[] members =
            [
                .. family
                    .Select(index => (Face: _faces[index], Reasons: (IReadOnlyList<FamilyReason>)[.. _reasons[index].Distinct()]))
                    .OrderBy(static member => member.Reasons.Any(static reason => reason.Code is not null && reason.Evidence != FamilyEvidence.Language))
                    .ThenBy(static member => member.Face.Name, StringComparer.Ordinal),
            ];
            VariantName first = members[0].Face.NameParts;
            yield return (members.Length == 1 || first.Mentions.Count == 0 || first.Plain.Length == 0 ? members[0].Face.Name : first.Plain, members);
        }
    }

    private int Root(int index)
    {
        while (_parents[index] != index)
            index = _parents[index] = _parents[_parents[index]];
        return index;
    }

    private void Union(int left, int right)
    {
        (int low, int high) = (Math.Min(Root(left), Root(right)), Math.Max(Root(left), Root(right)));
        _parents[high] = low;
    }
}
