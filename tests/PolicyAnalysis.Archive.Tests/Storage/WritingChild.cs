using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive.Tests.Storage;

/// <summary>
/// This assembly as a process of its own that archives one pair of versions after the other, and says so on its standard
/// output once a pair is archived, until it is killed or the storage fails.
/// </summary>
internal static class WritingChild
{
    private const string ArchiveVariable = "POLICY_ARCHIVE_TEST_WRITES";

    public static CapturedVersion[] Pair(int number) =>
    [
        TemporaryArchive.Captured("S", "D", number, SamplePolicies.Policy(1, number)),
        TemporaryArchive.Captured("S", "E", number, SamplePolicies.Policy(2, number)),
    ];

    /// <summary>Starts the process.</summary>
    /// <param name="archive">The archive's file; writing goes on after what it holds.</param>
    /// <param name="mostBytes">How long any file may become; 0 for no limit.</param>
    public static Process Start(string archive, long mostBytes = 0)
    {
        string self = typeof(WritingChild).Assembly.Location;
        ProcessStartInfo start = mostBytes == 0
            ? new ProcessStartInfo("dotnet", [self])
            // A write over the limit fails instead of ending the process; the unit of the limit is 512 bytes.
            : new ProcessStartInfo("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {mostBytes / 512} && exec dotnet \"$0\""), self]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment[ArchiveVariable] = archive;
        // The runtime maps its code through a file that would be over the limit.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

#pragma warning disable CA2255 // It is a program here: the process ends before any test is looked for.
    [ModuleInitializer]
    internal static void RunWhereAsked()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(ArchiveVariable) is { Length: > 0 } path)
            Environment.Exit(Write(path));
    }

    private static int Write(string path)
    {
        try
        {
            using PolicyArchive archive = PolicyArchive.Open(path, new PolicyArchiveOptions { Classifier = new ByLength() });
            // The log is folded into the file every few commits, so that kills meet that too.
            archive.Database.Writer.Run("PRAGMA wal_autocheckpoint=100");
            Console.Out.WriteLine("open");
            for (int number = archive.GetDocuments().Sum(static document => document.VersionCount) / 2; ; number++)
            {
                archive.Add(Pair(number));
                Console.Out.WriteLine(number.ToString(CultureInfo.InvariantCulture));
            }
        }
        catch (PolicyArchiveException problem)
        {
            Console.Out.WriteLine(problem.Problem.ToString());
            return 3;
        }
    }

    /// <summary>Labels that need no model, so that the process starts quickly.</summary>
    private sealed class ByLength : IProvisionClassifier
    {
        public string Version => "by length";

        public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input) =>
            [new ProvisionLabel { Type = input.Text.Length % 2 == 0 ? "data-retention" : "data-sharing", Score = 0.5 }];
    }
}
