namespace PolicyAnalysis.Reporting;

/// <summary>The facts that every report carries: what was read, with what, and as of when.</summary>
internal static class ReportFacts
{
    /// <summary>The title that a report names its policy by.</summary>
    public static string TitleOf(params ReadOnlySpan<PolicyDocument> documents)
    {
        foreach (PolicyDocument document in documents)
        {
            if (!string.IsNullOrWhiteSpace(document.Title))
                return document.Title;
        }

        return documents[0].Source.Name;
    }

    /// <summary>The facts on one source, as name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Source(PolicyDocument document)
    {
        yield return ("Source", document.Source.Name);
        if (document.Source.Address is { } address)
            yield return ("Address", address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString);
        yield return ("Kind", DisplayNames.Of(document.DocumentType));
        if (document.EffectiveDate is { } effective)
            yield return ("States as effective", DisplayNames.Date(effective));
        if (document.UpdatedDate is { } updated)
            yield return ("States as updated", DisplayNames.Date(updated));
        if (document.Language is { } language)
            yield return ("Language", language);
        yield return ("Read as", WireNames.Of(document.Source.MediaType));
        yield return ("Size", $"{DisplayNames.Number((int)Math.Min(document.Source.ByteLength, int.MaxValue))} bytes");
        yield return ("SHA-256", document.Source.Sha256);
    }

    /// <summary>What had a part in the result, as name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Versions(AnalysisVersions versions, DateOnly? asOf)
    {
        if (asOf is { } date)
            yield return ("Law as of", DisplayNames.Date(date));
        yield return ("Library", versions.Library);
        yield return ("Model", versions.Model);
        yield return ("Taxonomy", versions.Taxonomy);
        if (versions.Catalog is { } catalog)
            yield return ("Catalogue", catalog);
    }
}
