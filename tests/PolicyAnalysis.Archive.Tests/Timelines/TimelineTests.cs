using CsCheck;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Timelines;

public sealed class TimelineTests
{
    private static readonly TimelineOptions NoFlaps = new() { FlapWindow = TimeSpan.Zero };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_provision_lives_from_first_seen_over_edits_to_gone_and_back()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        const string Start = "# Terms\n\nWe like leaves, and we print them on paper that grew nearby.\n\n";
        archive.Add(
        [
            Captured("Lumenleaf", "Terms", 0, Start + "We keep your account data for 30 days after you close the account.\n"),
            Captured("Lumenleaf", "Terms", 100, Start + "We keep your account data for 90 days after you close the account.\n"),
            Captured("Lumenleaf", "Terms", 200, Start),
            Captured("Lumenleaf", "Terms", 300, Start + "We keep your account data for 90 days after you close the account.\n"),
        ],
        Token);
        DocumentTimeline timeline = archive.GetTimeline("Lumenleaf", "Terms", cancellationToken: Token);
        ProvisionLife life = Assert.Single(timeline.Provisions, provision => provision.Text.StartsWith("We keep", StringComparison.Ordinal));
        Assert.Equal([ProvisionEventKind.FirstSeen, ProvisionEventKind.Edited, ProvisionEventKind.Gone, ProvisionEventKind.Back], life.Events.Select(happened => happened.Kind));
        Assert.True(life.IsPresent);
        Assert.Equal(3, timeline.Provisions.Count);
        Assert.Equal([TimelineVersionKind.First, TimelineVersionKind.Changed, TimelineVersionKind.Changed, TimelineVersionKind.Changed], timeline.Versions.Select(version => version.Kind));
    }

    [Fact]
    public void A_short_excursion_is_a_flap_and_a_long_one_is_not()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        string usual = SamplePolicies.Policy(1, 0);
        string other = SamplePolicies.Policy(1, 5);
        archive.Add(
        [
            Captured("Lumenleaf", "Terms", 0, usual),
            Captured("Lumenleaf", "Terms", 10, other),
            Captured("Lumenleaf", "Terms", 12, usual),
            Captured("Lumenleaf", "Terms", 13, other),
            Captured("Lumenleaf", "Terms", 15, usual),
            Captured("Lumenleaf", "Terms", 100, other),
            Captured("Lumenleaf", "Terms", 200, usual),
        ],
        Token);
        DocumentTimeline timeline = archive.GetTimeline("Lumenleaf", "Terms", cancellationToken: Token);
        Assert.Equal(
            [TimelineVersionKind.First, TimelineVersionKind.Flap, TimelineVersionKind.Unchanged, TimelineVersionKind.Flap, TimelineVersionKind.Unchanged, TimelineVersionKind.Changed, TimelineVersionKind.Changed],
            timeline.Versions.Select(version => version.Kind));
        Assert.Equal(2, timeline.FlapCount);
        Assert.Equal(0, archive.GetTimeline("Lumenleaf", "Terms", NoFlaps, Token).FlapCount);
    }

    [Fact]
    public void Absences_gaps_and_dates_that_run_backwards_are_shown_as_what_they_are()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("Lumenleaf", "Terms", 0, "# Terms\n\nLast updated: 3 May 2024\n\nBe kind to each other here.\n"), Token);
        archive.Add(Captured("Lumenleaf", "Terms", 400, "# Terms\n\nLast updated: 1 May 2023\n\nBe kind to each other, please.\n"), Token);
        archive.AddAbsence("Lumenleaf", "Terms", new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        DocumentTimeline timeline = archive.GetTimeline("Lumenleaf", "Terms", cancellationToken: Token);
        Assert.Equal(new DateOnly(2024, 5, 3), timeline.Versions[0].StatedDate);
        Assert.True(timeline.Versions[1].DateRunsBackwards);
        Assert.Equal(TimelineVersionKind.Absent, timeline.Versions[2].Kind);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.Zero), timeline.Gaps[0].From);
        Assert.All(timeline.Provisions, life => Assert.False(life.IsPresent));
    }

    [Fact]
    public void The_events_replayed_give_the_provisions_of_every_version_and_the_counts_of_pairwise_comparison() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 6], Gen.Bool).Sample(
            (numbers, withFlaps) =>
            {
                using var folder = new TemporaryArchive();
                using PolicyArchive archive = folder.Open();
                archive.Add([.. numbers.Select((number, place) => Captured("S", "D", place * 20, SamplePolicies.Policy(3, number)))], Token);
                DocumentTimeline timeline = archive.GetTimeline("S", "D", withFlaps ? null : NoFlaps, Token);
                var present = new Dictionary<ProvisionLife, string>();
                foreach (TimelineVersion version in timeline.Versions.Where(version => version.Kind is TimelineVersionKind.First or TimelineVersionKind.Changed))
                {
                    foreach (ProvisionLife life in timeline.Provisions)
                    {
                        foreach (ProvisionEvent happened in life.Events.Where(happened => happened.Sequence == version.Sequence))
                        {
                            if (happened.Kind == ProvisionEventKind.Gone)
                                present.Remove(life);
                            else
                                present[life] = happened.Text;
                        }
                    }

                    AnalyzedPolicy policy = archive.ReadAnalysis(version.Sequence)!;
                    Assert.Equal(policy.Provisions.Select(provision => provision.Provision.Text).Order(StringComparer.Ordinal), present.Values.Order(StringComparer.Ordinal));
                    if (version.ComparedWith is { } before)
                        AssertSameCounts(version, archive.Compare(before, version.Sequence, Token));
                }
            },
            iter: 12,
            threads: 1);

    [Fact]
    public void A_change_counts_what_a_timeline_of_its_two_versions_alone_counts() =>
        Gen.Int[0, 9].Array[3, 6].Sample(
            numbers =>
            {
                using var folder = new TemporaryArchive();
                using PolicyArchive archive = folder.Open();
                CapturedVersion[] captured = [.. numbers.Select((number, place) => Captured("S", "D", place * 20, SamplePolicies.Policy(3, number)))];
                archive.Add(captured, Token);
                TimelineVersion[] versions = [.. archive.GetTimeline("S", "D", NoFlaps, Token).Versions];
                for (int index = 1; index < captured.Length; index++)
                {
                    string pair = $"pair {index}";
                    archive.Add([captured[index - 1] with { Document = pair }, captured[index] with { Document = pair }], Token);
                    TimelineVersion alone = archive.GetTimeline("S", pair, NoFlaps, Token).Versions[1];
                    Assert.Equal((alone.Kind, alone.Added, alone.Removed, alone.Edited, alone.Moved), (versions[index].Kind, versions[index].Added, versions[index].Removed, versions[index].Edited, versions[index].Moved));
                }
            },
            iter: 10,
            threads: 1);

    [Fact]
    public void The_order_in_which_documents_were_archived_changes_no_answer()
    {
        using var one = new TemporaryArchive();
        using var two = new TemporaryArchive();
        using PolicyArchive first = one.Open();
        using PolicyArchive second = two.Open();
        CapturedVersion[] captured = [.. Enumerable.Range(0, 4).SelectMany(service => Enumerable.Range(0, 4).Select(version => Captured($"S{service}", "D", version * 50, SamplePolicies.Policy(service, version))))];
        first.Add(captured, Token);
        foreach (CapturedVersion version in captured.OrderBy(version => version.Content.Length).ThenByDescending(version => version.SeenAt))
            second.Add(version, Token);
        for (int service = 0; service < 4; service++)
        {
            DocumentTimeline left = first.GetTimeline($"S{service}", "D", cancellationToken: Token);
            DocumentTimeline right = second.GetTimeline($"S{service}", "D", cancellationToken: Token);
            Assert.Equal(left.ToCsv().Content.Split('\n').Select(WithoutEntry), right.ToCsv().Content.Split('\n').Select(WithoutEntry));
        }

        foreach (string type in (ReadOnlySpan<string>)["data-retention", "arbitration", "policy-change"])
            Assert.Equal(first.ComparePlatforms(type, cancellationToken: Token).ToCsv().Content, second.ComparePlatforms(type, cancellationToken: Token).ToCsv().Content);
    }

    private static string WithoutEntry(string row)
    {
        string[] cells = row.Split(',');
        return cells.Length < 4 ? row : string.Join(',', [.. cells[..3], .. cells[4..]]);
    }

    private static void AssertSameCounts(TimelineVersion version, PolicyComparison comparison)
    {
        int Sum(ChangeOperation operation) => comparison.Changes.Where(change => change.Operation == operation).Sum(change => change.Repeats * Math.Max(1, (change.After ?? change.Before)!.Provisions.Count));
        bool oneToOne = comparison.Changes.All(change => change.Operation is not (ChangeOperation.Split or ChangeOperation.Merged) && (change.Before?.Provisions.Count ?? 1) == 1 && (change.After?.Provisions.Count ?? 1) == 1);
        if (!oneToOne)
            return;
        Assert.Equal(Sum(ChangeOperation.Added), version.Added);
        Assert.Equal(Sum(ChangeOperation.Removed), version.Removed);
        Assert.Equal(Sum(ChangeOperation.Modified), version.Edited);
        Assert.Equal(Sum(ChangeOperation.Moved), version.Moved);
    }
}
