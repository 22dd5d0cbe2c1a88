using PolicyAnalysis.Comparison.Quantities;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("30 days", "P30D")]
    [InlineData("thirty (30) days", "P30D")]
    [InlineData("a 30-day period", "P30D")]
    [InlineData("thirty days", "P30D")]
    [InlineData("two weeks", "P14D")]
    [InlineData("1 year", "P12M")]
    [InlineData("twenty-four months", "P24M")]
    [InlineData("one hundred eighty (180) days", "P180D")]
    [InlineData("72 hours", "PT72H")]
    [InlineData("10 business days", "P10D/business")]
    [InlineData("€50", "EUR 50")]
    [InlineData("$1,500.50", "USD 1500.5")]
    [InlineData("US$ 75K", "USD 75000")]
    [InlineData("50 euros", "EUR 50")]
    [InlineData("99.9%", "99.9 %")]
    [InlineData("20 per cent", "20 %")]
    [InlineData("16 years old", "16 a")]
    [InlineData("children under 13", "13 a")]
    [InlineData("10 GB", "10000000000 By")]
    public void A_quantity_is_read_as_a_value(string text, string value) => Assert.Equal(value, Assert.Single(QuantityReader.Read($"It is {text}.")).Value);

    [Theory]
    [InlineData("You must be at least 13 to join.", "at least 13")]
    [InlineData("It is for people under 16 who draw.", "under 16")]
    public void The_word_after_an_age_is_none_of_its_words(string text, string words) => Assert.Equal(words, Assert.Single(QuantityReader.Read(text)).Range.Of(text));

    [Theory]
    [InlineData("Section 30 of the terms")]
    [InlineData("at least 14 countries")]
    [InlineData("ISO 27001")]
    public void A_number_that_measures_nothing_is_no_quantity(string text) => Assert.Empty(QuantityReader.Read(text));

    [Theory]
    [InlineData("We keep your notes for 30 days after you close your account.", "30 days", "90 days", "retention-lengthened", ChangeDirection.AgainstUser)]
    [InlineData("We keep your notes for 30 days after you close your account.", "30 days", "two weeks", "retention-shortened", ChangeDirection.ForUser)]
    [InlineData("We answer your request within 30 days.", "30 days", "45 days", "commitment-weakened", ChangeDirection.AgainstUser)]
    [InlineData("We give you 30 days notice of a change.", "30 days", "14 days", "notice-terms-changed", ChangeDirection.AgainstUser)]
    [InlineData("You must be 13 years old to join.", "13", "16", "age-terms-changed", ChangeDirection.Neutral)]
    [InlineData("The plan costs €8 a month.", "€8", "€9", "price-terms-changed", ChangeDirection.AgainstUser)]
    [InlineData("Our liability is limited to €100.", "€100", "€50", "liability-changed", ChangeDirection.AgainstUser)]
    public void A_changed_quantity_says_for_whom_it_is_better(string text, string was, string now, string effect, ChangeDirection direction)
    {
        ChangeRecord change = Assert.Single(Compare(text, text.Replace(was, now, StringComparison.Ordinal)).Changes);

        QuantityChange quantity = Assert.Single(change.Quantities);
        Assert.Equal(direction, quantity.Direction);
        Assert.Equal(effect, change.Effects[0].Id);
        Assert.Equal(direction, change.Direction);
    }

    public static TheoryData<string> SubjectIds => [.. QuantitySubject.All.Select(subject => subject.Id)];

    [Theory]
    [MemberData(nameof(SubjectIds))]
    public void A_subject_fits_its_example_and_not_its_near_miss(string id)
    {
        QuantitySubject subject = QuantitySubject.All.Single(known => known.Id == id);
        Quantity example = QuantityReader.Read(subject.Example)[0];

        Assert.True(subject.Fits(example.Kind, subject.Example), subject.Example);
        Assert.DoesNotContain(QuantityReader.Read(subject.NearMiss), quantity => subject.Fits(quantity.Kind, subject.NearMiss));
    }
}
