using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PolicyAnalysis.Classification;

/// <summary>The types that provisions can have, in a fixed order.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Taxonomy
{
    private const string Resource = "PolicyAnalysis.Classification.taxonomy.tsv";

    private static readonly Lazy<Taxonomy> LazyDefault = new(LoadDefault);

    private readonly FrozenDictionary<string, ProvisionType> byId;

    /// <summary>Makes a taxonomy of the given types.</summary>
    /// <param name="version">The version that reports and models name, for example <c>1.0.0</c>.</param>
    /// <param name="types">The types in their order; their ids must differ.</param>
    /// <exception cref="PolicyAnalysisException">Two types have the same id, or there is none.</exception>
    public Taxonomy(string version, IReadOnlyList<ProvisionType> types)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentNullException.ThrowIfNull(types);
        if (types.Count == 0)
            throw new PolicyAnalysisException("The taxonomy has no type; give it one at least.");
        if (types.GroupBy(type => type.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new PolicyAnalysisException($"The taxonomy names the type '{twice.Key}' more than once; ids must differ.");
        Version = version;
        Types = [.. types];
        byId = Types.ToFrozenDictionary(type => type.Id, StringComparer.Ordinal);
    }

    /// <summary>The taxonomy that ships with the library: 65 types in 15 families.</summary>
    public static Taxonomy Default => LazyDefault.Value;

    /// <summary>The version, for example <c>1.0.0</c>.</summary>
    public string Version { get; }

    /// <summary>The types in the taxonomy's order.</summary>
    public IReadOnlyList<ProvisionType> Types { get; }

    /// <summary>The type with an id.</summary>
    /// <param name="id">The id, compared ordinally.</param>
    /// <exception cref="KeyNotFoundException">The taxonomy has no such type; <see cref="TryGet"/> tells without an error.</exception>
    public ProvisionType this[string id] => TryGet(id, out ProvisionType? type) ? type : throw new KeyNotFoundException($"The taxonomy {Version} has no type '{id}'.");

    /// <summary>Looks a type up by its id.</summary>
    /// <param name="id">The id, compared ordinally.</param>
    /// <param name="type">The type, where there is one.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out ProvisionType? type) => byId.TryGetValue(id, out type);

    /// <summary>Reads a taxonomy from a table: a first line <c># taxonomy VERSION</c>, a line of column names, and one line a type with id, family, name, definition, OPP-115 and UNFAIR-ToS categories, tab-separated; several categories are joined by <c>|</c>.</summary>
    /// <param name="reader">The table.</param>
    /// <exception cref="PolicyAnalysisException">A line does not have that shape; the message names the line.</exception>
    public static Taxonomy Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        const string heading = "# taxonomy ";
        string? first = reader.ReadLine();
        if (first is null || !first.StartsWith(heading, StringComparison.Ordinal) || first.Length == heading.Length)
            throw new PolicyAnalysisException($"A taxonomy begins with the line '{heading}VERSION'.");
        reader.ReadLine();
        var types = new List<ProvisionType>();
        for (int line = 3; reader.ReadLine() is { } row; line++)
        {
            string[] cells = row.Split('\t');
            if (cells.Length != 6 || cells[0].Length == 0 || cells[1].Length == 0)
                throw new PolicyAnalysisException($"Line {line} of the taxonomy does not have its six columns: id, family, name, definition, OPP-115, UNFAIR-ToS.");
            types.Add(new ProvisionType
            {
                Id = cells[0],
                Family = cells[1],
                Name = cells[2],
                Definition = cells[3],
                Opp115 = Categories(cells[4]),
                UnfairTerms = Categories(cells[5]),
            });
        }

        return new Taxonomy(first[heading.Length..], types);
    }

    private static string[] Categories(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static Taxonomy LoadDefault()
    {
        using Stream stream = typeof(Taxonomy).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded table {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
