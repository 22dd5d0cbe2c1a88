using System.Security.Cryptography;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>The data files that a catalogue is read from, by name: those of the library, or those after an overlay.</summary>
internal sealed class CatalogFiles
{
    public const string Pack = "pack.json";
    public const string Instruments = "instruments.json";
    public const string Requirements = "requirements.json";
    public const string Elements = "notice-elements.json";
    public const string Sets = "requirement-sets.json";
    public const string Types = "provision-types.json";
    public const string Playbook = "playbook.json";
    public const string Statements = "statements.json";
    public const string Jurisdictions = "jurisdictions.json";
    public const string Sectors = "sectors.json";
    public const string Lists = "lists.json";
    public const string Facts = "facts.json";

    public static readonly IReadOnlyList<string> Names = [Pack, Instruments, Requirements, Elements, Sets, Types, Playbook, Statements, Jurisdictions, Sectors, Lists, Facts];

    private readonly Dictionary<string, byte[]> _files;

    private CatalogFiles(Dictionary<string, byte[]> files) => _files = files;

    public byte[] this[string name] => _files[name];

    /// <summary>The files that the library carries.</summary>
    public static CatalogFiles Embedded()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            using Stream stream = typeof(CatalogFiles).Assembly.GetManifestResourceStream("PolicyAnalysis.Regulation.Catalog." + name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files.Add(name, bytes);
        }

        return new CatalogFiles(files);
    }

    public CatalogFiles With(string name, byte[] content) => new(new Dictionary<string, byte[]>(_files, StringComparer.Ordinal) { [name] = content });

    /// <summary>The SHA-256 of all files in a fixed order, in lower-case hexadecimal.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in Names)
            hash.AppendData(_files[name]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
