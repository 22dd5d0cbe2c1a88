using CsCheck;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.Tests.Classification;

public sealed class PackedRowTests
{
    [Fact]
    public void Every_weight_that_was_set_is_got_again() =>
        Gen.Int[-PackedRow.Largest, PackedRow.Largest].Array[1, 200].Sample(static weights =>
        {
            byte[] row = new byte[PackedRow.Bytes(weights.Length)];
            foreach ((int column, int weight) in weights.Index())
                PackedRow.Set(row, weights.Length, column, weight);
            Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(column => PackedRow.Get(row, weights.Length, column)));
        });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 6)]
    [InlineData(64, 32)]
    [InlineData(65, 33)]
    public void A_row_takes_half_a_byte_a_column(int width, int bytes) => Assert.Equal(bytes, PackedRow.Bytes(width));
}
