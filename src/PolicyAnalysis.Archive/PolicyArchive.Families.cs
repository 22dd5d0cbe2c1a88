using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Families;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    private readonly FaceReader _faces = new();

    /// <summary>The documents grouped into families: variants for regions and in languages stand together, with the reason.</summary>
    /// <param name="platform">The platform; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The families, ordered by platform and name; a document without variants is a family of one.</returns>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    /// <remarks>Variants are looked for within a platform, in the latest analysed version of each document.</remarks>
    public IReadOnlyList<DocumentFamily> GetFamilies(string? platform = null, CancellationToken cancellationToken = default) => Reading<IReadOnlyList<DocumentFamily>>(connection =>
    {
        var reader = new BlobReader(connection);
        var families = new List<DocumentFamily>();
        foreach (IGrouping<string, DocumentFace> faces in _faces.Read(connection, platform, cancellationToken))
        {
            families.AddRange(FamilyFinder.Find(faces)
                .Select(found => FamilyOf(faces.Key, found.Name, found.Members, face => face.Version is { } version ? Analysis(connection, reader, version) : null))
                .OrderBy(static family => family.Name, StringComparer.Ordinal));
        }

        return families;
    });

    /// <summary>The course of a document with its variants for regions and in languages, and their latest versions side by side.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="document">The name of the family, or of any document in it.</param>
    /// <param name="options">How flaps and gaps are told; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyArchiveException">There is no such family, or the archive cannot be read.</exception>
    public FamilyTimeline GetFamilyTimeline(string platform, string document, TimelineOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(document);
        IReadOnlyList<DocumentFamily> families = GetFamilies(platform, cancellationToken);
        DocumentFamily family = families.FirstOrDefault(family => family.Variants.Any(variant => variant.Document == document))
            ?? families.FirstOrDefault(family => family.Name == document)
            ?? throw new PolicyArchiveException(ArchiveProblem.NotFound, $"The archive has no document or family '{document}' of '{platform}'; list the families to see what there is.");
        AnalyzedPolicy?[] latest = [.. family.Variants.Select(variant => GetVersions(platform, variant.Document).LastOrDefault(static version => version.IsAnalyzed) is { } version ? ReadAnalysis(version.Sequence) : null)];
        return new FamilyTimeline
        {
            Family = family,
            Timelines = [.. family.Variants.Select(variant => GetTimeline(platform, variant.Document, options, cancellationToken))],
            Types = VariantComparer.Types(latest),
            OnlyInOne = VariantComparer.OnlyInOne(family.Variants, latest),
        };
    }

    /// <summary>The families' members by the numbers of their documents.</summary>
    internal Dictionary<long, (long Family, string Name)> FamilyNumbers(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<long, (long, string)>();
        foreach (IGrouping<string, DocumentFace> faces in _faces.Read(connection, null, cancellationToken))
        {
            foreach ((string name, var members) in FamilyFinder.Find(faces))
            {
                foreach ((DocumentFace face, _) in members)
                    numbers.Add(face.Document, (members[0].Face.Document, name));
            }
        }

        return numbers;
    }

    private static DocumentFamily FamilyOf(string platform, string name, IReadOnlyList<(DocumentFace Face, IReadOnlyList<FamilyReason> Reasons)> members, Func<DocumentFace, AnalyzedPolicy?> read) => new()
    {
        Platform = platform,
        Name = name,
        Variants = [.. members.Select(member => VariantOf(member.Face, member.Reasons, members.Count > 1 ? read(member.Face)?.Document.Jurisdictions ?? [] : []))],
    };

    private static FamilyVariant VariantOf(DocumentFace face, IReadOnlyList<FamilyReason> reasons, IReadOnlyList<StatedJurisdiction> stated)
    {
        FamilyReason[] texts = [.. stated.Where(static region => region.Origin == StatedJurisdictionOrigin.Text).Select(static region => new FamilyReason(FamilyEvidence.Text, region.Quote, region.Code))];
        IEnumerable<string> named = face.NameParts.Mentions.Concat(face.AddressParts?.Mentions ?? []).Where(static mention => mention.IsRegion).Select(static mention => mention.Code);
        return new FamilyVariant
        {
            Document = face.Name,
            Language = face.Language,
            Regions = [.. named.Concat(stated.Select(static region => region.Code)).Distinct(StringComparer.Ordinal)],
            Reasons = [.. reasons, .. texts],
        };
    }
}
