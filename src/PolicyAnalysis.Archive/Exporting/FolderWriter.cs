using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>Writes every version as a file of its own, and a list of them that holds what names of files cannot.</summary>
internal sealed class FolderWriter(SqliteConnection connection, string folder)
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    public void Write(CancellationToken cancellationToken)
    {
        var lines = new SortedDictionary<long, string>();
        Directory.CreateDirectory(folder);
        foreach (ExportedVersion version in ExportedVersion.All(connection))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArchiveEntry entry = version.Entry;
            string path = PathOf(entry);
            string file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, version.Content);
            lines.Add(version.Sequence, $"{path}\t{entry.Write()}\n");
        }

        string manifest = Path.Combine(folder, FolderLayout.Manifest);
        File.WriteAllText(manifest + ".part", string.Concat(lines.Values), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(manifest + ".part", manifest, overwrite: true);
    }

    private string PathOf(ArchiveEntry entry)
    {
        string name = $"{FolderNames.Of(entry.Platform!)}/{FolderNames.Of(entry.Document!)}/{FolderLayout.NameOf(entry.SeenAt)}";
        string ending = entry.Source is null ? FolderLayout.Absence : MediaTypes.ExtensionOf(MediaTypes.Of(entry.MediaType));
        // Not every file system tells capitals apart, and several copies may be of one second.
        for (int copy = 1; ; copy++)
        {
            string path = name + (copy == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{copy}")) + ending;
            if (_used.Add(path))
                return path;
        }
    }
}
