namespace PolicyAnalysis.Archive.Families;

/// <summary>Sets the latest versions of variants beside one another.</summary>
internal static class VariantComparer
{
    public static IReadOnlyList<VariantTypeCounts> Types(IReadOnlyList<AnalyzedPolicy?> latest)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        for (int index = 0; index < latest.Count; index++)
        {
            foreach (AnalyzedProvision provision in Provisions(latest[index]))
            {
                if (provision.MainType is not { } type)
                    continue;
                if (!counts.TryGetValue(type, out int[]? row))
                    counts.Add(type, row = new int[latest.Count]);
                row[index]++;
            }
        }

        return [.. counts.Select(static pair => new VariantTypeCounts(pair.Key, pair.Value))];
    }

    /// <summary>Words are compared within a language; capitals and white space at the ends make no difference.</summary>
    public static IReadOnlyList<VariantProvision> OnlyInOne(IReadOnlyList<FamilyVariant> variants, IReadOnlyList<AnalyzedPolicy?> latest)
    {
        var holders = new Dictionary<(string?, string), (int Variant, bool Shared)>();
        for (int index = 0; index < latest.Count; index++)
        {
            foreach (AnalyzedProvision provision in Provisions(latest[index]))
            {
                (string?, string) key = Key(variants[index], provision);
                if (!holders.TryGetValue(key, out (int Variant, bool Shared) known))
                    holders.Add(key, (index, false));
                else if (known.Variant != index)
                    holders[key] = (known.Variant, true);
            }
        }

        var only = new List<VariantProvision>();
        for (int index = 0; index < latest.Count; index++)
        {
            // Nothing to compare with, nothing to say.
            if (!Enumerable.Range(0, latest.Count).Any(other => other != index && latest[other] is not null && variants[other].Language == variants[index].Language))
                continue;
            only.AddRange(Provisions(latest[index])
                .Where(provision => !holders[Key(variants[index], provision)].Shared)
                .Select(provision => new VariantProvision(variants[index].Document, [.. provision.Labels.Select(static label => label.Type)], provision.Provision.Text)));
        }

        return only;
    }

    private static IEnumerable<AnalyzedProvision> Provisions(AnalyzedPolicy? policy) =>
        policy?.Provisions.Where(static provision => provision.Provision.Kind != ProvisionKind.Heading) ?? [];

    private static (string?, string) Key(FamilyVariant variant, AnalyzedProvision provision) => (variant.Language, provision.Provision.Text.Trim().ToUpperInvariant());
}
