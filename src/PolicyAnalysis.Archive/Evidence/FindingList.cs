namespace PolicyAnalysis.Archive.Evidence;

/// <summary>Collects findings from several threads up to a limit.</summary>
internal sealed class FindingList(int most)
{
    private readonly Lock _lock = new();
    private readonly List<ArchiveFinding> _findings = [];

    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _findings.Count >= most;
        }
    }

    public void Add(string where, string what)
    {
        lock (_lock)
        {
            if (_findings.Count < most)
                _findings.Add(new ArchiveFinding(where, what));
        }
    }

    public ArchiveFinding[] ToArray()
    {
        lock (_lock)
            return [.. _findings];
    }
}
