#:project ../../src/PolicyAnalysis/PolicyAnalysis.csproj

// A tour of the library over the sample policies of an invented service. It writes HTML reports into the folder "reports".
//   dotnet run -c Release docs/samples/tour.cs

using PolicyAnalysis;

string policies = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "policies");
string reports = Path.Combine(Environment.CurrentDirectory, "reports");
Directory.CreateDirectory(reports);

var analyzer = PolicyAnalyzer.Create();
foreach (string kind in (string[])["privacy", "terms"])
{
    foreach ((int before, int after) in ((int, int)[])[(2024, 2025), (2025, 2026)])
    {
        PolicyComparison comparison = analyzer.Compare(Read($"{kind}-{before}.html"), Read($"{kind}-{after}.html"));
        Save(comparison.ToHtml(), $"{kind}-{before}-{after}.html");

        int material = comparison.Changes.Count(change => change.Materiality == Materiality.Material);
        Console.WriteLine($"{kind} {before} to {after}: {comparison.Changes.Count} changes, {material} of them material. Against the user:");
        foreach (ChangeRecord change in comparison.Changes.Where(change => change is { Materiality: Materiality.Material, Direction: ChangeDirection.AgainstUser }).Take(4))
            Console.WriteLine($"  [{change.Effects[0].Id}] {change.Summary}");
    }

    PolicyAssessment assessment = analyzer.Assess(Read($"{kind}-2026.html"));
    Save(assessment.ToHtml(), $"{kind}-2026.html");
    Console.WriteLine($"{kind} 2026: {assessment.Provisions.Count} provisions, governance exposure {assessment.Exposure.Level}, {assessment.Provisions.Sum(provision => provision.Citations.Count)} citations.");
}

CompletenessResult completeness = analyzer.Check(Read("privacy-2026.html"), ["gdpr-13"]);
Save(completeness.ToHtml(), "privacy-2026-gdpr-13.html");
Console.WriteLine($"GDPR Art. 13: {completeness.Requirements.Count(element => element.Status == RequirementStatus.Found)} of {completeness.Requirements.Count} elements found.");
Console.WriteLine();
Console.WriteLine($"Open {Path.Combine("reports", "privacy-2025-2026.html")} in a browser; the other reports stand beside it.");

PolicyDocument Read(string name) => PolicyDocument.Load(Path.Combine(policies, name));

void Save(RenderedReport report, string name) => report.Save(Path.Combine(reports, name));
