namespace PolicyAnalysis.Archive.Questions;

/// <summary>A row of the index: a wording in a document for a time.</summary>
internal sealed record Use(string Platform, string Document, long Wording, long Opened, long Since, long? Until, string Types)
{
    public ArchivedProvision ToProvision(WordingTexts texts) => new()
    {
        Platform = Platform,
        Document = Document,
        Sequence = Opened,
        Since = PolicyArchive.Time(Since),
        Until = Until is { } until ? PolicyArchive.Time(until) : null,
        Types = Types.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Text = texts.Read(Wording),
    };
}
