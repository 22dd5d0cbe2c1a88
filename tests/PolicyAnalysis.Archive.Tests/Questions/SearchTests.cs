using PolicyAnalysis.Archive.Questions;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Questions;

public sealed class SearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Words_phrases_and_beginnings_are_found_and_nothing_else()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 3, versions: 3);
        ArchivedProvision[] all = [.. archive.SearchAllAsync(new ArchiveQuery(), Token).ToBlockingEnumerable(Token)];
        Found("encryption transit", text => text.Contains("encryption", StringComparison.Ordinal) && text.Contains("transit", StringComparison.Ordinal));
        Found("\"transit and at rest\"", text => text.Contains("transit and at rest", StringComparison.Ordinal));
        Found("encr*", text => text.Contains("encr", StringComparison.Ordinal));
        Found("ENCRYPTION", text => text.Contains("encryption", StringComparison.Ordinal));
        Found("\"rest at transit\"", _ => false);
        Found("e-mail", text => text.Contains("e-mail", StringComparison.Ordinal));
        Found("mail-e", _ => false);
        Found("\"point 2.1 of service\" account", text => text.Contains("point 2.1 of service", StringComparison.Ordinal) && text.Contains("account", StringComparison.Ordinal));

        void Found(string words, Func<string, bool> expected)
        {
            string[] found = [.. archive.SearchAllAsync(new ArchiveQuery { Words = words, PageSize = 3 }, Token).ToBlockingEnumerable(Token).Select(provision => provision.Text).Order(StringComparer.Ordinal)];
            Assert.Equal(all.Select(provision => provision.Text).Where(expected).Order(StringComparer.Ordinal), found);
        }
    }

    [Theory]
    [InlineData("NOT AND OR NEAR(")]
    [InlineData("text:encryption")]
    [InlineData("\"unfinished")]
    [InlineData("*")]
    [InlineData("-- ; DROP TABLE life")]
    [InlineData("a\0b ' \" ^ + {")]
    public void Whatever_is_typed_is_words_and_never_an_error(string words)
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 1);
        archive.Search(new ArchiveQuery { Words = words });
        Assert.NotEmpty(archive.Search(new ArchiveQuery()).Provisions);
    }

    [Fact]
    public void Filters_narrow_and_pages_do_not_shift_while_versions_come_in()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 4, versions: 2);
        var query = new ArchiveQuery { Platform = "Service 2", AsOf = new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.Zero), PageSize = 4 };
        string[] before = [.. archive.SearchAllAsync(query, Token).ToBlockingEnumerable(Token).Select(provision => provision.Text)];
        ArchiveSearchPage first = archive.Search(query);
        archive.Add(Captured("Service 2", "Terms", 1, SamplePolicies.Policy(2, 9)), Token);
        string[] after = [.. first.Provisions.Concat(archive.SearchAllAsync(query with { After = first.Next }, Token).ToBlockingEnumerable(Token)).Select(provision => provision.Text)];
        Assert.Equal(before, after);
        Assert.All(archive.Search(query).Provisions, provision => Assert.Equal("Service 2", provision.Platform));

        ArchivedProvision typed = archive.SearchAllAsync(new ArchiveQuery(), Token).ToBlockingEnumerable(Token).First(provision => provision.Types.Count > 0);
        Assert.All(archive.Search(new ArchiveQuery { Types = [typed.Types[0]] }).Provisions, provision => Assert.Contains(typed.Types[0], provision.Types));
    }

    [Fact]
    public void A_law_narrows_to_the_types_its_rules_name()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 1);
        var rules = PolicyAnalysis.Regulation.RegulatoryCatalog.Default.Rules;
        foreach (string law in rules.Select(rule => rule.Instrument.Id).Distinct())
        {
            HashSet<string> types = [.. rules.Where(rule => rule.Instrument.Id == law).SelectMany(rule => rule.Versions).SelectMany(version => version.ProvisionTypes)];
            Assert.All(archive.Search(new ArchiveQuery { Law = law, PageSize = 1000 }).Provisions, provision => Assert.Contains(provision.Types, types.Contains));
        }

        Assert.Equal(ArchiveProblem.NotFound, Assert.Throws<PolicyArchiveException>(() => archive.Search(new ArchiveQuery { Law = "no-such-law" })).Problem);
    }

    [Fact]
    public void A_query_is_written_without_operators()
    {
        using var words = new SearchWords("we \"Keep your data\" e-mai* Über -");
        Assert.Equal("\"we\" AND \"keep\" AND \"your\" AND \"data\" AND \"e\" AND \"mai\"* AND \"uber\"", words.Query);
        Assert.True(words.HasPhrases);
        Assert.True(words.StandIn("By E-Mail we keep your data uber all."));
        Assert.False(words.StandIn("By mail e, we keep your data uber all."));
        using var single = new SearchWords("we encr*");
        Assert.False(single.HasPhrases);
    }
}
