using System.Text.Json;
using PolicyAnalysis.Regulation.Completeness;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>What a catalogue is and the instruments it knows; their rules are read apart from it.</summary>
internal sealed record CatalogRecords
{
    public required string Version { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>What the scores of completeness checks are worth.</summary>
    public required ScoreCalibration Calibration { get; init; }

    /// <summary>The instruments in the order of the file.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    public required IReadOnlyDictionary<string, Instrument> InstrumentsById { get; init; }

    /// <exception cref="RegulatoryCatalogException">A file is malformed or an id leads nowhere.</exception>
    public static CatalogRecords Read(CatalogFiles files)
    {
        using JsonDocument pack = CatalogJson.Parse(files[CatalogFiles.Pack], CatalogFiles.Pack);
        var head = new JsonFields(pack.RootElement, "pack");
        string schema = head.Text("schema");
        if (schema != "policyanalysis.catalog/1")
            throw head.Wrong($"the schema '{schema}' is not read here; this version reads policyanalysis.catalog/1");
        string version = head.Text("version");
        DateOnly date = head.OptionalDate("recordedAt") ?? throw head.Wrong("'recordedAt' is missing");
        head.Text("id");
        head.Text("disclaimerId");
        head.Texts("overlays");
        JsonFields curve = head.OptionalObject("calibration") ?? throw head.Wrong("'calibration' is missing");
        var calibration = new ScoreCalibration(curve.OptionalNumber("slope") ?? throw curve.Wrong("'slope' is missing"), curve.OptionalNumber("intercept") ?? throw curve.Wrong("'intercept' is missing"));
        curve.OptionalText("fittedOn");
        curve.End();
        head.End();

        Dictionary<string, Instrument> instruments = CatalogJson.Records(files, CatalogFiles.Instruments, "instruments", RecordReader.Instrument, instrument => instrument.Id);
        return new CatalogRecords
        {
            Version = version,
            Date = date,
            Calibration = calibration,
            Instruments = [.. instruments.Values],
            InstrumentsById = instruments,
        };
    }
}
