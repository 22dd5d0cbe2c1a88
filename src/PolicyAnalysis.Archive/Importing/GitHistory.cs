using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>
/// A git repository of recorded versions as Open Terms Archive publishes them: <c>PLATFORM/DOCUMENT.md</c>, a commit a
/// version, the commit's date as the recorded date, a deletion as an absence.
/// </summary>
internal sealed class GitHistory(string repository) : IRecordedHistory
{
    /// <summary>A field separator that stands in no commit's line.</summary>
    private const char CommitMark = '\u0001';

    public static bool IsRepository(string path) =>
        Directory.Exists(Path.Combine(path, ".git")) || File.Exists(Path.Combine(path, ".git")) || (File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects")));

    public IReadOnlyList<RecordedDocument> List(CancellationToken cancellationToken)
    {
        var documents = new Dictionary<(string, string), List<RecordedVersion>>();
        using Process git = Start(repository, "log", "--reverse", "--topo-order", "--no-renames", "--first-parent", "-m", "-z", "--raw", "--no-abbrev", "--root", "--format=%x01%H %ct");
        Task<string> complaints = git.StandardError.ReadToEndAsync(cancellationToken);
        string commit = string.Empty;
        DateTimeOffset seen = default;
        string[]? change = null;
        foreach (string field in Fields(git.StandardOutput))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (change is not null)
            {
                Note(documents, field, change, commit, seen);
                change = null;
                continue;
            }

            string part = field.TrimStart('\n');
            if (part.StartsWith(CommitMark))
            {
                string[] words = part[1..].Split(' ');
                commit = words[0];
                seen = DateTimeOffset.FromUnixTimeSeconds(long.Parse(words[1], CultureInfo.InvariantCulture));
            }
            else if (part.StartsWith(':'))
            {
                change = part.Split(' ');
            }
        }

        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, $"{repository}: git could not list the history ({complaints.GetAwaiter().GetResult().Trim()}); check that it is a whole clone.");
        return
        [
            .. documents
                .OrderBy(static pair => pair.Key.Item1, StringComparer.Ordinal)
                .ThenBy(static pair => pair.Key.Item2, StringComparer.Ordinal)
                .Select(static pair => new RecordedDocument(pair.Key.Item1, pair.Key.Item2, pair.Value)),
        ];
    }

    public IRecordedVersionReader OpenReader() => new GitObjectReader(repository);

    public void Dispose()
    {
    }

    internal static Process Start(string repository, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-C");
        start.ArgumentList.Add(repository);
        // A history is data from elsewhere: nothing in its configuration may run.
        foreach (string option in (ReadOnlySpan<string>)["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "protocol.allow=never"])
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(option);
        }

        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, "git could not be started; install it, or import a folder of dated files.", problem);
        }
    }

    private static void Note(Dictionary<(string, string), List<RecordedVersion>> documents, string path, string[] change, string commit, DateTimeOffset seen)
    {
        // ":100644 100644 OLD NEW M": only files, and only those that lie in a platform's folder.
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        string extension = Path.GetExtension(path);
        PolicyMediaType type = Storage.MediaTypes.OfExtension(extension);
        bool isFile = change[4] == "D" ? change[0].StartsWith(":100", StringComparison.Ordinal) : change[1].StartsWith("100", StringComparison.Ordinal);
        if (slash <= 0 || type == PolicyMediaType.Unknown || !isFile)
            return;
        (string, string) key = (path[..slash], path[(slash + 1)..^extension.Length]);
        if (!documents.TryGetValue(key, out List<RecordedVersion>? versions))
            documents.Add(key, versions = []);
        versions.Add(new RecordedVersion(seen, change[4] == "D" ? null : change[3], "git:" + commit, type));
    }

    private static IEnumerable<string> Fields(TextReader reader)
    {
        var field = new System.Text.StringBuilder();
        char[] buffer = new char[64 * 1024];
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            int start = 0;
            for (int index = 0; index < read; index++)
            {
                if (buffer[index] != '\0')
                    continue;
                field.Append(buffer, start, index - start);
                yield return field.ToString();
                field.Clear();
                start = index + 1;
            }

            field.Append(buffer, start, read - start);
        }

        if (field.Length > 0)
            yield return field.ToString();
    }
}
