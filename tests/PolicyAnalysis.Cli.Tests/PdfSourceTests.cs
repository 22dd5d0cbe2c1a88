using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace PolicyAnalysis.Cli.Tests;

public sealed class PdfSourceTests
{
    private const string Sentence = "We keep your seat for ten minutes.";

    [Fact]
    public async Task Extract_reads_a_pdf_from_a_file_by_its_first_bytes()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("policy.bin", string.Empty);
        await File.WriteAllBytesAsync(path, Pdf(), TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.OfAsync("extract", path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Sentence, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    public async Task Extract_reads_a_pdf_from_an_address(string contentType)
    {
        await using var server = new OneAnswerServer("200 OK", contentType, Pdf());
        ToolRun run = await ToolRun.OfAsync("extract", server.Address);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Sentence, run.Output, StringComparison.Ordinal);
    }

    private static byte[] Pdf()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).AddText(Sentence, 11, new PdfPoint(60, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }
}
