using System.Diagnostics;
using System.Globalization;
using PolicyAnalysis.Archive;
using PolicyAnalysis.Archive.Wordings;

namespace PolicyAnalysis.Benchmarks.Archive;

/// <summary>
/// The figures of <c>docs/archive.md</c>: the archive beside git and sha256sum, in one run, on a recorded history or a
/// generated one. Whole imports are timed once: they are long enough, and a second one would find its files in memory.
/// </summary>
internal static class ArchiveBenchmark
{
    /// <summary>So many comparisons are not counted: the runtime still compiles what they need.</summary>
    private const int WarmUps = 200;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var what, var folder, ..])
        {
            Console.Error.WriteLine("archive generate FOLDER DOCUMENTS VERSIONS | archive store REPOSITORY [SCRATCH] | archive analyze REPOSITORY [SCRATCH] | archive ask ARCHIVE | archive nearest COUNT");
            return 2;
        }

        string scratch = Path.Combine(arguments.Length > 2 ? arguments[2] : Path.GetTempPath(), "archive-benchmark");
        switch (what)
        {
            case "generate":
                double seconds = new SyntheticHistory(Number(arguments[2]), Number(arguments[3])).WriteTo(folder);
                Print("git fast-import with the generator", seconds, "s");
                SyntheticHistory.Run(folder, "gc", "-q");
                break;
            case "store":
                Store(folder, scratch);
                break;
            case "analyze":
                Analyze(folder, scratch);
                break;
            case "ask":
                using (PolicyArchive archive = PolicyArchive.Open(folder, new PolicyArchiveOptions { ReadOnly = true }))
                {
                    Compare(archive);
                    Platforms(archive);
                }

                break;
            case "nearest":
                Nearest(Number(folder));
                break;
            default:
                return 2;
        }

        return 0;
    }

    private static void Store(string repository, string scratch)
    {
        using PolicyArchive archive = Import(repository, scratch, analyze: false, out double rate, out string file);
        double commits = GitCommits(archive, scratch);
        Print("git commit, one a version", commits, "versions/s");
        Print("ratio to git commit", rate / commits, "x");
        Sizes(repository, file);
        Verify(archive, scratch);
        Memory();
    }

    private static void Analyze(string repository, string scratch)
    {
        using PolicyArchive archive = Import(repository, scratch, analyze: true, out _, out string file);
        Sizes(repository, file);
        Memory();
        Compare(archive);
        Platforms(archive);
        Verify(archive, scratch);
    }

    private static PolicyArchive Import(string repository, string scratch, bool analyze, out double rate, out string file)
    {
        if (Directory.Exists(scratch))
            Directory.Delete(scratch, recursive: true);
        Directory.CreateDirectory(scratch);
        file = Path.Combine(scratch, "policies.archive");
        PolicyArchive archive = PolicyArchive.Open(file, new PolicyArchiveOptions { Analyze = analyze });
        var watch = Stopwatch.StartNew();
        ArchiveImportResult result = archive.Import(repository);
        rate = result.Versions / watch.Elapsed.TotalSeconds;
        Print($"import {(analyze ? "with analysis" : "of sources")}, {result.Versions} versions of {result.Documents} documents", rate, "versions/s");
        return archive;
    }

    private static double GitCommits(PolicyArchive archive, string scratch)
    {
        const int Most = 400;
        string folder = Path.Combine(scratch, "commits");
        SyntheticHistory.Run(folder, "init", "-q");
        ArchivedVersion[] versions = [.. archive.GetDocuments().Take(200).SelectMany(document => archive.GetVersions(document.Platform, document.Name)).Take(Most)];
        byte[][] contents = [.. versions.Select(version => archive.ReadSource(version.Sequence))];
        var watch = Stopwatch.StartNew();
        for (int number = 0; number < versions.Length; number++)
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{versions[number].Platform}-{versions[number].Document.Replace('/', '-')}.md"));
            File.WriteAllBytes(path, contents[number]);
            SyntheticHistory.Run(folder, "add", "--", path);
            SyntheticHistory.Run(folder, "commit", "-q", "--allow-empty", "-m", "Record");
        }

        return versions.Length / watch.Elapsed.TotalSeconds;
    }

    private static void Sizes(string repository, string file)
    {
        double packed = Directory.EnumerateFiles(repository, "*.pack", SearchOption.AllDirectories).Sum(static path => (double)new FileInfo(path).Length);
        double own = new FileInfo(file).Length + new FileInfo(file + "-wal").Length;
        Print("git pack", packed / 1e6, "MB");
        Print("archive, file and log", own / 1e6, "MB");
        Print("ratio to git pack", own / packed, "x");
    }

    private static void Verify(PolicyArchive archive, string scratch)
    {
        string plain = Path.Combine(scratch, "plain.bin");
        using (FileStream stream = File.Create(plain))
        {
            foreach (ArchivedDocument document in archive.GetDocuments())
            {
                foreach (string hash in archive.GetVersions(document.Platform, document.Name).GroupBy(static version => version.SourceSha256).Select(static group => group.Key))
                    stream.Write(archive.ReadSource(archive.GetVersions(document.Platform, document.Name).First(version => version.SourceSha256 == hash).Sequence));
            }
        }

        var watch = Stopwatch.StartNew();
        using (Process sum = Process.Start(new ProcessStartInfo("sha256sum", [plain]) { RedirectStandardOutput = true })!)
        {
            sum.StandardOutput.ReadToEnd();
            sum.WaitForExit();
        }

        double peer = watch.Elapsed.TotalSeconds;
        watch.Restart();
        ArchiveVerification verification = archive.Verify();
        double own = watch.Elapsed.TotalSeconds;
        Print("sha256sum of the distinct sources", peer, "s");
        Print($"verify, {verification.EntryCount} entries, {verification.ContentCount} contents, {(verification.IsIntact ? "intact" : "NOT INTACT")}", own, "s");
        Print("ratio to sha256sum", own / peer, "x");
        File.Delete(plain);
    }

    private static void Compare(PolicyArchive archive)
    {
        var random = new Random(3);
        ArchivedDocument[] documents = [.. archive.GetDocuments().Where(static document => document.VersionCount > 3)];
        var times = new List<double>();
        for (int number = 0; number < WarmUps + 200; number++)
        {
            ArchivedDocument document = documents[random.Next(documents.Length)];
            ArchivedVersion[] versions = [.. archive.GetVersions(document.Platform, document.Name).Where(static version => version.IsAnalyzed)];
            if (versions.Length < 2)
                continue;
            long start = Stopwatch.GetTimestamp();
            archive.Compare(versions[random.Next(versions.Length)].Sequence, versions[random.Next(versions.Length)].Sequence);
            if (number >= WarmUps)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Print("compare two versions of a document, median", times[times.Count / 2], "ms");
        Print("compare two versions of a document, 95th of 100", times[times.Count * 95 / 100], "ms");
    }

    private static void Platforms(PolicyArchive archive)
    {
        string type = archive.Search(new ArchiveQuery { Words = "retain days", PageSize = 50 }).Provisions.SelectMany(static provision => provision.Types.Take(1)).GroupBy(static type => type).OrderByDescending(static group => group.Count()).First().Key;
        archive.ComparePlatforms(type);
        var times = new List<double>();
        PlatformComparison comparison = archive.ComparePlatforms(type);
        for (int number = 0; number < 11; number++)
        {
            long start = Stopwatch.GetTimestamp();
            comparison = archive.ComparePlatforms(type);
            _ = comparison.Quantities.Select(distribution => distribution.RankOf(comparison.Platforms[0].Platform)).ToArray();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Print($"{type} across {comparison.DocumentCount} documents of {comparison.PlatformCount} platforms, {comparison.ProvisionCount} provisions, median", times[times.Count / 2], "ms");
    }

    private static void Nearest(int count)
    {
        var random = new Random(9);
        string[] words = [.. Enumerable.Range(0, 20_000).Select(static number => "w" + number.ToString("x", CultureInfo.InvariantCulture))];
        uint[][] shingles = new uint[count][];
        byte[] sketches = new byte[count * WordingSketch.Length];
        string before = string.Empty;
        for (int number = 0; number < count; number++)
        {
            // One in ten is the one before with one to four words changed.
            string[] text = number % 10 == 9 ? before.Split(' ') : [.. Enumerable.Range(0, 15 + random.Next(40)).Select(_ => words[random.Next(words.Length)])];
            for (int edit = 0; number % 10 == 9 && edit <= number / 10 % 4; edit++)
                text[random.Next(text.Length)] = words[random.Next(words.Length)];
            before = string.Join(' ', text);
            shingles[number] = Shingles.Of(before);
            WordingSketch.Of(shingles[number]).CopyTo(sketches, number * WordingSketch.Length);
        }

        var watch = Stopwatch.StartNew();
        var index = new WordingIndex([.. Enumerable.Range(0, count).Select(static number => (long)number)], sketches);
        Print($"build the index over {count} wordings", watch.Elapsed.TotalSeconds, "s");
        int near = 0;
        int found = 0;
        var times = new List<double>();
        for (int number = 8; number + 1 < count && times.Count < 5000; number += 10)
        {
            bool isNear = Shingles.Jaccard(shingles[number], shingles[number + 1]) >= 0.7;
            long start = Stopwatch.GetTimestamp();
            bool hit = index.Find(WordingSketch.Of(shingles[number]), 0.5).Where(candidate => Shingles.Jaccard(shingles[number], shingles[candidate.Id]) >= 0.7).Any(candidate => candidate.Id == number + 1);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            near += isNear ? 1 : 0;
            found += isNear && hit ? 1 : 0;
        }

        times.Sort();
        Print("nearest wording with exact check, median", times[times.Count / 2], "ms");
        Print("nearest wording with exact check, 99th of 100", times[times.Count * 99 / 100], "ms");
        Print($"recall at Jaccard 0.7 or more ({near} pairs)", (double)found / near, string.Empty);
        Memory();
    }

    private static void Memory()
    {
        using Process self = Process.GetCurrentProcess();
        Print("most memory", self.PeakWorkingSet64 / 1e6, "MB");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Print(string what, double value, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-90} {value,12:0.###} {unit}"));
}
