using System.Globalization;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Columns, turned text, running text, notes and lists: what stands where on the pages.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public void Three_columns_are_read_one_after_the_other()
    {
        var pages = new PdfPages();
        string[][] columns = [.. new[] { "first", "second", "third" }.Select(name => Enumerable.Range(1, 14).Select(line => $"{name} {line} of the rules we keep").ToArray())];
        for (int column = 0; column < 3; column++)
        {
            for (int line = 0; line < 14; line++)
                pages.At(40 + (180 * column), 700 - (12 * line), columns[column][line]);
        }

        Assert.Equal(string.Join(' ', columns.SelectMany(column => column)), Read(pages.Build()).Text);
    }

    [Fact]
    public void Full_lines_between_columns_part_them()
    {
        var pages = new PdfPages();
        string[] Lines(string name) => [.. Enumerable.Range(1, 6).Select(line => $"{name} {line} of the rules that singers keep")];
        void Column(double x, double y, string name)
        {
            for (int line = 0; line < 6; line++)
                pages.At(x, y - (12 * line), Lines(name)[line]);
        }

        Column(60, 700, "aa");
        Column(310, 700, "bb");
        pages.At(60, 600, "This line goes over both of the columns and it says something that concerns everybody who sings.");
        Column(60, 570, "cc");
        Column(310, 570, "dd");
        string text = Read(pages.Build()).Text;
        int[] places = [.. new[] { "aa 1", "bb 1", "This line", "cc 1", "dd 1" }.Select(part => text.IndexOf(part, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    [Fact]
    public void A_page_that_is_set_sideways_is_read_as_if_it_were_turned()
    {
        var pdf = new RawPdf();
        pdf.Upwards(100, 50, "This page is set sideways, as wide tables are.").Upwards(114, 50, "Its second line says more.");
        Assert.Equal("This page is set sideways, as wide tables are. Its second line says more.", Read(pdf.Build()).Text);
    }

    [Fact]
    public void Turned_text_beside_the_text_is_left_out_and_told()
    {
        var pdf = new RawPdf();
        pdf.At(60, 700, "We keep the names of all the singers for a year.").Upwards(30, 100, "CONFIDENTIAL");
        PolicyDocument document = Read(pdf.Build());
        Assert.Equal("We keep the names of all the singers for a year.", document.Text);
        Assert.Equal("rotated-text-left-out", Assert.Single(document.Diagnostics).Code);
    }

    [Theory]
    [InlineData("Page {0} of 4")]
    [InlineData("- {0} -")]
    [InlineData("{0} / 4")]
    [InlineData("Seite {0} von 4")]
    [InlineData("[{0}]")]
    [InlineData("Quillmoor Ltd | {0}")]
    [InlineData("roman")]
    [InlineData("from 17")]
    public void Page_numbers_are_left_out(string form)
    {
        var pages = new PdfPages();
        for (int page = 1; page <= 4; page++)
        {
            if (page > 1)
                pages.NewPage();
            string number = form switch
            {
                "roman" => new[] { "i", "ii", "iii", "iv" }[page - 1],
                "from 17" => (page + 16).ToString(CultureInfo.InvariantCulture),
                _ => string.Format(CultureInfo.InvariantCulture, form, page),
            };
            pages.Block(60, $"This is paragraph {(char)('A' + page)} of the policy and it is long enough to be a line.").At(290, 40, number);
        }

        PolicyDocument document = Read(pages.Build());
        Assert.All(document.Blocks, block => Assert.StartsWith("This is paragraph", block.Range.Of(document.Text), StringComparison.Ordinal));
        Assert.Equal(4, document.Blocks.Count);
    }

    [Fact]
    public void Headers_that_alternate_or_change_with_the_chapter_are_left_out()
    {
        var pages = new PdfPages();
        string[] chapters = ["Fees and payment", "Fees and payment", "Your voice", "Your seat", "Ending the contract", "Ending the contract"];
        for (int page = 0; page < 6; page++)
        {
            if (page > 0)
                pages.NewPage();
            pages.At(60, 800, chapters[page], 8);
            pages.At(page % 2 == 0 ? 60 : 400, 30, page % 2 == 0 ? "Quillmoor Terms" : "quillmoor.example", 8);
            pages.Block(60, $"This is paragraph {(char)('A' + page)} of the policy and it is long enough to be a line.", "It has a second line that says a little more, and then it ends.");
        }

        PolicyDocument document = Read(pages.Build());
        Assert.All(document.Blocks, block => Assert.StartsWith("This is paragraph", block.Range.Of(document.Text), StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_in_one_line_with_the_pages_number_is_left_out()
    {
        var pages = new PdfPages();
        string[] chapters = ["Fees", "Your voice", "Your seat", "The end"];
        for (int page = 0; page < 4; page++)
        {
            if (page > 0)
                pages.NewPage();
            pages.At(60, 790, $"Chapter {chapters[page]}").At(520, 790, $"{page + 3}");
            pages.Block(60, $"This is paragraph {(char)('A' + page)} of the policy and it is long enough to be a line.", "It has a second line.");
        }

        Assert.Equal(4, Read(pages.Build()).Blocks.Count);
    }

    [Fact]
    public void A_first_line_that_stands_where_headers_stand_is_kept()
    {
        var pages = new PdfPages();
        for (int page = 0; page < 4; page++)
        {
            if (page > 0)
                pages.NewPage();
            pages.Height = 790;
            pages.Block(60, $"Paragraph {(char)('A' + page)} begins at the top of its page, where others print a header.", "It has another line.").Block(60, $"Another {(char)('A' + page)} follows it.");
        }

        Assert.Equal(8, Read(pages.Build()).Blocks.Count);
    }

    [Fact]
    public void A_footnote_stands_behind_the_paragraph_that_goes_on_over_it()
    {
        var pages = new PdfPages();
        double mark = 60 + pages.WidthOf("We keep the programme of a concert", 10);
        pages.At(60, 700, "We keep the programme of a concert").At(mark, 704, "1", 6).At(mark + 6, 700, "for as long as the hall asks us to,");
        pages.At(60, 80, "1 A programme is the list of songs that a choir sings", 8).At(60, 70, "on one evening.", 8);
        pages.NewPage().Block(60, "and then we delete it.");
        pages.Block(60, "This is another paragraph of the text.");
        PolicyDocument document = Read(pages.Build());
        Assert.Equal(
            [
                (DocumentBlockKind.Paragraph, "We keep the programme of a concert1 for as long as the hall asks us to, and then we delete it."),
                (DocumentBlockKind.Footnote, "1 A programme is the list of songs that a choir sings on one evening."),
                (DocumentBlockKind.Paragraph, "This is another paragraph of the text."),
            ],
            document.Blocks.Select(block => (block.Kind, block.Range.Of(document.Text))));
        Assert.Equal(1, document.GetSourcePosition(document.Text.IndexOf("on one evening", StringComparison.Ordinal)).Line);
        Assert.Equal(2, document.GetSourcePosition(document.Text.IndexOf("then we delete", StringComparison.Ordinal)).Line);
    }

    [Fact]
    public void Lists_are_nested_by_indentation_and_by_what_their_marks_count()
    {
        PdfPages pages = new PdfPages()
            .Block(60, "You agree:")
            .Block(70, "1. to pay the fee of the choir;")
            .Block(90, "(a) by card;")
            .Block(90, "(b) by transfer;")
            .Block(110, "• within a week;")
            .Block(110, "• without costs for us;")
            .Block(70, "2. to sing;")
            .Block(70, "3. to listen.")
            .Block(60, "That is all.");
        PolicyDocument document = Read(pages.Build());
        Assert.Equal([0, 1, 2, 2, 3, 3, 1, 1, 0], document.Blocks.Select(block => block.Level));
        Assert.Equal("(b)", document.Blocks[3].Marker);
    }

    [Fact]
    public void A_paragraph_under_an_item_belongs_to_it()
    {
        PolicyDocument document = Read(new PdfPages().Block(60, "• The first item is long enough to be broken over two lines by", "whoever set it.").Block(75, "It has a second paragraph.").Block(60, "This one is no item.").Build());
        Assert.Equal([DocumentBlockKind.ListItem, DocumentBlockKind.ListItem, DocumentBlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
        Assert.Null(document.Blocks[1].Marker);
    }

    [Fact]
    public void Links_lead_to_addresses_and_to_places_of_the_file()
    {
        var pages = new PdfPages();
        double before = pages.WidthOf("Please read ", 10);
        double width = pages.WidthOf("our cookie policy", 10);
        pages.At(60, 700, "Please read our cookie policy before you sing.").Link("https://quillmoor.example/cookies", 60 + before, 698, width, 12);
        double own = pages.WidthOf("See ", 10);
        pages.At(60, 660, "See the fees for more.").Link(2, 712, 60 + own, 658, pages.WidthOf("the fees", 10), 12);
        pages.NewPage().Heading("Fees", 14).Block(60, "The fee is due on the first of the month.");
        PolicyDocument document = Read(pages.Build());
        Assert.Equal(["our cookie policy", "the fees"], document.Links.Select(link => link.Range.Of(document.Text)));
        Assert.Equal("https://quillmoor.example/cookies", document.Links[0].Target);
        IReadOnlyList<Provision> provisions = PolicyAnalysis.Provisions.ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken);
        Assert.Equal(provisions.Single(provision => provision.Text == "Fees").Id, provisions.Single(provision => provision.Text.StartsWith("See", StringComparison.Ordinal)).References.Single().TargetId);
    }

    [Fact]
    public void The_files_properties_are_metadata_and_its_file_name_is_no_title()
    {
        SourceMetadata? metadata = Read(new PdfPages().Properties("Quillmoor Terms", "D:20250304120000+01'00'", "D:20250601").Block(60, "We sing.").Build()).Source.Metadata;
        Assert.Equal(new SourceMetadata { Title = "Quillmoor Terms", Created = new DateOnly(2025, 3, 4), Updated = new DateOnly(2025, 6, 1) }, metadata);
        Assert.Null(Read(new PdfPages().Properties("Microsoft Word - terms_v3.docx", "yesterday", "").Block(60, "We sing.").Build()).Source.Metadata?.Title);
    }

    private static PolicyDocument Read(byte[] content) => PolicyPdf.Parse(content, null, TestContext.Current.CancellationToken);
}
