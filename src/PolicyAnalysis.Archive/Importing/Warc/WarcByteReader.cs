using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>Reads the heads of records line by line and steps over their blocks.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class WarcByteReader(SafeFileHandle handle)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private long _start;
    private int _filled;

    public long Position { get; set; }

    public bool IsAtEnd => Peek() < 0;

    public bool IsAtLineEnd => Peek() is '\r' or '\n';

    public void SkipLineEnds()
    {
        while (IsAtLineEnd)
            Position++;
    }

    /// <summary>The next line without its end; nothing where the budget or the file ends before it.</summary>
    public string? Line(ref int budget)
    {
        var line = new List<byte>(128);
        while (budget-- > 0)
        {
            int next = Peek();
            if (next < 0)
                return null;
            Position++;
            if (next == '\n')
            {
                if (line.Count > 0 && line[^1] == '\r')
                    line.RemoveAt(line.Count - 1);
                return Encoding.UTF8.GetString([.. line]);
            }

            line.Add((byte)next);
        }

        return null;
    }

    private int Peek()
    {
        if (Position < _start || Position >= _start + _filled)
        {
            _start = Position;
            _filled = RandomAccess.Read(handle, _buffer, _start);
            if (_filled == 0)
                return -1;
        }

        return _buffer[Position - _start];
    }
}
