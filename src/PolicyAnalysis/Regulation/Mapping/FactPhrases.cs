using PolicyAnalysis.Regulation.Catalog;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Says in plain words which fact decides whether a rule applies: <c>transfers.third-country</c> is whether data leaves the European Economic Area.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FactPhrases
{
    private const string Place = "jurisdiction ";
    private const string Role = "role ";
    private const string Consumers = "consumers.";

    private readonly IReadOnlyDictionary<string, string> _facts;
    private readonly IReadOnlyDictionary<string, string> _places;

    private FactPhrases(IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, string> places)
    {
        _facts = facts;
        _places = places;
    }

    /// <summary>The names of the facts that have a phrase.</summary>
    public IEnumerable<string> Known => _facts.Keys;

    /// <exception cref="RegulatoryCatalogException">The file is malformed.</exception>
    public static FactPhrases Read(CatalogFiles files, IReadOnlyList<JurisdictionHint> places)
    {
        Dictionary<string, (string Id, string Phrase)> facts = CatalogJson.Records(files, CatalogFiles.Facts, "facts", Fact, fact => fact.Id);
        return new FactPhrases(
            facts.ToDictionary(pair => pair.Key, pair => pair.Value.Phrase, StringComparer.Ordinal),
            places.ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal));
    }

    /// <summary>The phrase of a fact; the fact's own name where the catalogue has none, as for a fact of a team's own.</summary>
    public string Of(string fact)
    {
        if (fact.StartsWith(Place, StringComparison.Ordinal))
            return "whether people in " + string.Join(" or ", fact[Place.Length..].Split(" or ").Select(NameOf)) + " are concerned";
        if (fact.StartsWith(Role, StringComparison.Ordinal))
            return "whether the organisation acts as " + fact[Role.Length..];
        if (fact.StartsWith(Consumers, StringComparison.Ordinal))
            return "how many consumers in " + NameOf(fact[Consumers.Length..]) + " are concerned";
        return _facts.GetValueOrDefault(fact, fact);
    }

    /// <summary>The name of a jurisdiction; its code where the catalogue has none.</summary>
    public string NameOf(string code) => _places.GetValueOrDefault(code, code);

    private static (string Id, string Phrase) Fact(JsonFields fields)
    {
        (string Id, string Phrase) fact = (fields.Text("id"), fields.Text("phrase"));
        fields.End();
        return fact;
    }
}
