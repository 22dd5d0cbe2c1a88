using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Records;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Wordings;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Prepares the versions of one document one after the other: all the work that needs no lock.</summary>
/// <remarks>Not thread-safe; documents are prepared beside one another, each by a preparer of its own.</remarks>
internal sealed class VersionPreparer(VersionAnalyzer? analyzer, int longestChain)
{
    /// <summary>Documents come back to one of their last few texts far more often than to an older one.</summary>
    private const int MostKept = 8;

    private readonly List<(byte[] Source, string? MediaType, Uri? Address, PreparedAnalysis Analysis)> _latest = [];
    private readonly ContentLine _sources = new(longestChain);
    private readonly ContentLine _texts = new(longestChain);
    private readonly ContentLine _records = new(longestChain);

    /// <summary>Goes on after the latest version that is archived.</summary>
    public void Resume(SqliteConnection connection, long document)
    {
        var reader = new BlobReader(connection);
        (long? Source, long? Text, long? Record)[] last =
        [
            .. connection.ReadRows(
                "SELECT source, text, record FROM version WHERE document=$1 AND source IS NOT NULL ORDER BY seen DESC, sequence DESC LIMIT 1",
                static row => (row.IntegerOrNull(0), row.IntegerOrNull(1), row.IntegerOrNull(2)),
                document),
        ];
        foreach ((long? source, long? text, long? record) in last)
        {
            if (source is { } sourceId)
                _sources.Resume(connection, reader, sourceId);
            if (text is { } textId)
                _texts.Resume(connection, reader, textId);
            if (record is { } recordId)
                _records.Resume(connection, reader, recordId);
        }
    }

    /// <summary>Prepares a version; one that cannot be read as a policy is kept without an analysis.</summary>
    public PreparedVersion Prepare(CapturedVersion captured, CancellationToken cancellationToken)
    {
        Check(captured.Platform, nameof(captured.Platform));
        Check(captured.Document, nameof(captured.Document));
        ContentDraft source = _sources.Next(captured.Content.ToArray());
        var entry = new ArchiveEntry
        {
            Kind = EntryKind.Version,
            Platform = captured.Platform,
            Document = captured.Document,
            SeenAt = DateTimeOffset.FromUnixTimeSeconds(captured.SeenAt.ToUnixTimeSeconds()),
            MediaType = MediaTypes.NameOf(captured.MediaType, captured.Charset),
            Address = captured.Address?.OriginalString,
            Origin = captured.Origin,
            Source = source.Sha256,
            Length = source.Content.Length,
        };
        return new PreparedVersion(entry, source, analyzer is null ? null : AnalyzeOnce(captured, source, analyzer, cancellationToken));
    }

    /// <summary>The analysis of a source; one that was analysed a few versions ago is not read again.</summary>
    private PreparedAnalysis? AnalyzeOnce(CapturedVersion captured, ContentDraft source, VersionAnalyzer with, CancellationToken cancellationToken)
    {
        string? mediaType = MediaTypes.NameOf(captured.MediaType, captured.Charset);
        int at = _latest.FindIndex(known => known.Source.AsSpan().SequenceEqual(source.Sha256) && known.MediaType == mediaType && known.Address == captured.Address);
        if (at >= 0)
        {
            PreparedAnalysis known = _latest[at].Analysis;
            return known with { Text = _texts.Next(known.Text.Content, source), Record = _records.Next(known.Record.Content) };
        }

        PreparedAnalysis? analysis = Analyze(captured, source, with, cancellationToken);
        if (analysis is null)
            return null;
        if (_latest.Count == MostKept)
            _latest.RemoveAt(0);
        _latest.Add((source.Sha256, mediaType, captured.Address, analysis));
        return analysis;
    }

    public static PreparedVersion PrepareAbsence(string platform, string document, DateTimeOffset seenAt, string? origin)
    {
        Check(platform, nameof(platform));
        Check(document, nameof(document));
        var entry = new ArchiveEntry { Kind = EntryKind.Absence, Platform = platform, Document = document, SeenAt = DateTimeOffset.FromUnixTimeSeconds(seenAt.ToUnixTimeSeconds()), Origin = origin };
        return new PreparedVersion(entry, null, null);
    }

    /// <summary>Analyses a version that is archived already; nothing where it cannot be read as a policy.</summary>
    public PreparedAnalysis? PrepareAnalysis(CapturedVersion captured, CancellationToken cancellationToken) =>
        analyzer is null ? null : AnalyzeOnce(captured, new ContentDraft(Sha256Hash.Of(captured.Content.Span), captured.Content.ToArray(), null, null), analyzer, cancellationToken);

    private PreparedAnalysis? Analyze(CapturedVersion captured, ContentDraft source, VersionAnalyzer with, CancellationToken cancellationToken)
    {
        AnalyzedPolicy policy;
        try
        {
            policy = with.Analyze(captured, cancellationToken);
        }
        catch (PolicyReadException)
        {
            return null;
        }

        string text = policy.Document.Text;
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (!string.Equals(Encoding.UTF8.GetString(content), text, StringComparison.Ordinal))
            return null;
        // The first text is its source without the marks, those after it are hardly more than the text before.
        ContentDraft textDraft = _texts.Next(content, source);
        ContentDraft recordDraft = _records.Next(AnalysisRecord.Write(policy));
        var entry = new ArchiveEntry
        {
            Kind = EntryKind.Analysis,
            Versions = policy.Versions,
            Effective = policy.Document.EffectiveDate,
            Updated = policy.Document.UpdatedDate,
            Text = textDraft.Sha256,
            Record = recordDraft.Sha256,
        };
        return new PreparedAnalysis(entry, textDraft, recordDraft, text, UsesOf(policy.Provisions));
    }

    public static List<WordingUse> UsesOf(IReadOnlyList<AnalyzedProvision> provisions)
    {
        var uses = new List<WordingUse>(provisions.Count);
        foreach (AnalyzedProvision analyzed in provisions)
        {
            Provision provision = analyzed.Provision;
            if (provision.Kind != ProvisionKind.Heading)
                uses.Add(new WordingUse(WordingHash.Of(provision.Text), provision.Range, string.Join(' ', analyzed.Labels.Select(static label => label.Type))));
        }

        return uses;
    }

    private static void Check(string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200 || name.Any(static letter => char.IsControl(letter)) || !IsWellFormed(name))
            throw new PolicyArchiveException(ArchiveProblem.Refused, $"{what} must be 1 to 200 characters without control characters; give the platform's or document's plain name.");
    }

    private static bool IsWellFormed(string name) => name.EnumerateRunes().All(static rune => rune != Rune.ReplacementChar);
}
