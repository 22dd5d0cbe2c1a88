using System.Runtime.Intrinsics;

namespace PolicyAnalysis.Classification.Model;

/// <summary>
/// The logistic function, eight values at a time. The exponential is written out (range reduction and polynomial of Moshier's Cephes
/// library, to about 1e-7), because a library's may differ in its last bit from machine to machine.
/// </summary>
internal static class Sigmoid
{
    /// <summary>Replaces each value by 1 / (1 + exp(-value)); what a value becomes does not hang on its place.</summary>
    public static void Apply(Span<float> values)
    {
        Span<float> rest = stackalloc float[Vector256<float>.Count];
        for (int i = 0; i < values.Length; i += Vector256<float>.Count)
        {
            Span<float> some = values[i..];
            if (some.Length >= Vector256<float>.Count)
            {
                Of(Vector256.Create(some)).CopyTo(some);
                continue;
            }

            some.CopyTo(rest);
            Of(Vector256.Create(rest)).CopyTo(rest);
            rest[..some.Length].CopyTo(some);
        }
    }

    private static Vector256<float> Of(Vector256<float> values) => Vector256<float>.One / (Vector256<float>.One + Exponential(-values));

    private static Vector256<float> Exponential(Vector256<float> values)
    {
        // Beyond 87 the result leaves the range of a float.
        Vector256<float> x = Vector256.Min(Vector256.Max(values, Vector256.Create(-87f)), Vector256.Create(87f));
        Vector256<float> power = Vector256.Round(x * Vector256.Create(1.44269504f));
        // ln 2 in two parts, so that the difference keeps its precision.
        Vector256<float> r = x - (power * Vector256.Create(0.693359375f)) - (power * Vector256.Create(-2.12194440e-4f));
        Vector256<float> p = (Vector256.Create(1.9875691500e-4f) * r) + Vector256.Create(1.3981999507e-3f);
        p = (p * r) + Vector256.Create(8.3334519073e-3f);
        p = (p * r) + Vector256.Create(4.1665795894e-2f);
        p = (p * r) + Vector256.Create(1.6666665459e-1f);
        p = (p * r) + Vector256.Create(5.0000001201e-1f);
        p = (p * r * r) + r + Vector256<float>.One;
        Vector256<int> exponent = (Vector256.ConvertToInt32(power) + Vector256.Create(127)) << 23;
        return p * exponent.AsSingle();
    }
}
