using System.Text;

namespace PolicyAnalysis.Cli;

/// <summary>Writes a file so that a reader sees the old one or the whole new one.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null)
            Directory.CreateDirectory(folder);
        string draft = path + ".part";
        await File.WriteAllTextAsync(draft, content, Utf8, cancellationToken);
        File.Move(draft, path, overwrite: true);
    }
}
