using System.Text.RegularExpressions;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Documentation;

/// <summary>The README and the docs cannot rot: their examples are code of this project, and their links lead somewhere.</summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(typeof(DocumentationTests))]
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_in_CSharp_is_the_code_of_a_snippet_that_compiles(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (Match block in CSharpBlock().Matches(text))
        {
            string name = block.Groups["name"].Value;
            Assert.True(name.Length > 0, $"{page}: an example in C# has no '<!-- snippet: name -->' above it");
            string shown = WithoutUsings(block.Groups["code"].Value);
            Assert.Equal(Region(name), shown);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_into_the_repository_leads_to_a_file(string page)
    {
        string path = Repository.PathOf(page);
        IEnumerable<string> broken = Link().Matches(File.ReadAllText(path))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)));
        Assert.Empty(broken);
    }

    [Fact]
    public void The_first_lines_of_the_README_run()
    {
        string folder = Directory.CreateTempSubdirectory("policy-readme-").FullName;
        string back = Environment.CurrentDirectory;
        try
        {
            foreach (string name in (string[])["privacy-2025.html", "privacy-2026.html"])
                File.Copy(Repository.PathOf("docs", "samples", "policies", name), Path.Combine(folder, name));
            var lines = new List<string>();
            Environment.CurrentDirectory = folder;
            Snippets.FirstLines(lines.Add);
            Assert.Contains(lines, line => line.StartsWith("Material AgainstUser: ", StringComparison.Ordinal));
            Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText("report.html"), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Environment.CurrentDirectory = back;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Region(string name)
    {
        string opening = $"#region {name}\n";
        string code = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Snippets.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).FirstOrDefault(text => text.Contains(opening, StringComparison.Ordinal), string.Empty);
        int start = code.IndexOf(opening, StringComparison.Ordinal);
        Assert.True(start >= 0, $"no Snippets.cs of the tests has a region {name}");
        start += opening.Length;
        string[] lines = code[start..code.IndexOf("#endregion", start, StringComparison.Ordinal)].TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : string.Empty));
    }

    private static string WithoutUsings(string code) =>
        string.Join('\n', code.Split('\n').SkipWhile(line => line.Length == 0 || (line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal)))).TrimEnd();

    [GeneratedRegex("(?:<!-- snippet: (?<name>[a-z-]+) -->\\n)?```csharp\\n(?<code>.*?)\\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("\\]\\((?<target>[^)\\s]+)\\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
