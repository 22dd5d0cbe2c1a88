using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Timestamps;

/// <summary>The text that is attested: the number of entries, the last hash of the chain and the root of the tree, a line each.</summary>
internal static class TreeHead
{
    public static byte[] Of(long size, string chain, string root) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"policy-archive {size}\n{chain}\n{root}\n"));
}
