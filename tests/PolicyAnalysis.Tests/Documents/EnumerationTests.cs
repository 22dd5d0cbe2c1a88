using System.Globalization;
using System.Text;
using CsCheck;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>Marks that count: letters past z, roman numbers, and how deep they nest.</summary>
public sealed class EnumerationTests
{
    [Fact]
    public void A_roman_number_is_read_as_it_is_written()
    {
        for (int number = 1; number < 4000; number++)
        {
            Assert.Equal(number, RomanNumber.Parse(RomanNumber.Format(number)));
            Assert.Equal(number, RomanNumber.Parse(RomanNumber.Format(number).ToLowerInvariant()));
        }

        Assert.All(["IIX", "IC", "VV", "IIII", "MMMM", "a", ""], text => Assert.Equal(0, RomanNumber.Parse(text)));
    }

    [Theory]
    [InlineData("(y) (z) (aa) (bb) (cc)")]
    [InlineData("y) z) aa) ab) ac)")]
    [InlineData("(h) (i) (j)")]
    [InlineData("iv. v. vi. vii. viii. ix. x. xi.")]
    [InlineData("(U) (V) (W) (X) (Y)")]
    public void Marks_count_on_past_z_and_through_roman_numbers(string marks)
    {
        EnumerationMark[] read = [.. marks.Split(' ').Select(mark => EnumerationMark.Parse(mark)!)];
        for (int index = 1; index < read.Length; index++)
        {
            Assert.Equal(read[0].Style, read[index].Style);
            Assert.Contains(read[index - 1].Readings, before => read[index].After(before) is not null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("(abc123)")]
    [InlineData("((a))")]
    [InlineData("12345.")]
    [InlineData("(aB)")]
    public void What_does_not_count_is_no_mark(string mark) => Assert.Null(EnumerationMark.Parse(mark));

    [Fact]
    public void Items_of_plain_text_nest_as_deep_as_they_are_set() =>
        Gen.Int[0, 3].Array[1, 25].Sample(
            steps =>
            {
                var text = new StringBuilder("You agree to all of this:\n\n");
                int[] counts = new int[5];
                var expected = new List<(int Level, string Marker)>();
                int depth = 0;
                foreach (int step in steps)
                {
                    // One deeper, the same, or any number of levels up.
                    depth = step == 3 ? Math.Min(4, depth + 1) : Math.Max(1, depth - step);
                    counts[depth]++;
                    Array.Clear(counts, depth + 1, Math.Max(0, 4 - depth));
                    string marker = depth switch
                    {
                        1 => counts[1].ToString(CultureInfo.InvariantCulture) + ".",
                        2 => "(" + (char)('a' + counts[2] - 1) + ")",
                        3 => "(" + RomanNumber.Format(counts[3]).ToLowerInvariant() + ")",
                        _ => "-",
                    };
                    expected.Add((depth, marker));
                    text.Append(' ', 4 * depth).Append(marker).Append(" to sing with the others;\n");
                }

                PolicyDocument document = DocumentOutline.Read(text.ToString(), PolicyMediaType.PlainText);
                Assert.Equal(expected, document.Blocks.Skip(1).Select(block => (block.Level, block.Marker!)));
            },
            iter: 300,
            threads: 1);
}
