namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Tables of a PDF become rows with the headers of their columns.</summary>
public sealed class PdfTableTests
{
    private static readonly string[][] Cookies =
    [
        ["Cookie", "Purpose", "Kept for"],
        ["seat", "remembers the seat that you chose", "30 days"],
        ["voice", "knows whether you sing alto", "1 year"],
        ["hall", "shows the nearest hall", "session"],
    ];

    [Fact]
    public void A_table_with_ruled_cells_is_read_row_by_row_with_its_headers()
    {
        var pages = new PdfPages();
        pages.Block(60, "We set these cookies:");
        double[] edges = [60, 140, 400, 520];
        double[] heights = [660, 640, 620, 600, 580];
        pages.Grid(edges, heights);
        for (int row = 0; row < Cookies.Length; row++)
        {
            for (int column = 0; column < 3; column++)
                pages.At(edges[column] + 4, heights[row] - 14, Cookies[row][column], bold: row == 0);
        }

        pages.Height = 550;
        PolicyDocument document = Read(pages.Block(60, "You may delete them at any time in the settings of your browser."));
        Assert.Equal(
            ["columns Cookie|Purpose|Kept for", "row seat|remembers the seat that you chose|30 days", "row voice|knows whether you sing alto|1 year", "row hall|shows the nearest hall|session"],
            RowsOf(document));
        Provision provision = PolicyAnalysis.Provisions.ProvisionSegmenter.Segment(document, Token).Single(row => row.Text.StartsWith("voice", StringComparison.Ordinal));
        Assert.Equal(["Cookie", "Purpose", "Kept for"], provision.TableHeaders);
        Assert.Equal("We set these cookies:", provision.LeadIn);
    }

    [Fact]
    public void The_lines_of_a_cell_are_joined_and_a_line_between_close_cells_parts_them()
    {
        var pages = new PdfPages();
        double[] edges = [60, 160, 300];
        double[] heights = [700, 680, 650, 620];
        pages.Grid(edges, heights);
        pages.At(62, 686, "What", bold: true).At(162, 686, "Why", bold: true);
        pages.At(62, 668, "your name and your").At(62, 656, "voice").At(162, 668, "to seat you with the infor-").At(162, 656, "mation desk");
        pages.At(62, 638, "your hall").At(162, 638, "to show the way");
        Assert.Equal(["columns What|Why", "row your name and your voice|to seat you with the information desk", "row your hall|to show the way"], RowsOf(Read(pages)));
    }

    [Fact]
    public void A_cell_over_several_columns_stands_over_them()
    {
        var pages = new PdfPages();
        pages.Rule(60, 700, 360, 700).Rule(60, 680, 360, 680).Rule(60, 660, 360, 660).Rule(60, 640, 360, 640);
        pages.Rule(60, 640, 60, 700).Rule(160, 640, 160, 700).Rule(260, 640, 260, 680).Rule(360, 640, 360, 700);
        pages.At(64, 686, "Cookie", bold: true).At(164, 686, "Kept", bold: true);
        pages.At(64, 666, "seat").At(164, 666, "30 days").At(264, 666, "on our server");
        pages.At(64, 646, "hall").At(164, 646, "a day").At(264, 646, "on your phone");
        Provision row = PolicyAnalysis.Provisions.ProvisionSegmenter.Segment(Read(pages), Token)[1];
        Assert.Equal(["Cookie", "Kept", "Kept"], row.TableHeaders);
    }

    [Fact]
    public void A_table_without_lines_is_known_by_its_columns()
    {
        var pages = new PdfPages();
        pages.Block(60, "The cookies that we set are listed here with the time for which each of them is kept on", "your device, unless you delete it earlier.");
        for (int row = 0; row < Cookies.Length; row++)
            pages.At(60, 640 - (14 * row), Cookies[row][0], bold: row == 0).At(150, 640 - (14 * row), Cookies[row][1], bold: row == 0).At(420, 640 - (14 * row), Cookies[row][2], bold: row == 0);
        Assert.Equal("row hall|shows the nearest hall|session", RowsOf(Read(pages))[^1]);
        Assert.Equal("columns Cookie|Purpose|Kept for", RowsOf(Read(Again()))[0]);

        PdfPages Again()
        {
            var again = new PdfPages();
            for (int row = 0; row < Cookies.Length; row++)
                again.At(60, 640 - (14 * row), Cookies[row][0]).At(150, 640 - (14 * row), Cookies[row][1]).At(420, 640 - (14 * row), Cookies[row][2]);
            return again;
        }
    }

    [Fact]
    public void Rows_of_several_lines_are_parted_by_their_distance()
    {
        var pages = new PdfPages();
        for (int row = 0; row < 4; row++)
        {
            double top = 700 - (40 * row);
            pages.At(60, top, $"Purpose {row}").At(60, top - 12, "of it").At(200, top, "we rely on what you agreed to when").At(200, top - 12, "you opened your account").At(430, top, $"{row + 1} years");
        }

        Assert.Equal("row Purpose 2 of it|we rely on what you agreed to when you opened your account|3 years", RowsOf(Read(pages))[2]);
    }

    [Fact]
    public void A_table_goes_on_over_the_page_and_its_repeated_headers_stand_once()
    {
        var pages = new PdfPages();
        double[] edges = [60, 160, 400];
        for (int page = 0; page < 2; page++)
        {
            if (page > 0)
                pages.NewPage();
            double[] heights = [500, 480, 460, 440];
            pages.Grid(edges, heights).At(64, 486, "What", bold: true).At(164, 486, "Why", bold: true);
            for (int row = 0; row < 2; row++)
                pages.At(64, 466 - (20 * row), $"thing {page}{row}").At(164, 466 - (20 * row), "to sing");
        }

        PolicyDocument document = Read(pages);
        Assert.Equal(["columns What|Why", "row thing 00|to sing", "row thing 01|to sing", "row thing 10|to sing", "row thing 11|to sing"], RowsOf(document));
        Assert.Equal([0], document.Blocks.Select(block => block.TableIndex).Distinct());
        Assert.Equal(2, document.GetSourcePosition(document.Text.IndexOf("thing 10", StringComparison.Ordinal)).Line);
    }

    [Fact]
    public void A_table_inside_a_column_of_text_stands_in_its_place()
    {
        var pages = new PdfPages();
        for (int line = 0; line < 6; line++)
            pages.At(60, 700 - (12 * line), $"left line {line} of the rules for the singers");
        for (int row = 0; row < 4; row++)
            pages.At(60, 610 - (14 * row), $"fee {row}").At(180, 610 - (14 * row), $"{row} euros");
        for (int line = 0; line < 14; line++)
            pages.At(310, 700 - (12 * line), $"right line {line} of the rules that halls keep to");
        PolicyDocument document = Read(pages);
        Assert.Equal(["row fee 0|0 euros", "row fee 1|1 euros", "row fee 2|2 euros", "row fee 3|3 euros"], RowsOf(document));
        Assert.StartsWith("right line 0", document.Blocks[^1].Range.Of(document.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Hanging_marks_and_lists_of_contents_are_no_tables()
    {
        var pages = new PdfPages();
        for (int item = 0; item < 5; item++)
            pages.At(60, 700 - (24 * item), $"({(char)('a' + item)})").At(100, 700 - (24 * item), $"the item {item} of what organisers do before the").At(100, 688 - (24 * item), "concert begins;");
        for (int entry = 0; entry < 4; entry++)
            pages.At(60, 500 - (14 * entry), $"Chapter of things {entry}").At(400, 500 - (14 * entry), $"{(entry * 2) + 1}");
        for (int entry = 0; entry < 4; entry++)
            pages.At(60, 300 - (14 * entry), $"Word {entry} . . . . . . . {entry}").At(320, 300 - (14 * entry), $"Other {entry} . . . . . . {9 - entry}");
        PolicyDocument document = Read(pages);
        Assert.DoesNotContain(document.Blocks, block => block.Kind == DocumentBlockKind.TableRow);
        Assert.Equal(5, document.Blocks.Count(block => block.Marker?.StartsWith('(') == true));
    }

    private static string[] RowsOf(PolicyDocument document) =>
    [
        .. document.Blocks.Where(block => block.TableIndex >= 0).Select(block =>
            (block.Kind == DocumentBlockKind.TableHeader ? "columns " : "row ") + string.Join('|', block.Cells.Select(cell => cell.Of(document.Text)))),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PolicyDocument Read(PdfPages pages) => PolicyPdf.Parse(pages.Build(), null, Token);
}
