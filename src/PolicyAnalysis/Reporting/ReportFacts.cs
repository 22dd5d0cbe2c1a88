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

    /// <summary>The address that reports print: never with the name and password that a fetch may have needed.</summary>
    public static string? AddressOf(PolicySource source)
    {
        if (source.Address is not { } address)
            return null;
        if (!address.IsAbsoluteUri)
            return address.OriginalString;
        return address.UserInfo.Length == 0 ? address.AbsoluteUri : address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
    }

    /// <summary>The language to mark a quote with: reports are in English, so only another language is marked.</summary>
    public static string? ForeignLanguage(PolicyDocument document) =>
        document.Language is { Length: > 0 } language && language.Split('-')[0] != "en" ? language : null;

    /// <summary>What a reader should know before trusting a comparison, one sentence each.</summary>
    public static IReadOnlyList<(string Code, string Message)> Warnings(PolicyComparison comparison)
    {
        List<(string Code, string Message)> warnings = [.. comparison.Warnings.Select(warning => (warning.Code, warning.Message))];
        if (comparison.IsApproximate)
            warnings.Add(("approximate", "The texts differ so much that the comparison is coarser than usual; every quote is still verbatim."));
        return warnings;
    }

    /// <summary>The facts on one source, as name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Source(PolicyDocument document)
    {
        yield return ("Source", document.Source.Name);
        if (AddressOf(document.Source) is { } address)
            yield return ("Address", address);
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
