using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyAnalysis.Archive.Evidence;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>Timelines and comparisons as JSON objects.</summary>
internal static class ArchiveJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DocumentTimeline timeline) => Object("timeline/1", json => Course(json, timeline));

    public static string Write(FamilyTimeline family) => Object("family-timeline/1", json =>
    {
        json.WriteString("platform", family.Family.Platform);
        json.WriteString("family", family.Family.Name);
        Array(json, "variants", family.Family.Variants, Write);
        Array(json, "types", family.Types, static (json, row) =>
        {
            json.WriteString("type", row.Type);
            json.WriteStartArray("counts");
            foreach (int count in row.Counts)
                json.WriteNumberValue(count);
            json.WriteEndArray();
        });
        Array(json, "onlyInOne", family.OnlyInOne, static (json, provision) =>
        {
            json.WriteString("document", provision.Document);
            Texts(json, "types", provision.Types);
            json.WriteString("text", provision.Text);
        });
        Array(json, "timelines", family.Timelines, Course);
    });

    /// <summary>The fields of a variant.</summary>
    public static void Write(Utf8JsonWriter json, FamilyVariant variant)
    {
        json.WriteString("document", variant.Document);
        json.WriteString("language", variant.Language);
        Texts(json, "regions", variant.Regions);
        Array(json, "reasons", variant.Reasons, static (json, reason) =>
        {
            json.WriteString("evidence", ArchiveText.Wire(reason.Evidence));
            json.WriteString("quote", reason.Quote);
            json.WriteString("code", reason.Code);
        });
    }

    private static void Course(Utf8JsonWriter json, DocumentTimeline timeline)
    {
        json.WriteString("platform", timeline.Platform);
        json.WriteString("document", timeline.Document);
        Array(json, "versions", timeline.Versions, static (json, version) =>
        {
            json.WriteNumber("sequence", version.Sequence);
            json.WriteString("seen", ArchiveEntry.Time(version.SeenAt));
            json.WriteString("kind", ArchiveText.Wire(version.Kind));
            json.WriteString("stated", version.StatedDate is { } date ? ArchiveText.Day(date) : null);
            json.WriteBoolean("dateRunsBackwards", version.DateRunsBackwards);
            if (version.ComparedWith is { } with)
                json.WriteNumber("comparedWith", with);
            else
                json.WriteNull("comparedWith");
            json.WriteNumber("added", version.Added);
            json.WriteNumber("removed", version.Removed);
            json.WriteNumber("edited", version.Edited);
            json.WriteNumber("moved", version.Moved);
        });
        Array(json, "gaps", timeline.Gaps, static (json, gap) =>
        {
            json.WriteString("from", ArchiveEntry.Time(gap.From));
            json.WriteString("until", ArchiveEntry.Time(gap.Until));
        });
        Array(json, "provisions", timeline.Provisions, static (json, life) =>
        {
            json.WriteString("kind", ArchiveText.Wire(life.Kind));
            json.WriteBoolean("stands", life.IsPresent);
            Texts(json, "types", life.Types);
            Texts(json, "headings", life.Headings);
            Array(json, "events", life.Events, static (json, happened) =>
            {
                json.WriteString("event", ArchiveText.Wire(happened.Kind));
                json.WriteString("seen", ArchiveEntry.Time(happened.SeenAt));
                json.WriteNumber("sequence", happened.Sequence);
                json.WriteString("text", happened.Text);
            });
        });
    }

    public static string Write(PlatformComparison comparison) => Object("platform-comparison/1", json =>
    {
        json.WriteString("type", comparison.Type);
        json.WriteNumber("platformCount", comparison.PlatformCount);
        json.WriteNumber("documentCount", comparison.DocumentCount);
        json.WriteNumber("platformsWithType", comparison.Platforms.Count);
        json.WriteNumber("share", Math.Round(comparison.Share, 6));
        Array(json, "quantities", comparison.Quantities, static (json, distribution) =>
        {
            json.WriteString("kind", ArchiveText.Wire(distribution.Kind));
            json.WriteString("unit", distribution.Unit);
            json.WriteNumber("lowerQuartile", distribution.LowerQuartile);
            json.WriteNumber("median", distribution.Median);
            json.WriteNumber("upperQuartile", distribution.UpperQuartile);
            Array(json, "figures", distribution.Figures, (json, figure) =>
            {
                json.WriteString("platform", figure.Platform);
                json.WriteNumber("amount", figure.Amount);
                json.WriteString("value", figure.Value);
                json.WriteNumber("rank", distribution.RankOf(figure.Platform)!.Value);
            });
        });
        Array(json, "platforms", comparison.Platforms, static (json, entry) =>
        {
            json.WriteString("platform", entry.Platform);
            json.WriteNumber("provisions", entry.ProvisionCount);
            Texts(json, "documents", entry.Documents);
            Array(json, "quotes", entry.Provisions, Write);
        });
    });

    /// <summary>The fields of a quoted provision.</summary>
    public static void Write(Utf8JsonWriter json, ArchivedProvision provision)
    {
        json.WriteString("platform", provision.Platform);
        json.WriteString("document", provision.Document);
        json.WriteNumber("sequence", provision.Sequence);
        json.WriteString("since", ArchiveEntry.Time(provision.Since));
        json.WriteString("until", provision.Until is { } until ? ArchiveEntry.Time(until) : null);
        Texts(json, "types", provision.Types);
        json.WriteString("text", provision.Text);
    }

    private static string Object(string format, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            body(json);
            json.WriteString("disclaimer", PolicyDisclaimer.Text);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
