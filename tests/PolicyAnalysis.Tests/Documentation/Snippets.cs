namespace PolicyAnalysis.Tests.Documentation;

/// <summary>The examples of the README and the docs, as code that compiles; <see cref="DocumentationTests"/> compares them letter by letter.</summary>
internal static class Snippets
{
    /// <summary>The README's first lines; they read two files of the current folder and write a third.</summary>
    public static void FirstLines(Action<string> writeLine)
    {
        var Console = new { WriteLine = writeLine };

        #region first-lines
        var analyzer = PolicyAnalyzer.Create();
        PolicyDocument before = PolicyDocument.Load("privacy-2025.html");
        PolicyDocument after = PolicyDocument.Load("privacy-2026.html");

        PolicyComparison comparison = analyzer.Compare(before, after);
        foreach (ChangeRecord change in comparison.Changes)
            Console.WriteLine($"{change.Materiality} {change.Direction}: {change.Summary}");

        PolicyAssessment assessment = analyzer.Assess(after);
        assessment.ToHtml().Save("report.html");
        #endregion
    }
}
