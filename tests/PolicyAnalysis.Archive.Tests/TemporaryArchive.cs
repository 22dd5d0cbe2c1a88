using System.Text;

namespace PolicyAnalysis.Archive.Tests;

/// <summary>A folder of its own for one test with an archive in it, gone afterwards.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policy-archive-tests-");

    public string File => PathOf("policies.archive");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public PolicyArchive Open(PolicyArchiveOptions? options = null) => PolicyArchive.Open(File, options);

    public void Dispose() => _folder.Delete(recursive: true);

    public static CapturedVersion Captured(string platform, string document, int day, string markdown) => new()
    {
        Platform = platform,
        Document = document,
        SeenAt = new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day),
        Content = Encoding.UTF8.GetBytes(markdown),
        MediaType = PolicyMediaType.Markdown,
    };
}
