using System.Text.Json;
using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Completeness;

namespace PolicyAnalysis.Regulation;

/// <summary>
/// The law as dated data: instruments, rules with their versions, what notices are asked to state, and a playbook. It says
/// what it was told and where from; it can be incomplete or out of date.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RegulatoryCatalog
{
    private static readonly Lazy<RegulatoryCatalog> Shared = new(() => new RegulatoryCatalog(CatalogFiles.Embedded(), []));

    private readonly CatalogFiles _files;
    private readonly Lazy<CatalogRecords> _records;
    private readonly Lazy<RuleRecords> _rules;
    private readonly Lazy<NoticeRecords> _notices;
    private readonly Lazy<CatalogCues> _cues;
    private readonly Lazy<StatementCues> _statements;
    private readonly Lazy<string> _hash;

    private RegulatoryCatalog(CatalogFiles files, IReadOnlyList<CatalogChange> changes)
    {
        _files = files;
        Changes = changes;
        _records = new Lazy<CatalogRecords>(() => CatalogRecords.Read(files));
        _rules = new Lazy<RuleRecords>(() => RuleRecords.Read(files, _records.Value.InstrumentsById));
        _notices = new Lazy<NoticeRecords>(() => NoticeRecords.Read(files, _records.Value.InstrumentsById));
        _cues = new Lazy<CatalogCues>(() => CatalogCues.Read(files, _records.Value));
        _statements = new Lazy<StatementCues>(() => StatementCues.Read(files));
        _hash = new Lazy<string>(files.Hash);
    }

    /// <summary>The catalogue that the library carries; each part is read on first use.</summary>
    public static RegulatoryCatalog Default => Shared.Value;

    /// <summary>The version, with the names of what was laid over it, for example <c>2026.11.0</c>.</summary>
    public string Version => _records.Value.Version;

    /// <summary>The day on which the catalogue was recorded: the day as of which law is read where no other is asked for.</summary>
    public DateOnly Date => _records.Value.Date;

    /// <summary>The SHA-256 of the data, in lower-case hexadecimal.</summary>
    public string Sha256 => _hash.Value;

    /// <summary>The laws, regulations and standards.</summary>
    public IReadOnlyList<Instrument> Instruments => _records.Value.Instruments;

    /// <summary>Their rules.</summary>
    public IReadOnlyList<RegulatoryRule> Rules => _rules.Value.Rules;

    /// <summary>What they ask notices to state.</summary>
    public IReadOnlyList<NoticeElement> NoticeElements => _notices.Value.Elements;

    /// <summary>The named sets that a notice can be checked for.</summary>
    public IReadOnlyList<RequirementSet> RequirementSets => _notices.Value.Sets;

    /// <summary>What a governance team wants to know of each type of provision.</summary>
    public IReadOnlyCollection<PlaybookEntry> Playbook => (IReadOnlyCollection<PlaybookEntry>)_cues.Value.Playbook.Values;

    internal CatalogCues Cues => _cues.Value;

    /// <summary>The shipped catalogue anew, nothing of it read yet; for measuring.</summary>
    internal static RegulatoryCatalog Fresh() => new(CatalogFiles.Embedded(), []);

    internal ScoreCalibration Calibration => _records.Value.Calibration;

    internal StatementCues Statements => _statements.Value;

    /// <summary>Reads every part and checks that no id leads nowhere.</summary>
    /// <exception cref="RegulatoryCatalogException">A part is malformed or an id leads nowhere.</exception>
    internal void Verify() => CatalogReferences.Check(_records.Value, _rules.Value, _notices.Value, _cues.Value, _statements.Value);

    /// <summary>What packs changed, in their order; a record that is switched off stands here with its reason.</summary>
    public IReadOnlyList<CatalogChange> Changes { get; }

    /// <summary>A catalogue with a pack laid over this one; this one stays as it is.</summary>
    /// <param name="pack">The pack.</param>
    /// <exception cref="RegulatoryCatalogException">A change names what is not there, or the result would not hold together.</exception>
    public RegulatoryCatalog With(CatalogPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        using JsonDocument document = CatalogJson.Parse(pack.Json, pack.Name);
        (CatalogFiles files, IReadOnlyList<CatalogChange> changes) = CatalogOverlay.Apply(_files, new JsonFields(document.RootElement, pack.Name));
        var catalog = new RegulatoryCatalog(files, [.. Changes, .. changes]);
        catalog.Verify();
        return catalog;
    }

    /// <summary>A rule by its id, or <see langword="null"/>.</summary>
    /// <param name="id">The id, for example <c>eu-gdpr.art-33-1</c>.</param>
    public RegulatoryRule? FindRule(string id) => _rules.Value.ById.GetValueOrDefault(id);

    /// <summary>An instrument by its id, or <see langword="null"/>.</summary>
    /// <param name="id">The id, for example <c>eu-gdpr</c>.</param>
    public Instrument? FindInstrument(string id) => _records.Value.InstrumentsById.GetValueOrDefault(id);

    /// <summary>The set of a name.</summary>
    /// <param name="name">The name, for example <c>gdpr-13</c>.</param>
    /// <exception cref="RegulatoryCatalogException">No set has the name; the message lists those there are.</exception>
    public RequirementSet RequirementSet(string name)
    {
        foreach (RequirementSet set in _notices.Value.Sets)
        {
            if (set.Name == name)
                return set;
        }

        throw new RegulatoryCatalogException($"no requirement set is called '{name}'; there are {string.Join(", ", _notices.Value.Sets.Select(set => set.Name))}.");
    }
}
