using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Items that join or leave an enumeration, and text that only goes to another provision.</summary>
public sealed class ListItemTests
{
    [Theory]
    [InlineData("We collect your name, your age and your drawings.", "We collect your name, your age, your voice and your drawings.", "your voice")]
    [InlineData("We collect your name and your drawings.", "We collect your name, your drawings and your voice.", "your voice")]
    [InlineData("We share drawings with printers and teachers.", "We share drawings with printers, teachers, and advertisers.", "advertisers")]
    [InlineData("The offer holds in Ireland, France and Spain.", "The offer holds in Ireland, France, Norway and Spain.", "Norway")]
    [InlineData("We share drawings with printers.", "We share drawings with teachers and printers.", "teachers")]
    [InlineData("We keep drawings.", "We keep drawings. We like them.", null)]
    [InlineData("We keep drawings for a while.", "We keep drawings, if you ask us nicely and wait for the answer that we will send you by mail in due time, for a while.", null)]
    public void An_item_that_joins_is_named_and_read_backwards_it_left(string before, string after, string? item)
    {
        ChangeRecord joined = Assert.Single(Compare("# Notice\n\n" + before, "# Notice\n\n" + after).Changes);
        ChangeRecord left = Assert.Single(Compare("# Notice\n\n" + after, "# Notice\n\n" + before).Changes);

        Assert.Equal(item is null ? [] : [item], joined.ListItems.Where(listed => listed.IsAdded).Select(listed => listed.Text));
        Assert.Equal(joined.ListItems.Select(listed => (listed.Text, listed.Range, !listed.IsAdded)), left.ListItems.Select(listed => (listed.Text, listed.Range, listed.IsAdded)));
    }

    [Fact]
    public void The_range_of_an_item_is_its_slice_of_the_canonical_text()
    {
        PolicyComparison comparison = Compare("# Notice\n\nWe collect your name, your age and your drawings.", "# Notice\n\nWe collect your name, your age, your voice and your drawings.");

        ListItemChange item = Assert.Single(Assert.Single(comparison.Changes).ListItems);
        Assert.Equal(item.Text, item.Range.Of(comparison.After.Document.Text));
    }

    [Fact]
    public void A_sentence_that_only_goes_to_another_paragraph_is_moved()
    {
        const string sentence = " You must keep your brush clean and store it in the wooden box at night.";
        const string first = "We print each drawing on thick paper and send it home by mail.";
        const string second = "A teacher looks at every drawing of the class on Friday afternoon.";

        IReadOnlyList<ChangeRecord> changes = Compare($"# Notice\n\n{first}{sentence}\n\n{second}", $"# Notice\n\n{first}\n\n{second}{sentence}").Changes;

        Assert.NotEmpty(changes);
        Assert.All(changes, change =>
        {
            Assert.Equal(Materiality.Editorial, change.Materiality);
            Assert.Equal("moved", change.Effects[0].Id);
        });
    }

    [Fact]
    public void A_sentence_that_goes_for_good_is_no_move()
    {
        const string sentence = " You must keep your brush clean and store it in the wooden box at night.";

        ChangeRecord change = Assert.Single(Compare($"# Notice\n\nWe print each drawing.{sentence}", "# Notice\n\nWe print each drawing.").Changes);

        Assert.NotEqual("moved", change.Effects[0].Id);
    }
}
