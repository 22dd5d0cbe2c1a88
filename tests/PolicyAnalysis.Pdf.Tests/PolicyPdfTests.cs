using System.Security.Cryptography;

namespace PolicyAnalysis.Pdf.Tests;

public sealed class PolicyPdfTests
{
    private static readonly string[] Collected =
    [
        "We collect your name, your email address and the name of your choir when you open an",
        "account with Quillmoor, and we keep them for as long as the account is open and for",
        "ninety days after you close it.",
    ];

    private static readonly string[] Shared =
    [
        "We share the programme of a concert with the hall that hosts it. We never sell personal",
        "information about singers to anybody.",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Headings_paragraphs_and_items_are_told_apart()
    {
        PolicyDocument document = Read(Notice());
        Assert.Equal(
            [
                (DocumentBlockKind.Heading, 1, "Quillmoor Privacy Policy"),
                (DocumentBlockKind.Paragraph, 0, "Last updated: March 4, 2025"),
                (DocumentBlockKind.Heading, 2, "1. What we collect"),
                (DocumentBlockKind.Paragraph, 0, string.Join(' ', Collected)),
                (DocumentBlockKind.Paragraph, 0, "We use this information to:"),
                (DocumentBlockKind.ListItem, 1, "send you the notes of a rehearsal;"),
                (DocumentBlockKind.ListItem, 1, "tell the hall how many singers will come, so that there are chairs enough for all of them."),
                (DocumentBlockKind.Heading, 2, "2. Whom we share it with"),
                (DocumentBlockKind.Paragraph, 0, string.Join(' ', Shared)),
            ],
            document.Blocks.Select(block => (block.Kind, block.Level, block.Range.Of(document.Text))));
    }

    [Fact]
    public void The_document_knows_its_title_type_language_date_and_source()
    {
        byte[] content = Notice();
        PolicyDocument document = Read(content);
        Assert.Equal("Quillmoor Privacy Policy", document.Title);
        Assert.Equal(PolicyDocumentType.PrivacyNotice, document.DocumentType);
        Assert.Equal("en", document.Language);
        Assert.Equal(new DateOnly(2025, 3, 4), Assert.Single(document.Dates).Date);
        Assert.Equal(PolicyMediaType.Pdf, document.Source.MediaType);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), document.Source.Sha256);
        Assert.Equal(content.Length, document.Source.ByteLength);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other_below_a_heading_over_both()
    {
        PdfPages pages = new PdfPages().Heading("Brackenfold Terms of Service for Organisers and for their Guests", 16);
        string[] left = [.. Enumerable.Range(1, 12).Select(number => $"left {number} of the rules that organisers keep to")];
        string[] right = [.. Enumerable.Range(1, 12).Select(number => $"right {number} of the rules that guests keep to")];
        for (int index = 0; index < left.Length; index++)
            pages.At(60, 600 - (12 * index), left[index]).At(310, 600 - (12 * index), right[index]);
        PolicyDocument document = Read(pages.Build());
        Assert.Equal("Brackenfold Terms of Service for Organisers and for their Guests\n" + string.Join(' ', left) + " " + string.Join(' ', right), document.Text);
    }

    [Fact]
    public void The_cells_of_a_short_table_are_read_row_by_row()
    {
        PdfPages pages = new PdfPages();
        string[] names = ["Cookie", "seat", "hall", "choir", "voice", "a longer name of a cookie"];
        for (int index = 0; index < names.Length; index++)
            pages.At(60, 600 - (12 * index), names[index]).At(310, 600 - (12 * index), $"{index} days");
        Assert.Contains("seat\t1 days", Read(pages.Build()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_headers_footers_and_page_numbers_are_left_out()
    {
        var pages = new PdfPages();
        for (int page = 1; page <= 4; page++)
        {
            if (page > 1)
                pages.NewPage();
            pages.At(60, 810, "Quillmoor Ltd - Privacy Policy", 8).At(60, 30, "Registered in Nowhere, No. 1234", 8).At(500, 30, $"Page {page} of 4", 8).At(300, 20, page.ToString(System.Globalization.CultureInfo.InvariantCulture), 8);
            pages.Block(60, $"This is paragraph {(char)('A' + page)} of the policy and it is long enough to be a line of text.");
        }

        PolicyDocument document = Read(pages.Build());
        Assert.Equal(4, document.Blocks.Count);
        Assert.All(document.Blocks, block => Assert.StartsWith("This is paragraph", block.Range.Of(document.Text), StringComparison.Ordinal));
        Assert.Equal("Quillmoor Ltd - Privacy Policy", document.Title);
    }

    [Fact]
    public void A_number_in_the_text_is_not_a_page_number()
    {
        PolicyDocument document = Read(new PdfPages().Block(60, "The fee for a lost key is", "12").NewPage().Block(60, "Thank you for singing.").Build());
        Assert.Contains("12", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_break_and_its_position_names_the_page()
    {
        var pages = new PdfPages();
        pages.Block(60, Collected[0], Collected[1]);
        pages.At(300, 20, "1").NewPage().At(300, 20, "2");
        pages.Block(60, Collected[2]).Block(60, Shared);
        PolicyDocument document = Read(pages.Build());
        Assert.Equal([string.Join(' ', Collected), string.Join(' ', Shared)], document.Blocks.Select(block => block.Range.Of(document.Text)));
        Assert.Equal(1, document.GetSourcePosition(0).Line);
        SourcePosition second = document.GetSourcePosition(document.Text.IndexOf("ninety", StringComparison.Ordinal));
        Assert.Equal((2, 1), (second.Line, second.Column));
        Assert.Equal(2, document.GetSourcePosition(document.Text.IndexOf("concert", StringComparison.Ordinal)).Line);
    }

    [Theory]
    [InlineData("We keep the infor-", "mation for a year.", "We keep the information for a year.")]
    [InlineData("We ask a third-", "party to print it.", "We ask a third-party to print it.")]
    [InlineData("We follow the Rome-", "Oslo rules here.", "We follow the Rome-Oslo rules here.")]
    public void A_hyphen_at_the_end_of_a_line_goes_only_where_the_word_is_one(string first, string second, string expected) =>
        Assert.Equal(expected, Read(new PdfPages().Block(60, first, second).Build()).Text);

    [Fact]
    public void A_hyphen_stays_where_the_document_writes_the_word_with_one()
    {
        PolicyDocument document = Read(new PdfPages().Block(60, "Each choir-master signs. The choir-", "master also pays.").Build());
        Assert.Equal("Each choir-master signs. The choir-master also pays.", document.Text);
    }

    [Fact]
    public void A_file_without_text_is_refused_with_what_to_do()
    {
        byte[] pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Assert.Contains("OCR", Assert.Throws<PolicyReadException>(() => Read(new PdfPages().Image(pixel).Build())).Message, StringComparison.Ordinal);
        Assert.Contains("no text", Assert.Throws<PolicyReadException>(() => Read(new PdfPages().Build())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_among_others_is_told()
    {
        PolicyDocument document = Read(new PdfPages().Block(60, Shared).NewPage().Build());
        Assert.Equal("page-without-text", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void What_is_no_pdf_encrypted_or_over_a_limit_is_refused()
    {
        Assert.Contains("not a PDF", Assert.Throws<PolicyReadException>(() => Read([.. "<p>Terms</p>"u8])).Message, StringComparison.Ordinal);
        Assert.Contains("damaged", Assert.Throws<PolicyReadException>(() => Read([.. "%PDF-1.7 and nothing more"u8])).Message, StringComparison.Ordinal);
        Assert.Contains("letters", Assert.Throws<PolicyReadException>(() => PolicyPdf.Parse(Notice(), new PolicyReadOptions { MaximumCharacters = 10 }, Token)).Message, StringComparison.Ordinal);
        Assert.Contains("encrypted", Assert.Throws<PolicyReadException>(() => Read(Encrypted())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_give_a_document_or_a_typed_error()
    {
        byte[] good = Notice();
        var random = new Random(20250304);
        for (int round = 0; round < 300; round++)
        {
            byte[] bad = round % 3 == 0 ? good[..random.Next(5, good.Length)] : (byte[])good.Clone();
            for (int flips = round % 3 * 4; flips > 0; flips--)
                bad[random.Next(5, bad.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotEmpty(Read(bad).Text);
            }
            catch (PolicyReadException problem)
            {
                Assert.StartsWith("PDF: ", problem.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_same_bytes_give_the_same_document_from_a_file_a_stream_and_bytes()
    {
        byte[] content = Notice();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        try
        {
            File.WriteAllBytes(path, content);
            PolicyDocument file = PolicyPdf.Load(path, cancellationToken: Token);
            using var stream = new MemoryStream(content);
            Assert.Equal(Path.GetFileName(path), file.Source.Name);
            Assert.Equal(file.Text, PolicyPdf.Load(stream, cancellationToken: Token).Text);
            Assert.Equal(file.Blocks.Select(block => (block.Kind, block.Range)), Read(content).Blocks.Select(block => (block.Kind, block.Range)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_cancelled_reading_stops() =>
        Assert.Throws<OperationCanceledException>(() => PolicyPdf.Parse(Notice(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void The_core_names_the_package_that_reads_a_pdf() =>
        Assert.Contains("PolicyAnalysis.Pdf", Assert.Throws<PolicyReadException>(() => PolicyDocument.Parse(Notice(), null, Token)).Message, StringComparison.Ordinal);

    private static PolicyDocument Read(byte[] content) => PolicyPdf.Parse(content, null, Token);

    private static byte[] Notice() => new PdfPages()
        .Heading("Quillmoor Privacy Policy", 20)
        .Block(60, "Last updated: March 4, 2025")
        .Heading("1. What we collect", 13)
        .Block(60, Collected)
        .Block(60, "We use this information to:")
        .Block(75, "• send you the notes of a rehearsal;")
        .Block(75, "• tell the hall how many singers will come, so that there are chairs enough for all of", "them.")
        .Heading("2. Whom we share it with", 13)
        .Block(60, Shared)
        .Build();

    /// <summary>A good file whose trailer names an encryption that no empty password opens.</summary>
    private static byte[] Encrypted()
    {
        string text = System.Text.Encoding.Latin1.GetString(Notice());
        string hash = new('0', 64);
        string encryption = $"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{hash}> /U <{hash}> >> /ID [<00> <00>] ";
        int trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        int open = text.IndexOf("<<", trailer, StringComparison.Ordinal) + 2;
        return System.Text.Encoding.Latin1.GetBytes(text.Insert(open, " " + encryption));
    }
}
