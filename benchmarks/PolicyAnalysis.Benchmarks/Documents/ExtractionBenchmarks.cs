using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;

namespace PolicyAnalysis.Benchmarks.Documents;

/// <summary>From a page's text to its policy: a raw parse, our extraction with its parse, and SmartReader's.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private const int Pages = 12;

    private string[] _pages = [];

    [GlobalSetup]
    public void Load()
    {
        string[] all = PageSet.Load().Pages;
        int step = Math.Max(1, all.Length / Pages);
        _pages = [.. Enumerable.Range(0, Pages).Select(index => all[index * step % all.Length])];
    }

    /// <summary>AngleSharp's parse alone, as it comes.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pages)]
    public int Parse() => _pages.Sum(ExtractionPeers.Parse);

    /// <summary>Parse, extraction, dates, kind, blocks and fingerprint.</summary>
    [Benchmark(OperationsPerInvoke = Pages)]
    public int Extract() => _pages.Sum(ExtractionPeers.Extract);

    /// <summary>SmartReader's parse and extraction.</summary>
    [Benchmark(OperationsPerInvoke = Pages)]
    public int SmartReader() => _pages.Sum(ExtractionPeers.SmartReader);
}

/// <summary>The three ways to read a page, each to a number so that nothing is optimised away.</summary>
internal static class ExtractionPeers
{
    private static readonly PolicyReadOptions Options = new() { MediaType = PolicyMediaType.Html };

    public static int Parse(string page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        return document.Body?.ChildElementCount ?? 0;
    }

    public static int Extract(string page) => PolicyDocument.Parse(page, Options).Blocks.Count;

    public static int SmartReader(string page) => new SmartReader.Reader("https://example.org/policy", page).GetArticle().TextContent?.Length ?? 0;
}
