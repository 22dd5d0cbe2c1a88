using System.Reflection;
using NetArchTest.Rules;
using TestResult = NetArchTest.Rules.TestResult;

namespace PolicyAnalysis.ArchitectureTests;

/// <summary>Who may know whom: the arrows of the house point one way.</summary>
public sealed class RoomTests
{
    private const string Root = "PolicyAnalysis";

    private static readonly Assembly Library = typeof(PolicyDocument).Assembly;

    /// <summary>The rooms from the ground up; a room knows those before it and none after it.</summary>
    private static readonly string[] Rooms =
    [
        "PolicyAnalysis.Comparison.Text",
        "PolicyAnalysis.Documents",
        "PolicyAnalysis.Provisions",
        "PolicyAnalysis.Classification",
        "PolicyAnalysis.Comparison",
        "PolicyAnalysis.Regulation",
        "PolicyAnalysis.Reporting",
    ];

    /// <summary>The doors of the root namespace that lead into rooms; every other root type is a noun and knows none.</summary>
    private static readonly string[] FrontDoors = ["PolicyAnalyzer", "PolicyAnalyzerOptions", "PolicyDocument", "PolicyReports"];

    public static TheoryData<string, string> ForbiddenArrows()
    {
        var arrows = new TheoryData<string, string>();
        for (int from = 0; from < Rooms.Length; from++)
        {
            for (int to = from + 1; to < Rooms.Length; to++)
            {
                if (!Rooms[from].StartsWith(Rooms[to] + ".", StringComparison.Ordinal))
                    arrows.Add(Rooms[from], Rooms[to]);
            }
        }

        // What never meets although the order alone would allow it.
        arrows.Add("PolicyAnalysis.Regulation", "PolicyAnalysis.Documents");
        arrows.Add("PolicyAnalysis.Reporting", "PolicyAnalysis.Documents");
        arrows.Add("PolicyAnalysis.Documents", "PolicyAnalysis.Comparison.Text");
        return arrows;
    }

    [Theory]
    [MemberData(nameof(ForbiddenArrows))]
    public void A_room_does_not_know_the_rooms_above_it(string from, string to)
    {
        TestResult result = Types.InAssembly(Library)
            .That().ResideInNamespaceMatching($"^{from.Replace(".", "\\.", StringComparison.Ordinal)}(\\..*)?$")
            .And().DoNotResideInNamespaceMatching(Exempt(from))
            .ShouldNot().HaveDependencyOn(to)
            .GetResult();

        Assert.True(result.IsSuccessful, $"{from} must not know {to}, but these do: {Names(result)}");
    }

    [Fact]
    public void Nouns_know_no_room()
    {
        TestResult result = Types.InAssembly(Library)
            .That().ResideInNamespaceMatching("^PolicyAnalysis$")
            .And().DoNotHaveName(FrontDoors)
            .ShouldNot().HaveDependencyOnAny(Rooms)
            .GetResult();

        Assert.True(result.IsSuccessful, $"these nouns know a room: {Names(result)}");
    }

    [Theory]
    [InlineData("AngleSharp", "PolicyAnalysis.Documents")]
    [InlineData("Markdig", "PolicyAnalysis.Documents")]
    [InlineData("DiffPlex", "PolicyAnalysis.Comparison.Text.Interop")]
    public void A_library_stays_in_the_room_that_needs_it(string library, string room)
    {
        TestResult result = Types.InAssembly(Library)
            .That().DoNotResideInNamespaceMatching($"^{room.Replace(".", "\\.", StringComparison.Ordinal)}(\\..*)?$")
            .ShouldNot().HaveDependencyOn(library)
            .GetResult();

        Assert.True(result.IsSuccessful, $"{library} belongs to {room}, but is known to: {Names(result)}");
    }

    [Fact]
    public void The_library_does_not_reference_machine_learning() =>
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), name => name.Name!.StartsWith("Microsoft.ML", StringComparison.Ordinal));

    [Fact]
    public void No_type_is_named_like_the_namespace() =>
        Assert.DoesNotContain(Library.GetTypes(), type => type.Name == Root);

    private static string Exempt(string room) => room == "PolicyAnalysis.Comparison" ? "^PolicyAnalysis\\.Comparison\\.Text(\\..*)?$" : "^$";

    private static string Names(TestResult result) => string.Join(", ", result.FailingTypeNames ?? []);
}
