using PolicyAnalysis.Archive.Wordings;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Questions;

public sealed class NearestWordingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_nearest_wording_is_found_with_its_exact_similarity_and_its_platforms()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        const string Common = "We protect your data with encryption in transit and at rest, and we test our systems every year.";
        foreach (string platform in (ReadOnlySpan<string>)["Lumenleaf", "Mossgate", "Tidewell"])
            archive.Add(Captured(platform, "Terms", 0, $"# Terms\n\n{Common}\n\nThis is what {platform} alone says about leaves and mosses and tides.\n"), Token);
        NearWording exact = archive.FindNearest(Common, cancellationToken: Token)[0];
        Assert.Equal(1, exact.Similarity);
        Assert.Equal(3, exact.PlatformCount);
        Assert.Equal(["Lumenleaf", "Mossgate", "Tidewell"], exact.Places.Select(place => place.Platform));

        string edited = Common.Replace("every year", "every month", StringComparison.Ordinal);
        NearWording near = archive.FindNearest(edited, cancellationToken: Token)[0];
        Assert.Equal(Shingles.Jaccard(Shingles.Of(Common), Shingles.Of(edited)), near.Similarity);
        Assert.Empty(archive.FindNearest("Nothing in the archive says anything like this about the weather on the moon.", cancellationToken: Token));

        archive.Add(Captured("Ashford", "Terms", 0, $"# Terms\n\n{edited}\n"), Token);
        Assert.Equal(1, archive.FindNearest(edited, cancellationToken: Token)[0].Similarity);
    }

    [Fact]
    public void Of_wordings_at_least_seven_tenths_alike_nearly_all_are_found()
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 3000).Select(number => $"w{number:x}")];
        var texts = new List<string>();
        for (int number = 0; number < 4000; number++)
            texts.Add(string.Join(' ', Enumerable.Range(0, 20 + random.Next(40)).Select(_ => words[random.Next(words.Length)])));
        // Half of them have neighbours: the same wording with a few words changed.
        for (int number = 0; number < 2000; number++)
        {
            string[] changed = texts[number].Split(' ');
            for (int edit = 0; edit <= number % 3; edit++)
                changed[random.Next(changed.Length)] = words[random.Next(words.Length)];
            texts.Add(string.Join(' ', changed));
        }

        uint[][] shingles = [.. texts.Select(Shingles.Of)];
        var index = new WordingIndex([.. Enumerable.Range(0, texts.Count).Select(number => (long)number)], [.. shingles.SelectMany(set => WordingSketch.Of(set))]);
        int near = 0;
        int found = 0;
        for (int number = 0; number < 2000; number++)
        {
            if (Shingles.Jaccard(shingles[number], shingles[4000 + number]) < 0.7)
                continue;
            near++;
            if (index.Find(WordingSketch.Of(shingles[number]), 0.5).Exists(candidate => candidate.Id == 4000 + number))
                found++;
        }

        Assert.True(near > 500);
        Assert.True(found >= 0.98 * near, $"found {found} of {near}");
    }

    [Fact]
    public void The_estimate_is_close_to_the_exact_similarity()
    {
        uint[] left = [.. Enumerable.Range(0, 200).Select(number => (uint)(number * 2654435761))];
        Array.Sort(left);
        uint[] right = [.. left[..150], .. Enumerable.Range(1000, 50).Select(number => (uint)(number * 2654435761))];
        Array.Sort(right);
        Assert.InRange(WordingSketch.Similarity(WordingSketch.Of(left), WordingSketch.Of(right)), 0.6 - 0.2, 0.6 + 0.2);
        Assert.Equal(1, WordingSketch.Similarity(WordingSketch.Of(left), WordingSketch.Of(left)));
    }
}
