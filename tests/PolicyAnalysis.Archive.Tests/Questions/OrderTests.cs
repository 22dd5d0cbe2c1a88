using CsCheck;
using PolicyAnalysis.Regulation;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Questions;

/// <summary>Answers against brute force over the stored analyses, and against an archive that was filled in another order.</summary>
public sealed class OrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly CapturedVersion[] Versions =
        [.. Enumerable.Range(0, 3).SelectMany(service => Enumerable.Range(0, 4).Select(version => Captured($"S{service}", "D", version * 50, SamplePolicies.Policy(service, version))))];

    [Fact]
    public void Whatever_order_versions_come_in_the_answers_are_equal()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Versions, Token);
        string[] expected = Answers(archive);
        Gen.Shuffle(Versions).Sample(
            shuffled =>
            {
                using var other = new TemporaryArchive();
                using PolicyArchive again = other.Open();
                foreach (CapturedVersion[] part in shuffled.Chunk(5))
                    again.Add(part, Token);
                Assert.Equal(expected, Answers(again));
            },
            iter: 4,
            threads: 1);
    }

    [Fact]
    public void A_search_by_date_and_law_gives_what_the_versions_of_that_day_have()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Versions, Token);
        archive.AddAbsence("S1", "D", new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));
        string[] laws = [.. RegulatoryCatalog.Default.Rules.Select(rule => rule.Instrument.Id).Distinct()];
        int found = 0;
        Gen.Select(Gen.Int[-5, 200], Gen.Int[0, laws.Length]).Sample(
            (day, law) =>
            {
                DateTimeOffset time = new DateTimeOffset(2025, 1, 1, 18, 0, 0, TimeSpan.Zero).AddDays(day);
                string? id = law == laws.Length ? null : laws[law];
                string[] expected = [.. Standing(archive, time).Where(provision => id is null || Names(id, provision)).Select(provision => provision.Provision.Text).Distinct().Order(StringComparer.Ordinal)];
                string[] actual = [.. archive.SearchAllAsync(new ArchiveQuery { AsOf = time, Law = id, PageSize = 7 }, Token).ToBlockingEnumerable(Token).Select(provision => provision.Text).Distinct().Order(StringComparer.Ordinal)];
                Assert.Equal(expected, actual);
                found += actual.Length;
            },
            iter: 60,
            threads: 1);
        Assert.True(found > 0, "the sample found nothing, so it shows nothing");
    }

    [Fact]
    public void Pages_of_any_size_give_the_same_provisions_in_the_same_order_while_other_documents_grow()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Versions, Token);
        string[] whole = Pages(1000, static () => { });
        Assert.True(whole.Length > 30);
        int more = 0;
        Gen.Int[1, 20].Sample(
            size => Assert.Equal(whole, Pages(size, () => archive.Add(Captured("Later", $"D{more}", more++, SamplePolicies.Policy(9, more)), Token))),
            iter: 5,
            threads: 1);

        string[] Pages(int size, Action between)
        {
            var found = new List<string>();
            var query = new ArchiveQuery { Words = "service", PageSize = size };
            ArchiveSearchPage page = archive.Search(query);
            // What came in since the first page is no part of the answer.
            long? after = page.Next;
            found.AddRange(page.Provisions.Select(Line));
            between();
            while (after is not null)
            {
                page = archive.Search(query with { After = after });
                found.AddRange(page.Provisions.Select(Line));
                after = page.Next;
            }

            return [.. found.Where(line => !line.StartsWith("Later", StringComparison.Ordinal))];
        }
    }

    private static string Line(ArchivedProvision provision) => $"{provision.Platform} {provision.Document} {provision.Since:O} {provision.Until:O} {string.Join(' ', provision.Types)} {provision.Text}";

    private static string[] Answers(PolicyArchive archive)
    {
        var answers = new List<string>();
        foreach (ArchivedDocument document in archive.GetDocuments())
            answers.AddRange(archive.GetTimeline(document.Platform, document.Name, cancellationToken: Token).Provisions.Select(life => string.Join(" | ", life.Events.Select(happened => $"{happened.Kind} {happened.SeenAt:O} {happened.Text}")) + life.IsPresent));
        foreach (string type in (ReadOnlySpan<string>)["data-retention", "arbitration", "policy-change"])
        {
            foreach (DateTimeOffset? time in (ReadOnlySpan<DateTimeOffset?>)[null, new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero)])
                answers.Add(archive.ComparePlatforms(type, new PlatformComparisonOptions { AsOf = time }, Token).ToCsv().Content);
        }

        // What came in last stands first in a search, so only what is found is compared, not its order.
        answers.AddRange(archive.SearchAllAsync(new ArchiveQuery { Words = "data" }, Token).ToBlockingEnumerable(Token).Select(Line).Order(StringComparer.Ordinal));
        foreach (double least in (ReadOnlySpan<double>)[0.7, 0.9])
            answers.AddRange(archive.FindNearest("We protect your data with encryption in transit and at rest. This is point 1.1 of service 0.", least, 10, Token).Select(near => $"{near.Similarity} {near.PlatformCount} {near.Text}"));
        return [.. answers];
    }

    private static IEnumerable<AnalyzedProvision> Standing(PolicyArchive archive, DateTimeOffset time)
    {
        foreach (ArchivedDocument document in archive.GetDocuments())
        {
            ArchivedVersion? latest = archive.GetVersions(document.Platform, document.Name).LastOrDefault(version => version.SeenAt <= time);
            bool isAbsent = document.Platform == "S1" && time >= new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero) && latest?.SeenAt < new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);
            if (latest is null || isAbsent)
                continue;
            foreach (AnalyzedProvision provision in archive.ReadAnalysis(latest.Sequence)!.Provisions.Where(provision => provision.Provision.Kind != ProvisionKind.Heading))
                yield return provision;
        }
    }

    private static bool Names(string law, AnalyzedProvision provision) =>
        RegulatoryCatalog.Default.Rules.Where(rule => rule.Instrument.Id == law).SelectMany(rule => rule.Versions).Any(version => provision.Labels.Any(label => version.ProvisionTypes.Contains(label.Type)));
}
