using System.Globalization;
using System.Text;
using PolicyAnalysis.Pdf.Layout;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Files made to exhaust a reader end with an error that says so.</summary>
public sealed class PdfLimitTests
{
    [Fact]
    public void A_stream_that_unpacks_without_end_is_refused_before_it_is_unpacked()
    {
        var pdf = new RawPdf();
        int form = pdf.Add("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Filter /FlateDecode >>", RawPdf.Packed(600_000_000));
        pdf.At(60, 700, "We sing.").Operators("/X Do");
        Assert.Contains("unpacks", Refusal(pdf.Build(string.Create(CultureInfo.InvariantCulture, $"/XObject << /X {form} 0 R >>"))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_other_filters_unpack_to_is_counted_without_unpacking()
    {
        Assert.Equal(5 + 3, UnpackedSizes.OfRunLength([252, 65, 2, 66, 67, 68, 128, 9]));

        // The example of the PDF specification: 45 45 45 45 45 65 45 45 45 66 packed by LZW.
        Assert.Equal(10, UnpackedSizes.OfLzw([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], changesEarly: true));
    }

    [Fact]
    public void Forms_that_draw_each_other_over_and_over_are_refused()
    {
        var pdf = new RawPdf();
        int next = pdf.Add("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] >>", Encoding.Latin1.GetBytes("q Q"));
        for (int depth = 0; depth < 12; depth++)
            next = pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {next} 0 R >> >> >>"), Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/X Do\n", 10))));
        pdf.At(60, 700, "We sing.").Operators("/X Do");
        Assert.Contains("over and over", Refusal(pdf.Build(string.Create(CultureInfo.InvariantCulture, $"/XObject << /X {next} 0 R >>"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_pages_lead_to_themselves_ends()
    {
        byte[] content = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new RawPdf().At(60, 700, "We sing.").Build()).Replace("/Kids [3 0 R]", "/Kids [2 0 R]", StringComparison.Ordinal));
        Assert.StartsWith("PDF: ", Refusal(content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_limit_of_letters_says_how_to_raise_it() =>
        Assert.Contains(nameof(PolicyReadOptions.MaximumCharacters), Assert.Throws<PolicyReadException>(() => PolicyPdf.Parse(new RawPdf().At(60, 700, "We sing every week.").Build(), new PolicyReadOptions { MaximumCharacters = 5 }, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_rules_and_rows_end_with_their_words()
    {
        var pdf = new RawPdf();
        var rules = new StringBuilder();
        for (int rule = 0; rule < 4_000; rule++)
            rules.Append(CultureInfo.InvariantCulture, $"{rule % 600} 0 m {rule % 600} 800 l S\n");
        pdf.Operators(rules.ToString());
        for (int row = 0; row < 700; row++)
            pdf.At(60, 780 - row, "a", 1).At(90, 780 - row, "b", 1);
        Assert.Equal(1_400, PolicyPdf.Parse(pdf.Build(), null, TestContext.Current.CancellationToken).Text.Count(char.IsLetter));
    }

    private static string Refusal(byte[] content) => Assert.Throws<PolicyReadException>(() => PolicyPdf.Parse(content, null, TestContext.Current.CancellationToken)).Message;
}
