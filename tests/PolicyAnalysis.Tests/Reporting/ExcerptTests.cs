using CsCheck;
using PolicyAnalysis.Reporting.Plain;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>A console shows of a long quote what changed, and says what it left out.</summary>
public sealed class ExcerptTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"word{number}"));

    [Fact]
    public void A_short_text_and_a_text_without_marks_stand_as_they_are()
    {
        Assert.Equal("a b c", Excerpt.Of("a b c", [new TextRange(2, 3)]));
        Assert.Equal(Long, Excerpt.Of(Long, []));
    }

    [Fact]
    public void Every_part_of_an_excerpt_is_a_slice_with_whole_words_and_every_mark_stands_in_one() => Gen.Int[0, Long.Length - 20].Array[1, 5].Sample(
        starts =>
        {
            TextRange[] marks = [.. starts.Distinct().Order().Where((start, index) => index % 2 == 0).Select(start => new TextRange(start, start + 15))];
            string excerpt = Excerpt.Of(Long, marks);
            string[] parts = excerpt.Split("[…]", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            string words = $" {Long} ";
            Assert.All(parts, part => Assert.Contains($" {part} ", words, StringComparison.Ordinal));
            Assert.All(marks, mark => Assert.Contains(parts, part => part.Contains(mark.Of(Long).Trim(), StringComparison.Ordinal)));
            Assert.True(excerpt.Length < Long.Length);
        },
        iter: 500);
}
