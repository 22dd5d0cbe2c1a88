using System.Text;

namespace PolicyAnalysis.Testing;

/// <summary>Compares a text with a file kept in the checkout, byte for byte.</summary>
internal static class GoldenFile
{
    /// <summary>Asserts that the text is the file's; otherwise writes it beside the file as <c>*.received.*</c> for a person to compare.</summary>
    /// <param name="actual">The text made now.</param>
    /// <param name="path">The golden file; with the environment variable <c>UPDATE_GOLDEN=1</c> it is written anew.</param>
    public static void AssertSame(string actual, string path)
    {
        byte[] made = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, made);
            return;
        }

        if (File.Exists(path) && made.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
            return;
        string received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(received, made);
        Assert.Fail($"{Path.GetRelativePath(Repository.Root, path)} differs from what was made now; compare it with {Path.GetFileName(received)}, and accept a deliberate change with UPDATE_GOLDEN=1");
    }
}
