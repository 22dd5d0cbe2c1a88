using System.Runtime.InteropServices;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>A block's text while it is gathered, with the place in the source of each of its characters; runs of white space become one space.</summary>
internal sealed class PlacedText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];

    public int Length => _text.Length;

    public char this[int index] => _text[index];

    /// <summary>The first characters, at most as many as are asked for.</summary>
    public string Start(int length) => _text.ToString(0, Math.Min(length, _text.Length));

    /// <summary>Appends text that stands in the source as it is read, from an offset on.</summary>
    public void Append(ReadOnlySpan<char> text, int source)
    {
        for (int index = 0; index < text.Length; index++)
            Append(text[index], source + index);
    }

    /// <summary>Appends text that one place of the source stands for, such as a character reference.</summary>
    public void AppendAt(ReadOnlySpan<char> text, int source)
    {
        foreach (char character in text)
            Append(character, source);
    }

    /// <summary>Appends text whose characters each have a place of their own.</summary>
    public void Append(ReadOnlySpan<char> text, ReadOnlySpan<int> sources)
    {
        for (int index = 0; index < text.Length; index++)
            Append(text[index], sources[index]);
    }

    public void Append(PlacedText other) => Append(other.ToString(), CollectionsMarshal.AsSpan(other._offsets));

    public void Append(char character, int source)
    {
        if (WhiteSpace.IsInvisible(character))
            return;
        if (char.IsWhiteSpace(character))
        {
            if (_text.Length == 0 || _text[^1] is ' ' or '\t')
                return;
            character = ' ';
        }

        _text.Append(character);
        _offsets.Add(source);
    }

    /// <summary>Appends a line behind the one before it, as the two are joined.</summary>
    public void AppendLine(ReadOnlySpan<char> line, int source, LineJoint joint)
    {
        if (joint == LineJoint.Mended)
            RemoveLast();
        else if (joint == LineJoint.Space)
            Append(' ', source);
        Append(line, source);
    }

    /// <summary>Appends the tab that parts two cells of a row, which no white space folds away.</summary>
    public void AppendCellEnd(int source)
    {
        TrimEnd();
        _text.Append('\t');
        _offsets.Add(source);
    }

    private void RemoveLast()
    {
        _text.Length--;
        _offsets.RemoveAt(_offsets.Count - 1);
    }

    /// <summary>Takes trailing spaces away; tabs stay.</summary>
    public void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
            RemoveLast();
    }

    public override string ToString() => _text.ToString();

    public int[] Offsets() => [.. _offsets];

    /// <summary>Where in the source one character stands.</summary>
    public int Offset(Index index) => _offsets[index];
}
