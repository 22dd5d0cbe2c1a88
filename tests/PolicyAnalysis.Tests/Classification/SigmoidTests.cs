using CsCheck;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.Tests.Classification;

public sealed class SigmoidTests
{
    [Fact]
    public void It_is_the_logistic_function_to_six_digits_wherever_a_value_stands() =>
        Gen.Float[-200, 200].Array[1, 30].Sample(static values =>
        {
            float[] found = [.. values];
            Sigmoid.Apply(found);
            foreach ((int place, float value) in values.Index())
            {
                float[] alone = [value];
                Sigmoid.Apply(alone);
                Assert.Equal(1 / (1 + Math.Exp(-value)), found[place], 1e-6);
                Assert.Equal(alone[0], found[place]);
            }
        });
}
