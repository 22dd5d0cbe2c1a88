using System.Text.Json;

namespace PolicyAnalysis.Reporting.Json;

/// <summary>A comparison as one JSON object; its schema is <c>docs/schemas/comparison.schema.json</c>.</summary>
internal static class ComparisonJson
{
    public static string Write(PolicyComparison comparison) => JsonReport.Write(json =>
    {
        json.WriteStartObject("dates");
        JsonReport.Date(json, "before", comparison.Dates.Before);
        JsonReport.Date(json, "after", comparison.Dates.After);
        json.WriteEndObject();

        json.WriteStartArray("warnings");
        foreach (ComparisonWarning warning in comparison.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        IReadOnlyList<string> keys = ChangeKeys.Of(comparison.Changes);
        json.WriteStartArray("changes");
        for (int index = 0; index < comparison.Changes.Count; index++)
            Change(json, comparison.Changes[index], keys[index]);
        json.WriteEndArray();

        json.WriteBoolean("approximate", comparison.IsApproximate);
        JsonReport.Disclaimer(json, PolicyDisclaimer.Text);
        JsonReport.Versions(json, comparison.After.Versions);
        json.WriteStartObject("sources");
        JsonReport.Source(json, "before", comparison.Before.Document);
        JsonReport.Source(json, "after", comparison.After.Document);
        json.WriteEndObject();
    });

    private static void Change(Utf8JsonWriter json, ChangeRecord change, string key)
    {
        json.WriteStartObject();
        json.WriteString("id", key);
        json.WriteString("operation", WireNames.Of(change.Operation));
        Side(json, "before", change.Before);
        Side(json, "after", change.After);
        json.WriteStartArray("edits");
        foreach (TextEdit edit in change.Edits)
        {
            json.WriteStartObject();
            json.WriteString("op", WireNames.Of(edit.Operation));
            Range(json, "before", edit.Before);
            Range(json, "after", edit.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.Strings(json, "types", change.Types);
        JsonReport.Strings(json, "effects", change.Effects.Select(effect => effect.Id));
        json.WriteString("materiality", WireNames.Of(change.Materiality));
        json.WriteString("direction", WireNames.Of(change.Direction));
        json.WriteString("summary", change.Summary);
        json.WriteNumber("repeats", change.Repeats);
        JsonReport.Score(json, "confidence", change.Confidence);
        Occurrences(json, change.Occurrences);
        Certificate(json, change.Certificate);
        Quantities(json, change.Quantities);
        Reasons(json, change);
        JsonReport.Strings(json, "review", change.Review);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, ChangeSide? side)
    {
        if (side is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("text", side.Text);
        json.WriteNumber("start", side.Range.Start);
        json.WriteNumber("end", side.Range.End);
        JsonReport.Strings(json, "headings", side.Headings);
        JsonReport.Strings(json, "provisions", side.Provisions.Select(provision => provision.Provision.Id));
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, TextRange range)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(range.Start);
        json.WriteNumberValue(range.End);
        json.WriteEndArray();
    }

    private static void Occurrences(Utf8JsonWriter json, IReadOnlyList<ChangeOccurrence> occurrences)
    {
        json.WriteStartArray("occurrences");
        foreach (ChangeOccurrence occurrence in occurrences)
        {
            json.WriteStartObject();
            RangeOrNull(json, "before", occurrence.Before);
            RangeOrNull(json, "after", occurrence.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Certificate(Utf8JsonWriter json, NoEffectCertificate? certificate)
    {
        if (certificate is null)
        {
            json.WriteNull("certificate");
            return;
        }

        json.WriteStartObject("certificate");
        json.WriteString("level", WireNames.Of(certificate.Level));
        json.WriteString("nameBefore", certificate.NameBefore);
        json.WriteString("nameAfter", certificate.NameAfter);
        json.WriteEndObject();
    }

    private static void Quantities(Utf8JsonWriter json, IReadOnlyList<QuantityChange> quantities)
    {
        json.WriteStartArray("quantities");
        foreach (QuantityChange quantity in quantities)
        {
            json.WriteStartObject();
            json.WriteString("subject", quantity.Subject);
            json.WriteString("trend", WireNames.Of(quantity.Trend));
            json.WriteString("direction", WireNames.Of(quantity.Direction));
            QuantityOrNull(json, "before", quantity.Before);
            QuantityOrNull(json, "after", quantity.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void QuantityOrNull(Utf8JsonWriter json, string name, Quantity? quantity)
    {
        if (quantity is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("value", quantity.Value);
        Range(json, "range", quantity.Range);
        json.WriteEndObject();
    }

    private static void RangeOrNull(Utf8JsonWriter json, string name, TextRange? range)
    {
        if (range is { } known)
            Range(json, name, known);
        else
            json.WriteNull(name);
    }

    private static void Reasons(Utf8JsonWriter json, ChangeRecord change)
    {
        json.WriteStartObject("reasons");
        json.WriteStartArray("effects");
        foreach (ChangeEffect effect in change.Effects)
        {
            json.WriteStartObject();
            json.WriteString("id", effect.Id);
            JsonReport.Score(json, "score", effect.Score);
            json.WriteString("reason", effect.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.Strings(json, "materiality", change.MaterialityReasons);
        JsonReport.Strings(json, "direction", change.DirectionReasons);
        json.WriteEndObject();
    }
}
