using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Importing;

/// <summary>Reads objects through one <c>git cat-file --batch</c> that stays open.</summary>
internal sealed class GitObjectReader : IRecordedVersionReader
{
    private const int LongestAnswerLine = 200;

    private readonly Process _git;
    private readonly Stream _questions;
    private readonly BufferedStream _answers;

    public GitObjectReader(string repository)
    {
        _git = GitHistory.Start(repository, "cat-file", "--batch");
        // What git complains of is not kept: a missing object is told by the answer itself.
        _git.ErrorDataReceived += static (_, _) => { };
        _git.BeginErrorReadLine();
        _questions = _git.StandardInput.BaseStream;
        _answers = new BufferedStream(_git.StandardOutput.BaseStream, 256 * 1024);
    }

    public byte[] Read(RecordedVersion version)
    {
        _questions.Write(Encoding.ASCII.GetBytes(version.Locator + "\n"));
        _questions.Flush();
        string[] answer = Line().Split(' ');
        if (answer.Length != 3 || answer[1] != "blob" || !int.TryParse(answer[2], NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            throw new PolicyArchiveException(ArchiveProblem.ImportFailed, $"{version.Origin}: git has no content {version.Locator} ({string.Join(' ', answer)}); clone the repository whole, not shallow or partial.");
        byte[] content = new byte[length];
        _answers.ReadExactly(content);
        _answers.ReadByte();
        return content;
    }

    public void Dispose()
    {
        _questions.Dispose();
        _git.WaitForExit(milliseconds: 2000);
        _answers.Dispose();
        _git.Dispose();
    }

    private string Line()
    {
        var line = new StringBuilder();
        int unit;
        while ((unit = _answers.ReadByte()) is not ('\n' or -1) && line.Length < LongestAnswerLine)
            line.Append((char)unit);
        return line.ToString();
    }
}
