using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Lays a team's pack over the data files of a catalogue: add, patch with a reason, disable, note.</summary>
internal static class CatalogOverlay
{
    private const int MostChanges = 10_000;

    private static readonly Dictionary<string, (string File, string List)> Lists = new(StringComparer.Ordinal)
    {
        ["instrument"] = (CatalogFiles.Instruments, "instruments"),
        ["requirement"] = (CatalogFiles.Requirements, "requirements"),
        ["element"] = (CatalogFiles.Elements, "elements"),
        ["set"] = (CatalogFiles.Sets, "sets"),
        ["playbook"] = (CatalogFiles.Playbook, "entries"),
        ["statement"] = (CatalogFiles.Statements, "statements"),
    };

    /// <exception cref="RegulatoryCatalogException">The pack is malformed, or a change names what is not there.</exception>
    public static (CatalogFiles Files, IReadOnlyList<CatalogChange> Changes) Apply(CatalogFiles files, JsonFields pack)
    {
        string packId = pack.Text("pack");
        string version = pack.Text("version");
        if (!packId.Contains('.', StringComparison.Ordinal))
            throw pack.Wrong($"the pack's name '{packId}' has no point; name it like com.example.legal, so that two packs do not clash");
        pack.OptionalText("$schema");
        pack.OptionalText("schema");
        pack.OptionalText("licence");
        var nodes = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var changes = new List<CatalogChange>();
        pack.List("changes", change =>
        {
            if (changes.Count == MostChanges)
                throw pack.Wrong($"more than {MostChanges} changes");
            changes.Add(One(change, packId, name => NodeOf(files, nodes, name)));
            change.End();
            return change;
        });

        pack.End();
        JsonObject head = NodeOf(files, nodes, CatalogFiles.Pack);
        head["version"] = $"{head["version"]!.GetValue<string>()}+{packId}-{version}";
        foreach ((string name, JsonObject node) in nodes)
            files = files.With(name, System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
        return (files, changes);
    }

    private static CatalogChange One(JsonFields change, string packId, Func<string, JsonObject> file)
    {
        string operation = change.Text("op");
        switch (operation)
        {
            case "add":
                return Add(change, packId, file);
            case "patch":
                {
                    string target = change.Text("target");
                    string reason = change.Text("reason");
                    Patch(change, Target(change, target, file));
                    return new CatalogChange(packId, operation, target, reason);
                }

            case "disable":
                {
                    string target = change.Text("target");
                    string reason = change.Text("reason");
                    JsonObject record = Target(change, target, file);
                    ((JsonArray)record.Parent!).Remove(record);
                    Forget(target, file);
                    return new CatalogChange(packId, operation, target, reason);
                }

            case "note":
                {
                    string target = change.Text("target");
                    string text = change.Text("text");
                    JsonObject record = Target(change, target, file);
                    if (record["notes"] is not JsonArray notes)
                        record["notes"] = notes = [];
                    notes.Add((JsonNode)text);
                    return new CatalogChange(packId, operation, target, text);
                }

            default:
                throw change.Wrong($"'{operation}' is not an operation; write add, patch, disable or note");
        }
    }

    private static CatalogChange Add(JsonFields change, string packId, Func<string, JsonObject> file)
    {
        foreach ((string kind, (string name, string list)) in Lists)
        {
            if (change.Find(kind) is not { } record)
                continue;
            if (record.ValueKind != JsonValueKind.Object || JsonNode.Parse(record.GetRawText()) is not JsonObject added)
                throw change.Wrong($"'{kind}' is not an object");
            string id = added["id"] is JsonValue value && value.TryGetValue(out string? text) ? text : throw change.Wrong($"'{kind}' has no id");
            if (kind is not ("playbook" or "set") && !id.StartsWith(packId + ".", StringComparison.Ordinal))
                throw change.Wrong($"the id '{id}' does not begin with the pack's name '{packId}.'");
            ((JsonArray)file(name)[list]!).Add((JsonNode)added);
            return new CatalogChange(packId, "add", id, change.OptionalText("reason"));
        }

        throw change.Wrong($"an addition holds one of {string.Join(", ", Lists.Keys)}");
    }

    private static void Patch(JsonFields change, JsonObject record)
    {
        JsonFields set = change.OptionalObject("set") ?? throw change.Wrong("'set' is missing");
        foreach ((string name, JsonElement value) in set.All())
        {
            if (name == "id")
                throw set.Wrong("an id never changes");
            record[name] = JsonNode.Parse(value.GetRawText());
        }

        set.End();
    }

    /// <summary>A record by its id, a factor as <c>playbook/TYPE/raises/FACTOR</c>, a version as <c>RULE/versions/VERSION</c>.</summary>
    private static JsonObject Target(JsonFields change, string target, Func<string, JsonObject> file)
    {
        string[] parts = target.Split('/');
        JsonObject? found = null;
        if (parts[0] == "playbook" && parts.Length is 2 or 4)
        {
            found = ById(file, CatalogFiles.Playbook, "entries", parts[1]);
            if (parts.Length == 4 && found is not null)
                found = InList(found["factors"] as JsonArray, "id", parts[3]);
        }
        else
        {
            foreach ((string name, string list) in Lists.Values)
                found ??= ById(file, name, list, parts[0]);
            if (parts.Length == 3 && parts[1] == "versions" && found is not null)
                found = InList(found["versions"] as JsonArray, "versionId", parts[2]);
            else if (parts.Length != 1)
                found = null;
        }

        return found ?? throw change.Wrong($"the target '{target}' is not in the catalogue; write the id of a record, playbook/TYPE/raises/FACTOR, or RULE/versions/VERSION");
    }

    /// <summary>Takes a record that is gone out of the lists that named it, so that no id leads nowhere.</summary>
    private static void Forget(string id, Func<string, JsonObject> file)
    {
        foreach (JsonNode? set in (JsonArray)file(CatalogFiles.Sets)["sets"]!)
            Remove(set?["elements"] as JsonArray, id);
        foreach (JsonNode? entry in (JsonArray)file(CatalogFiles.Playbook)["entries"]!)
        {
            Remove(entry?["anchors"] as JsonArray, id);
            if (entry?["with"] is JsonObject with)
            {
                with.Remove(id);
                foreach ((string _, JsonNode? companions) in with)
                    Remove(companions as JsonArray, id);
            }
        }

        foreach (JsonNode? type in (JsonArray)file(CatalogFiles.Types)["types"]!)
            Remove(type?["anchors"] as JsonArray, id);
        foreach (JsonNode? place in (JsonArray)file(CatalogFiles.Jurisdictions)["jurisdictions"]!)
        {
            if (place is JsonObject hint && hint["noticeRule"]?.GetValue<string>() == id)
                hint.Remove("noticeRule");
        }
    }

    private static void Remove(JsonArray? list, string id)
    {
        for (int i = (list?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (list![i] is JsonValue value && value.TryGetValue(out string? text) && text == id)
                list.RemoveAt(i);
        }
    }

    private static JsonObject? ById(Func<string, JsonObject> file, string name, string list, string id) => InList(file(name)[list] as JsonArray, "id", id);

    private static JsonObject? InList(JsonArray? list, string key, string id)
    {
        foreach (JsonNode? node in list ?? [])
        {
            if (node is JsonObject record && record[key] is JsonValue value && value.TryGetValue(out string? text) && text == id)
                return record;
        }

        return null;
    }

    private static JsonObject NodeOf(CatalogFiles files, Dictionary<string, JsonObject> nodes, string name)
    {
        if (!nodes.TryGetValue(name, out JsonObject? node))
            nodes.Add(name, node = (JsonObject)JsonNode.Parse(files[name])!);
        return node;
    }
}
