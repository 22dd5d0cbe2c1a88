using CsCheck;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Words come back as they were set: hyphens, ligatures, scripts from the right, any font, width and number of columns.</summary>
public sealed class PdfWordTests
{
    private static readonly string[] Words = ["singer", "choir", "the", "of", "hall", "programme", "we", "keep", "concert", "rehearsal", "payment", "and", "you", "may", "account"];

    [Theory]
    [InlineData("We ask you to opt-", "out of the mailing.", "We ask you to opt-out of the mailing.")]
    [InlineData("We name the sub-", "processors here.", "We name the sub-processors here.")]
    [InlineData("A non-", "binding offer.", "A non-binding offer.")]
    [InlineData("The end-to-", "end encryption.", "The end-to-end encryption.")]
    [InlineData("We protect the Daten-", "bank.", "We protect the Datenbank.")]
    [InlineData("Bei Ein-", "und Ausgaben gilt das.", "Bei Ein- und Ausgaben gilt das.")]
    [InlineData("Your IP-", "Adresse bleibt hier.", "Your IP-Adresse bleibt hier.")]
    [InlineData("Read https://quillmoor.example/legal/", "terms before you sing.", "Read https://quillmoor.example/legal/terms before you sing.")]
    [InlineData("Information is here. INFOR-", "MATION is there.", "Information is here. INFORMATION is there.")]
    public void A_hyphen_goes_where_only_the_line_asked_for_it(string first, string second, string expected) =>
        Assert.Equal(expected, Read(new PdfPages().Block(60, first, second).Build()).Text);

    [Fact]
    public void Ligatures_soft_hyphens_and_symbol_bullets_are_read_as_text()
    {
        var pdf = new RawPdf();
        pdf.At(60, 700, "\uF0B7 The o\uFB03ce \uFB01les your infor\u00AD").At(60, 688, "mation.");
        PolicyDocument document = Read(pdf.Build());
        Assert.Equal("The office files your information.", document.Text);
        Assert.Equal("•", document.Blocks[0].Marker);
    }

    [Fact]
    public void A_mark_that_is_set_over_a_letter_is_part_of_it() =>
        Assert.Equal("Données", Read(new RawPdf().At(60, 700, "Donne").At(80, 700, "\u0301").At(85, 700, "es").Build()).Text);

    [Fact]
    public void Text_from_the_right_is_read_from_the_right()
    {
        var pdf = new RawPdf();
        pdf.FromTheRight(500, 700, "אנחנו שומרים את השם שלך").FromTheRight(500, 688, "במשך שנה אחת בלבד.");
        Assert.Equal("אנחנו שומרים את השם שלך במשך שנה אחת בלבד.", Read(pdf.Build()).Text);
    }

    [Fact]
    public void Numbers_and_names_inside_text_from_the_right_keep_their_order()
    {
        var pdf = new RawPdf();
        // "We keep 24 months": as seen from the left, the number stands 24 and not 42.
        pdf.FromTheRight(500, 700, "שומרים").At(500 - (5 * 9), 700, "24").FromTheRight(500 - (5 * 10), 700, "חודשים ועוד");
        Assert.Equal("שומרים 24 חודשים ועוד", Read(pdf.Build()).Text);
    }

    [Fact]
    public void Columns_from_the_right_begin_with_the_right_one()
    {
        var pdf = new RawPdf();
        for (int line = 0; line < 8; line++)
            pdf.FromTheRight(560, 700 - (12 * line), "ימין שורה של הכללים שאנחנו שומרים עליהם כאן").FromTheRight(280, 700 - (12 * line), "שמאל שורה של הכללים שאנחנו שומרים עליהם פה");
        string text = Read(pdf.Build()).Text;
        Assert.True(text.LastIndexOf("ימין", StringComparison.Ordinal) < text.IndexOf("שמאל", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Text_set_in_any_font_size_width_and_number_of_columns_comes_back_equal_in_words()
    {
        Gen<(int Font, double Size, int Columns, string[] Words)> laid =
            Gen.Select(Gen.Int[0, 2], Gen.Double[7, 13], Gen.Int[1, 3], Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[240, 380]);
        laid.Sample(
            sample =>
            {
                Standard14Font font = new[] { Standard14Font.Helvetica, Standard14Font.TimesRoman, Standard14Font.Courier }[sample.Font];
                byte[] content = Lay(sample.Words, font, sample.Size, sample.Columns);
                Assert.Equal(string.Join(' ', sample.Words), string.Join(' ', Read(content).Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
            },
            iter: 600,
            threads: 1);
    }

    /// <summary>Sets words line by line in columns of equal width, the last one as long as it comes.</summary>
    private static byte[] Lay(string[] words, Standard14Font font, double size, int columns)
    {
        var pages = new PdfPages(font, Standard14Font.HelveticaBold);
        double width = (500.0 - (30 * (columns - 1))) / columns;
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in words)
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (pages.WidthOf(longer, size) > width && line.Length > 0)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        int rows = (lines.Count + columns - 1) / columns;
        for (int index = 0; index < lines.Count; index++)
            pages.At(50 + ((width + 30) * (index / rows)), 780 - (size * 1.2 * (index % rows)), lines[index], size);
        return pages.Build();
    }

    private static PolicyDocument Read(byte[] content) => PolicyPdf.Parse(content, null, TestContext.Current.CancellationToken);
}
