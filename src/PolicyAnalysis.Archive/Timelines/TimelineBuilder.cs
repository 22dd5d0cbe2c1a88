using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Alignment;

namespace PolicyAnalysis.Archive.Timelines;

/// <summary>A version as the timeline reads it; without a policy it is an absence or was not analysed.</summary>
internal sealed record TimelineSource(long Sequence, DateTimeOffset SeenAt, bool IsAbsence, string? TextHash, DateOnly? StatedDate);

/// <summary>Makes the course of a document: collapses flaps, aligns each version with the one before, follows the provisions.</summary>
internal sealed class TimelineBuilder(Func<long, AnalyzedPolicy> analysisOf, TimelineOptions options, CancellationToken cancellationToken)
{
    private readonly List<Following> _lives = [];
    private readonly Dictionary<string, Queue<Following>> _gone = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(long, long), TimelineVersion> _versions = [];

    public DocumentTimeline Build(string platform, string document, IReadOnlyList<TimelineSource> sources)
    {
        TimelineSource? before = null;
        AnalyzedPolicy? was = null;
        var present = new Dictionary<int, Following>();
        foreach (TimelineSource source in WithoutFlaps(sources))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (source.IsAbsence)
            {
                int removed = present.Count;
                foreach ((_, Following life) in present.OrderBy(static pair => pair.Key))
                    Leave(life, source);
                present.Clear();
                was = null;
                before = null;
                Note(source, TimelineVersionKind.Absent, null, default(Counts) with { Removed = removed });
                continue;
            }

            if (before is not null && before.TextHash == source.TextHash)
            {
                Note(source, TimelineVersionKind.Unchanged, before, default);
                before = before with { Sequence = source.Sequence };
                continue;
            }

            AnalyzedPolicy now = analysisOf(source.Sequence);
            Counts counts = default;
            present = was is null ? Begin(now, source, ref counts) : Follow(was, now, present, source, ref counts);
            Note(source, before is null ? TimelineVersionKind.First : TimelineVersionKind.Changed, before, counts);
            was = now;
            before = source;
        }

        return new DocumentTimeline
        {
            Platform = platform,
            Document = document,
            Versions = [.. _versions.Values],
            Provisions = [.. _lives.Select(static life => life.ToLife())],
            Gaps = Gaps(sources),
        };
    }

    /// <summary>
    /// Takes out excursions: where a text comes back that stood before, and what stood between came within the window, what
    /// stood between is a flap.
    /// </summary>
    private List<TimelineSource> WithoutFlaps(IReadOnlyList<TimelineSource> sources)
    {
        var kept = new List<TimelineSource>();
        foreach (TimelineSource source in sources)
        {
            if (!source.IsAbsence && source.TextHash is null)
            {
                Note(source, TimelineVersionKind.NotAnalyzed, null, default);
                continue;
            }

            bool repeats = kept.Count > 0 && kept[^1].TextHash == source.TextHash;
            int back = repeats ? -1 : kept.Count - 2;
            while (back >= 0 && !source.IsAbsence && source.SeenAt - kept[back + 1].SeenAt <= options.FlapWindow)
            {
                if (kept[back].TextHash == source.TextHash && options.FlapWindow > TimeSpan.Zero)
                {
                    foreach (TimelineSource flap in kept.Skip(back + 1))
                        Note(flap, TimelineVersionKind.Flap, kept[back], default);
                    kept.RemoveRange(back + 1, kept.Count - back - 1);
                    break;
                }

                back--;
            }

            kept.Add(source);
        }

        return kept;
    }

    private Dictionary<int, Following> Begin(AnalyzedPolicy policy, TimelineSource source, ref Counts counts)
    {
        var present = new Dictionary<int, Following>(policy.Provisions.Count);
        foreach (AnalyzedProvision provision in policy.Provisions)
            present[provision.Provision.Ordinal] = Enter(provision, source, ref counts);
        return present;
    }

    private Dictionary<int, Following> Follow(AnalyzedPolicy was, AnalyzedPolicy now, Dictionary<int, Following> before, TimelineSource source, ref Counts counts)
    {
        List<ProvisionMatch> matches = PolicyComparer.Align(was, now, out _, cancellationToken);
        var present = new Dictionary<int, Following>(now.Provisions.Count);
        foreach (ProvisionMatch match in matches.Where(static match => match.IsRemoved))
        {
            foreach (AnalyzedProvision provision in match.Before)
            {
                counts.Removed++;
                Leave(before[provision.Provision.Ordinal], source);
            }
        }

        foreach (ProvisionMatch match in matches.Where(static match => !match.IsRemoved).OrderBy(static match => match.After[0].Provision.Ordinal))
        {
            for (int index = 0; index < match.After.Count; index++)
            {
                AnalyzedProvision provision = match.After[index];
                present[provision.Provision.Ordinal] = index < match.Before.Count
                    ? GoOn(before[match.Before[index].Provision.Ordinal], provision, match.Moved, source, ref counts)
                    : Enter(provision, source, ref counts);
            }

            // What was merged into another ends here.
            for (int index = match.After.Count; index < match.Before.Count; index++)
            {
                counts.Removed++;
                Leave(before[match.Before[index].Provision.Ordinal], source);
            }
        }

        return present;
    }

    private Following Enter(AnalyzedProvision provision, TimelineSource source, ref Counts counts)
    {
        counts.Added++;
        if (_gone.TryGetValue(provision.Provision.Text, out Queue<Following>? gone) && gone.TryDequeue(out Following? known))
        {
            known.Add(ProvisionEventKind.Back, provision, source);
            return known;
        }

        var life = new Following();
        life.Add(ProvisionEventKind.FirstSeen, provision, source);
        _lives.Add(life);
        return life;
    }

    private static Following GoOn(Following life, AnalyzedProvision provision, bool moved, TimelineSource source, ref Counts counts)
    {
        if (life.Text != provision.Provision.Text)
        {
            counts.Edited++;
            life.Add(ProvisionEventKind.Edited, provision, source);
        }
        else if (moved)
        {
            counts.Moved++;
            life.Add(ProvisionEventKind.Moved, provision, source);
        }
        else
        {
            life.See(provision);
        }

        return life;
    }

    private void Leave(Following life, TimelineSource source)
    {
        life.End(source);
        if (!_gone.TryGetValue(life.Text, out Queue<Following>? gone))
            _gone.Add(life.Text, gone = new Queue<Following>());
        gone.Enqueue(life);
    }

    private void Note(TimelineSource source, TimelineVersionKind kind, TimelineSource? before, Counts counts) =>
        _versions[(source.SeenAt.UtcTicks, source.Sequence)] = new TimelineVersion
        {
            Sequence = source.Sequence,
            SeenAt = source.SeenAt,
            Kind = kind,
            StatedDate = source.StatedDate,
            DateRunsBackwards = before?.StatedDate is { } was && source.StatedDate is { } now && now < was,
            ComparedWith = before?.Sequence,
            Added = counts.Added,
            Removed = counts.Removed,
            Edited = counts.Edited,
            Moved = counts.Moved,
        };

    private TimelineGap[] Gaps(IReadOnlyList<TimelineSource> sources) =>
    [
        .. sources.Zip(sources.Skip(1))
            .Where(pair => pair.Second.SeenAt - pair.First.SeenAt > options.GapThreshold)
            .Select(static pair => new TimelineGap(pair.First.SeenAt, pair.Second.SeenAt)),
    ];

    private record struct Counts(int Added, int Removed, int Edited, int Moved);

    /// <summary>A provision that is followed from version to version.</summary>
    private sealed class Following
    {
        private readonly List<ProvisionEvent> _events = [];
        private AnalyzedProvision? _last;
        private bool _present;

        public string Text => _last!.Provision.Text;

        public void Add(ProvisionEventKind kind, AnalyzedProvision provision, TimelineSource source)
        {
            See(provision);
            _events.Add(new ProvisionEvent(kind, source.Sequence, source.SeenAt, provision.Provision.Text));
        }

        public void See(AnalyzedProvision provision)
        {
            _last = provision;
            _present = true;
        }

        public void End(TimelineSource source)
        {
            _present = false;
            _events.Add(new ProvisionEvent(ProvisionEventKind.Gone, source.Sequence, source.SeenAt, Text));
        }

        public ProvisionLife ToLife() => new()
        {
            Events = _events,
            Headings = _last!.Provision.Headings,
            Types = [.. _last.Labels.Select(static label => label.Type)],
            Kind = _last.Provision.Kind,
            IsPresent = _present,
        };
    }
}
