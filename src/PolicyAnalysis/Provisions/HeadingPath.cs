namespace PolicyAnalysis.Provisions;

/// <summary>The headings that are open while a document is read, outermost first.</summary>
internal sealed class HeadingPath(int deepest)
{
    private readonly List<(int Level, string Text)> _open = [];

    /// <summary>Closes the headings of a level and below.</summary>
    public void Leave(int level)
    {
        while (_open.Count > 0 && _open[^1].Level >= level)
            _open.RemoveAt(_open.Count - 1);
    }

    public void Enter(int level, string text)
    {
        Leave(level);
        if (_open.Count < deepest)
            _open.Add((level, text));
    }

    public string[] ToArray() => [.. _open.Select(heading => heading.Text)];
}
