using System.Text.RegularExpressions;

namespace PolicyAnalysis.Cli.Tests;

public sealed partial class TrainCommandTests
{
    private const string Types = "# taxonomy own/1.0.0\nid\tfamily\tname\tdefinition\topp115\tunfair_tos\nkept\town\tKept\tHow long things are kept.\t\t\nlaw\town\tLaw\tWhich law applies.\t\t\n";

    [Fact]
    public async Task A_classifier_is_trained_on_types_of_ones_own_and_labels_with_them()
    {
        using var folder = new TemporaryFolder();
        string[] input = Input(folder);
        string model = folder.PathOf("own.model");
        ToolRun trained = await ToolRun.OfAsync(["train", "--output", model, "--name", "own/1.0.0", .. input]);
        Assert.Equal(0, trained.ExitCode);
        Assert.StartsWith("held out: 24 provisions, micro F1 ", trained.Output, StringComparison.Ordinal);
        Assert.Contains("learning 24 labelled", trained.Error, StringComparison.Ordinal);

        ToolRun labelled = await ToolRun.WithInputAsync("{\"id\":1,\"text\":\"Invoices are kept for nine years and then deleted.\"}\n", "classify", "--model", model);
        Assert.Equal(0, labelled.ExitCode);
        Assert.Matches(KeptFirst(), labelled.Output);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_model_and_the_same_card()
    {
        using var folder = new TemporaryFolder();
        string[] input = Input(folder);
        foreach (string run in (string[])["a", "b"])
        {
            ToolRun evaluated = await ToolRun.OfAsync(["evaluate", "classification", "--model", folder.PathOf(run + ".model"), "--card", folder.PathOf(run + ".md"), "--name", "own/1.0.0", .. input]);
            Assert.Equal(0, evaluated.ExitCode);
            Assert.Contains("types of UNFAIR-ToS: ", evaluated.Output, StringComparison.Ordinal);
        }

        Assert.Equal(await Bytes(folder, "a.model"), await Bytes(folder, "b.model"));
        Assert.Equal(await Bytes(folder, "a.md"), await Bytes(folder, "b.md"));
        Assert.StartsWith("# Model card: own/1.0.0\n", await File.ReadAllTextAsync(folder.PathOf("a.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_learn_from_and_a_file_that_is_no_model_are_errors_of_the_input()
    {
        using var folder = new TemporaryFolder();
        ToolRun nothing = await ToolRun.OfAsync("train", "--output", folder.PathOf("x.model"));
        Assert.Equal(3, nothing.ExitCode);
        Assert.Contains("nothing to learn from", nothing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("x.model")));

        ToolRun junk = await ToolRun.WithInputAsync("{\"id\":1,\"text\":\"x\"}\n", "classify", "--model", folder.Write("junk.model", "not a model"));
        Assert.Equal(3, junk.ExitCode);
        Assert.NotEmpty(junk.Error);
        Assert.Empty(junk.Output);
    }

    [Fact]
    public async Task Labels_are_learned_from_pointers_into_a_clone()
    {
        // The clone lacks every file that the shipped pointers name: none of their text is learned, and the tool says that nothing is left.
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.OfAsync("train", "--output", folder.PathOf("x.model"), "--archive", folder.PathOf("."));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("nothing to learn from", run.Error, StringComparison.Ordinal);
    }

    private static string[] Input(TemporaryFolder folder)
    {
        string[] things = ["Orders", "Backups", "Logs", "Messages", "Photos", "Invoices", "Reviews", "Bookings", "Reports", "Forms", "Votes", "Maps"];
        var rows = things.SelectMany(thing => (string[])[$"kept\tprivacy-notice\tStorage\t\t{thing} are kept for two years and then deleted.", $"law\tterms-of-service\tDisputes\t\tThe law of Portugal governs all that concerns {thing}."]);
        return ["--only-given", "--types", folder.Write("types.tsv", Types), "--provisions", folder.Write("own.tsv", string.Join('\n', rows))];
    }

    private static Task<byte[]> Bytes(TemporaryFolder folder, string name) => File.ReadAllBytesAsync(folder.PathOf(name), TestContext.Current.CancellationToken);

    [GeneratedRegex("^\\{\"id\":1,\"labels\":\\[\\{\"type\":\"kept\",\"score\":0\\.")]
    private static partial Regex KeptFirst();
}
