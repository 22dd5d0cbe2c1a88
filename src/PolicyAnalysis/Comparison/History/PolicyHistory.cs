using PolicyAnalysis.Comparison.Alignment;

namespace PolicyAnalysis.Comparison.History;

/// <summary>
/// The versions of one document over time: the life of every provision, with versions that return to an earlier text set aside,
/// and the comparison of any two versions.
/// </summary>
/// <remarks>Immutable and thread-safe. Making it takes one alignment for each new text.</remarks>
public sealed class PolicyHistory
{
    private readonly PolicyComparer _comparer = new();

    private PolicyHistory(IReadOnlyList<AnalyzedPolicy> versions, IReadOnlyList<RepeatedVersion> repeats, IReadOnlyList<ProvisionLife> lives)
    {
        Versions = versions;
        Repeats = repeats;
        Lives = lives;
    }

    /// <summary>The versions, oldest first.</summary>
    public IReadOnlyList<AnalyzedPolicy> Versions { get; }

    /// <summary>The versions whose text stood before; they begin and end no provision's life.</summary>
    public IReadOnlyList<RepeatedVersion> Repeats { get; }

    /// <summary>The lives of all provisions, in order of birth and then of reading.</summary>
    public IReadOnlyList<ProvisionLife> Lives { get; }

    /// <summary>Follows the provisions through versions of one document.</summary>
    /// <param name="versions">The versions, oldest first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PolicyHistory Of(IReadOnlyList<AnalyzedPolicy> versions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var firstWith = new Dictionary<string, int>(StringComparer.Ordinal);
        var repeats = new List<RepeatedVersion>();
        var kept = new List<int>();
        for (int i = 0; i < versions.Count; i++)
        {
            if (firstWith.TryAdd(versions[i].Document.Text, i))
                kept.Add(i);
            else
                repeats.Add(new RepeatedVersion(i, firstWith[versions[i].Document.Text]));
        }

        var lives = new List<List<ProvisionLifeEvent>>();
        var current = new Dictionary<int, List<ProvisionLifeEvent>>();
        for (int k = 0; k < kept.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            current = k == 0 ? Births(versions[kept[0]], kept[0], lives) : Step(versions[kept[k - 1]], versions[kept[k]], kept[k], current, lives, cancellationToken);
        }

        return new PolicyHistory(versions, repeats, [.. lives.Select(static events => new ProvisionLife { Events = events })]);
    }

    /// <summary>Compares any two versions directly, whatever stood between them.</summary>
    /// <param name="before">The zero-based version before.</param>
    /// <param name="after">The zero-based version after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyComparison Compare(int before, int after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(before, Versions.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(after, Versions.Count);
        return _comparer.Compare(Versions[before], Versions[after], cancellationToken);
    }

    private static Dictionary<int, List<ProvisionLifeEvent>> Births(AnalyzedPolicy policy, int version, List<List<ProvisionLifeEvent>> lives)
    {
        var current = new Dictionary<int, List<ProvisionLifeEvent>>();
        foreach (AnalyzedProvision provision in policy.Provisions)
            current[provision.Provision.Ordinal] = Born(provision.Provision, version, lives);
        return current;
    }

    private static List<ProvisionLifeEvent> Born(Provision provision, int version, List<List<ProvisionLifeEvent>> lives)
    {
        List<ProvisionLifeEvent> life = [new ProvisionLifeEvent(ProvisionLifeEventKind.Born, version, provision)];
        lives.Add(life);
        return life;
    }

    private static Dictionary<int, List<ProvisionLifeEvent>> Step(AnalyzedPolicy before, AnalyzedPolicy after, int version, Dictionary<int, List<ProvisionLifeEvent>> current, List<List<ProvisionLifeEvent>> lives, CancellationToken cancellationToken)
    {
        var next = new Dictionary<int, List<ProvisionLifeEvent>>();
        foreach (ProvisionMatch match in ProvisionAligner.Align(before, after, out _, cancellationToken))
        {
            // Of a split or merged provision the first part carries the life on.
            for (int i = 0; i < Math.Max(match.Before.Count, match.After.Count); i++)
            {
                Provision? was = i < match.Before.Count ? match.Before[i].Provision : null;
                Provision? now = i < match.After.Count ? match.After[i].Provision : null;
                if (was is null)
                {
                    next[now!.Ordinal] = Born(now, version, lives);
                    continue;
                }

                List<ProvisionLifeEvent> life = current[was.Ordinal];
                if (now is null)
                {
                    life.Add(new ProvisionLifeEvent(ProvisionLifeEventKind.Gone, version, was));
                    continue;
                }

                if (!string.Equals(was.Text, now.Text, StringComparison.Ordinal))
                    life.Add(new ProvisionLifeEvent(ProvisionLifeEventKind.Edited, version, now));
                else if (match.Moved)
                    life.Add(new ProvisionLifeEvent(ProvisionLifeEventKind.Moved, version, now));
                next[now.Ordinal] = life;
            }
        }

        return next;
    }
}
