using CsCheck;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>Plain text: headings, items, tables, wrapped lines, pages, quoted messages.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("FERNWICK PRIVACY NOTICE\n\nWhat we keep\n\nWe keep your plan.\n\n2. Fees\n\nWe bill once.\n\n2.1 Refunds\n\nWe refund.\n", "h1: FERNWICK PRIVACY NOTICE\nh2: What we keep\np: We keep your plan.\nh2: 2. Fees\np: We bill once.\nh3: 2.1 Refunds\np: We refund.\n")]
    [InlineData("Privacy\n=======\n\nData\n----\nWe keep it.\n\nNotes\n~~~~~\nMore.\n", "h1: Privacy\nh2: Data\np: We keep it.\nh3: Notes\np: More.\n")]
    [InlineData("Last updated: March 4, 2025\n\nWrite to: ada@fernwick.example\n\nWe read it.\n", "p: Last updated: March 4, 2025\np: Write to: ada@fernwick.example\np: We read it.\n")]
    [InlineData("We are:\n\nFernwick Ltd\n12 Bean Street\nNowhere\n\nand we write to the people who ask us about their plan of a garden here.\n", "p: We are:\np: Fernwick Ltd\np: 12 Bean Street\np: Nowhere\np: and we write to the people who ask us about their plan of a garden here.\n")]
    public void Headings_are_told_from_other_short_lines(string text, string outline) => Assert.Equal(outline, Outline(text));

    [Theory]
    [InlineData("We use:\n* plans\n  of gardens\n* names\n    o first\n    o last\n", "p: We use:\nitem1: [*] plans of gardens\nitem1: [*] names\nitem2: [o] first\nitem2: [o] last\n")]
    [InlineData("You:\n\n(a) pay;\n(b) draw:\n    (i) beds;\n    (ii) paths;\n(c) leave.\n", "p: You:\nitem1: [(a)] pay;\nitem1: [(b)] draw:\nitem2: [(i)] beds;\nitem2: [(ii)] paths;\nitem1: [(c)] leave.\n")]
    [InlineData("You:\n\n(h) pay;\n(i) draw;\n(j) leave.\n", "p: You:\nitem1: [(h)] pay;\nitem1: [(i)] draw;\nitem1: [(j)] leave.\n")]
    [InlineData("1. Pay the fee\n2. Draw the plan\n3. Leave\n\nThat is all we ask of you.\n", "item1: [1.] Pay the fee\nitem1: [2.] Draw the plan\nitem1: [3.] Leave\np: That is all we ask of you.\n")]
    [InlineData("– plans\n– names\n\n• beds\n► paths\n", "item1: [–] plans\nitem1: [–] names\nitem1: [•] beds\nitem1: [►] paths\n")]
    [InlineData("1) first\n\n   It goes on.\n\n2) second\n", "item1: [1)] first\nitem1: It goes on.\nitem1: [2)] second\n")]
    public void Items_have_their_marks_and_depth(string text, string outline) => Assert.Equal(outline, Outline(text));

    [Theory]
    [InlineData("We keep the plan of your garden, the infor-\nmation on the account, and what a third-\nparty tells us of it for as long as you ask.\n", "p: We keep the plan of your garden, the information on the account, and what a third-party tells us of it for as long as you ask.\n")]
    [InlineData("We keep the plan of your garden and of the beds in it as long as\n2. The next sentence begins by chance with what looks like a mark.\n", "p: We keep the plan of your garden and of the beds in it as long as 2. The next sentence begins by chance with what looks like a mark.\n")]
    [InlineData("  We keep the plan of your garden for as long as you ask.\n  We keep nothing else of it.\n", "p: We keep the plan of your garden for as long as you ask. We keep nothing else of it.\n")]
    public void Wrapped_lines_are_joined(string text, string outline) => Assert.Equal(outline, Outline(text));

    [Theory]
    [InlineData("DATA\tKEPT\nplans\ta year\nnames\ta day\n", "columns: DATA | KEPT\nrow: plans | a year\nrow: names | a day\n")]
    [InlineData("Data     Kept\n-------  --------\nplans    a year\nbed names  a day\nnames    a day\n", null)]
    [InlineData("Data       Kept\n---------  --------\nplans      a year\nbed names  a day\n", "columns: Data | Kept\nrow: plans | a year\nrow: bed names | a day\n")]
    [InlineData("| Data | Kept |\n| plans | a year |\n| names | |\n", "row: Data | Kept\nrow: plans | a year\nrow: names | \n")]
    public void Tables_are_read_where_they_are_certain(string text, string? outline)
    {
        if (outline is null)
            Assert.DoesNotContain("row:", Outline(text), StringComparison.Ordinal);
        else
            Assert.Equal(outline, Outline(text));
    }

    [Fact]
    public void Pages_part_nothing_and_what_is_printed_on_each_goes()
    {
        string text = string.Join('\f', Enumerable.Range(1, 4).Select(page => $"Fernwick Notice\n\n{(page == 1 ? "We keep the plan of your garden on our server" : "and on the server of the hall number " + (char)('a' + page))}\n\n                [Page {page}]\n"));
        Assert.Equal("p: We keep the plan of your garden on our server and on the server of the hall number c and on the server of the hall number d and on the server of the hall number e\n", Outline(text));
    }

    [Fact]
    public void A_quoted_message_loses_its_marks()
    {
        Assert.Equal("h1: PRIVACY\np: We keep it.\n", Outline("> PRIVACY\n>\n> We keep it.\n"));
        Assert.Equal("p: You wrote:\nquote: We keep it and we use it.\np: Do you still keep what you say here?\n", Outline("You wrote:\n\n> We keep it\n> and we use it.\n\nDo you still keep what you say here?\n"));
    }

    [Fact]
    public void Wrapping_a_text_at_any_width_changes_neither_its_words_nor_its_provisions()
    {
        string[] words = ["plan", "garden", "we", "keep", "of", "your", "account", "the", "information", "Fernwick", "and", "bed", "3", "pay", "A", "I"];
        Gen<string> paragraph = Gen.Select(Gen.Int[0, words.Length - 1].Select(index => words[index]).Array[14, 70], Gen.Int[0, 2]).Select((chosen, kind) => (kind == 0 ? "- " : string.Empty) + "We " + string.Join(' ', chosen) + ".");
        Gen<string> block = Gen.Frequency((4, paragraph), (1, Gen.Int[1, 9].Select(number => $"{number}. What we keep of it")), (1, Gen.Const("YOUR RIGHTS")));
        Gen.Select(block.Array[2, 7], Gen.Int[45, 100]).Sample(
            (blocks, width) =>
            {
                string[] whole = [.. Provisions(string.Join("\n\n", blocks.Append("We end here.")))];
                string wrapped = string.Join("\n\n", blocks.Append("We end here.").Select(text => Wrap(text, width)));
                Assert.Equal(whole, Provisions(wrapped));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Every_character_leads_to_itself_in_the_source() =>
        Gen.String[Gen.Char["aB. -\n\t\f>•1)(:=|é"], 0, 120].Sample(
            text =>
            {
                PolicyDocument document = Read(text);
                Assert.Equal(string.Empty, SourceEvidence.Differences(document, text));
            },
            iter: 3000,
            threads: 1);

    private static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        return string.Join('\n', lines.Append(line));
    }

    private static IEnumerable<string> Provisions(string text) =>
        ProvisionSegmenter.Segment(Read(text), TestContext.Current.CancellationToken).Select(provision => $"{provision.Kind} {provision.Number} {provision.Text}");

    private static string Outline(string text) => DocumentOutline.Of(Read(text));

    private static PolicyDocument Read(string text) => DocumentOutline.Read(text, PolicyMediaType.PlainText);
}
