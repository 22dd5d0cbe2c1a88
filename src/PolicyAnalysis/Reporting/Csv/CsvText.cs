using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Reporting.Csv;

/// <summary>Builds a table as RFC 4180 asks: commas, quotation marks where a cell needs them, records that end with CR LF.</summary>
/// <remarks>
/// Spreadsheets run a cell that begins like a formula, so such a cell gets an apostrophe in front. Source:
/// OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection . The columns <c>start</c> and <c>end</c> lead to
/// the text without it.
/// </remarks>
internal sealed class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // The last four are the full-width forms, which some spreadsheets read as the plain ones.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");

    private readonly StringBuilder _text = new(16 * 1024);
    private readonly int _columns;

    public CsvText(params IReadOnlyList<string> header)
    {
        _columns = header.Count;
        Record(header);
    }

    /// <summary>Writes a record; cells that are left out at its end are empty.</summary>
    public CsvText Record(params IReadOnlyList<string?> cells)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cells.Count, _columns, nameof(cells));
        for (int index = 0; index < _columns; index++)
        {
            if (index > 0)
                _text.Append(',');
            if (index < cells.Count && cells[index] is { Length: > 0 } cell)
                Cell(cell);
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>The records that close every table: what was read, with what, by which method, and the disclaimer.</summary>
    public CsvText Proof(IReadOnlyList<(string Title, PolicyDocument Document)> sources, AnalysisVersions versions, DateOnly? asOf, string disclaimer)
    {
        foreach ((string title, PolicyDocument document) in sources)
        {
            foreach ((string name, string value) in ReportFacts.Source(document))
                Record("about", $"{title}: {name}", value);
            foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
                Record("remark", diagnostic.Code, diagnostic.Message);
        }

        foreach ((string name, string value) in ReportFacts.Versions(versions, asOf))
            Record("about", name, value);
        Record("about", "Method", PolicyDisclaimer.MethodAddress);
        return Record("about", "Disclaimer", disclaimer);
    }

    /// <summary>Several values in one cell.</summary>
    public static string Values(IEnumerable<string> values) => string.Join("; ", values);

    /// <summary>A whole number, the same under every culture.</summary>
    public static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A probability or score with the decimals that JSON has.</summary>
    public static string Score(double score) => Math.Round(score, 4).ToString(CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private void Cell(string cell)
    {
        bool isQuoted = cell.AsSpan().ContainsAny(Quoted);
        if (isQuoted)
            _text.Append('"');
        if (FormulaStarts.Contains(cell[0]))
            _text.Append('\'');
        for (int index = 0; index < cell.Length; index++)
        {
            char unit = cell[index];
            if (unit == '"')
                _text.Append('"');
            _text.Append(unit == '\0' || Surrogates.IsLone(cell, index) ? '\ufffd' : unit);
        }

        if (isQuoted)
            _text.Append('"');
    }
}
