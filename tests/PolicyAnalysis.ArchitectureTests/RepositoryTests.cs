using System.Xml.Linq;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.ArchitectureTests;

/// <summary>Habits of the repository: who references whom, how long a file may be, what stands at the top.</summary>
public sealed class RepositoryTests
{
    private static readonly string Root = Repository.Root;

    public static TheoryData<string, string[]> AllowedReferences() => new()
    {
        { "PolicyAnalysis", [] },
        { "PolicyAnalysis.Archive", ["PolicyAnalysis"] },
        { "PolicyAnalysis.ML", ["PolicyAnalysis"] },
        { "PolicyAnalysis.Pdf", ["PolicyAnalysis"] },
        { "PolicyAnalysis.Cli", ["PolicyAnalysis", "PolicyAnalysis.Archive", "PolicyAnalysis.ML", "PolicyAnalysis.Pdf"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_project_references_only_what_the_house_allows(string project, string[] allowed)
    {
        XDocument file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
        IEnumerable<string> references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.Empty(references.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_project_is_in_the_table_above()
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
        Assert.Equal(AllowedReferences().Select(row => row.Data.Item1).Order(StringComparer.Ordinal), projects);
    }

    [Fact]
    public void No_source_file_has_more_than_five_hundred_lines()
    {
        IEnumerable<string> tooLong = SourceFiles()
            .Where(file => File.ReadLines(file).Count() > 500)
            .Select(file => Path.GetRelativePath(Root, file));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_project_states_a_package_version_of_its_own()
    {
        IEnumerable<string> stated = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null))
            .Select(file => Path.GetRelativePath(Root, file));
        Assert.Empty(stated);
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "tests", "benchmarks" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
