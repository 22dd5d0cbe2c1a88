using System.Text.Json;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>The statements that notices make and the words that show them, compiled together. Read on first use.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class StatementCues
{
    private StatementCues(CueSet set, IReadOnlyDictionary<string, NoticeStatement> statements, IReadOnlyDictionary<string, string> labels)
    {
        Labels = labels;
        Set = set;
        Statements = statements;
        Index = new CueRuleIndex(statements.Values.SelectMany(statement => statement.Rules));
    }

    public CueSet Set { get; }

    public IReadOnlyDictionary<string, NoticeStatement> Statements { get; }

    public CueRuleIndex Index { get; }

    /// <summary>The label of the taxonomy that provisions of a regulatory type carry.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <exception cref="RegulatoryCatalogException">The file is malformed, or a cue cannot be read.</exception>
    public static StatementCues Read(CatalogFiles files)
    {
        CueBook book = CatalogCues.Book(files);
        Dictionary<string, NoticeStatement> statements = CatalogJson.Records(files, CatalogFiles.Statements, "statements", fields => Statement(fields, book), statement => statement.Id);
        return new StatementCues(CatalogCues.Compile(book), statements, LabelsOf(files));
    }

    /// <summary>Of the types only these two fields matter here; the mapping reads them whole and strictly.</summary>
    private static Dictionary<string, string> LabelsOf(CatalogFiles files)
    {
        using JsonDocument document = CatalogJson.Parse(files[CatalogFiles.Types], CatalogFiles.Types);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement type in document.RootElement.GetProperty("types").EnumerateArray())
        {
            if (type.TryGetProperty("taxonomy", out JsonElement label))
                labels[type.GetProperty("id").GetString()!] = label.GetString()!;
        }

        return labels;
    }

    private static NoticeStatement Statement(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var statement = new NoticeStatement(id, fields.Text("phrase"), fields.OptionalFlag("statedDates") ?? false, CueRuleReader.Rules(fields, "rules", book, id));
        fields.End();
        return statement;
    }
}
