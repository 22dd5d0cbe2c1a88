using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Tests.Documents;

public sealed class StatedDateTests
{
    [Theory]
    [InlineData("3 April 2025", "2025-04-03")]
    [InlineData("April 3, 2025", "2025-04-03")]
    [InlineData("3 avril 2025", "2025-04-03")]
    [InlineData("2025-04-03", "2025-04-03")]
    [InlineData("03.04.2025", "2025-04-03")]
    [InlineData("12.31.2025", "2025-12-31")]
    [InlineData("04/03/2025", "2025-04-03")]
    [InlineData("31/12/2025", "2025-12-31")]
    public void A_date_is_read_as_it_is_written(string text, string expected)
    {
        Assert.True(StatedDateReader.TryParse(text, out DateOnly date));
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("31 February 2025")]
    [InlineData("13.13.2025")]
    [InlineData("1.2.3")]
    [InlineData("version 2.4")]
    public void What_is_no_date_is_none(string text) => Assert.False(StatedDateReader.TryParse(text, out _));
}
