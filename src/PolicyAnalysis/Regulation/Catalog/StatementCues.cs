using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>The statements that notices make and the words that show them, compiled together. Read on first use.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class StatementCues
{
    private StatementCues(CueSet set, IReadOnlyDictionary<string, NoticeStatement> statements)
    {
        Set = set;
        Statements = statements;
        Index = new CueRuleIndex(statements.Values.SelectMany(statement => statement.Rules));
    }

    public CueSet Set { get; }

    public IReadOnlyDictionary<string, NoticeStatement> Statements { get; }

    public CueRuleIndex Index { get; }

    /// <exception cref="RegulatoryCatalogException">The file is malformed, or a cue cannot be read.</exception>
    public static StatementCues Read(CatalogFiles files)
    {
        CueBook book = CatalogCues.Book(files);
        Dictionary<string, NoticeStatement> statements = CatalogJson.Records(files, CatalogFiles.Statements, "statements", fields => Statement(fields, book), statement => statement.Id);
        return new StatementCues(CatalogCues.Compile(book), statements);
    }

    private static NoticeStatement Statement(JsonFields fields, CueBook book)
    {
        string id = fields.Text("id");
        var statement = new NoticeStatement(id, fields.Text("phrase"), CueRuleReader.Rules(fields, "rules", book, id));
        fields.End();
        return statement;
    }
}
