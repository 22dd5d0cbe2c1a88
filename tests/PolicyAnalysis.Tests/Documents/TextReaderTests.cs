using System.Text;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>Markdown, plain text and character sets.</summary>
public sealed class TextReaderTests
{
    [Theory]
    [InlineData("---\ntitle: x\n---\n# Data\n\nWe keep it.\n", "h1: Data\np: We keep it.\n")]
    [InlineData("Data\n====\n\nPlans\n-----\n\nWe keep it.\n", "h1: Data\nh2: Plans\np: We keep it.\n")]
    [InlineData("| Data | Kept |\n|---|---|\n| Plans | A year |\n", "columns: Data | Kept\nrow: Plans | A year\n")]
    [InlineData("- a\n  - b\n- c\n", "item1: [•] a\nitem2: [•] b\nitem1: [•] c\n")]
    [InlineData("3. a\n4. b\n", "item1: [3.] a\nitem1: [4.] b\n")]
    [InlineData("**Your plan**\n\nWe keep it.\n", "h2: Your plan\np: We keep it.\n")]
    [InlineData("> We quote.\n", "quote: We quote.\n")]
    [InlineData("We [keep](https://fernwick.example) *it* &amp; `all`.\n", "p: We keep it & all.\n")]
    public void Markdown_is_read_as_a_person_reads_it(string markdown, string outline) =>
        Assert.Equal(outline, DocumentOutline.Of(DocumentOutline.Read(markdown, PolicyMediaType.Markdown)));

    [Theory]
    [InlineData("PRIVACY\n\nWe keep your plan.\n", "h1: PRIVACY\np: We keep your plan.\n")]
    [InlineData("Privacy\n=======\n\nWe keep your plan.\n", "h1: Privacy\np: We keep your plan.\n")]
    [InlineData("We use:\n\n- plans\n- names\n", "p: We use:\nitem1: [-] plans\nitem1: [-] names\n")]
    [InlineData("We keep the plan of your garden and the address of your\naccount for as long as it is open.\n", "p: We keep the plan of your garden and the address of your account for as long as it is open.\n")]
    public void Plain_text_is_read_as_a_person_reads_it(string text, string outline) =>
        Assert.Equal(outline, DocumentOutline.Of(DocumentOutline.Read(text, PolicyMediaType.PlainText)));

    [Fact]
    public void Bytes_that_are_utf_8_are_read_so_whatever_was_declared()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("<html><head><meta charset='utf-16'></head><body><p>Données gardées</p></body></html>");
        PolicyDocument document = PolicyDocument.Parse(bytes, new PolicyReadOptions { Charset = "iso-8859-1" }, TestContext.Current.CancellationToken);
        Assert.Equal("Données gardées", document.Text);
        Assert.Equal("utf-8", document.Source.Charset);
    }

    [Fact]
    public void A_declared_set_that_cannot_be_is_not_believed()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("<html><head><meta charset='utf-16'></head><body><p>Donn\u00E9es</p></body></html>");
        Assert.Equal("Données", PolicyDocument.Parse(bytes, null, TestContext.Current.CancellationToken).Text);
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_decides(string name)
    {
        Encoding encoding = name switch { "utf-16le" => Encoding.Unicode, "utf-16be" => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("<p>Données</p>")];
        PolicyDocument document = PolicyDocument.Parse(bytes, new PolicyReadOptions { Charset = "iso-8859-1" }, TestContext.Current.CancellationToken);
        Assert.Equal("Données", document.Text);
        Assert.Equal(name, document.Source.Charset);
    }

    [Fact]
    public void Old_bytes_without_a_declaration_are_windows_1252() =>
        Assert.Equal("“Données” cost 3 €", PolicyDocument.Parse([0x3C, 0x70, 0x3E, 0x93, .. "Donn"u8, 0xE9, .. "es"u8, 0x94, .. " cost 3 "u8, 0x80], new PolicyReadOptions { MediaType = PolicyMediaType.Html }, TestContext.Current.CancellationToken).Text);
}
