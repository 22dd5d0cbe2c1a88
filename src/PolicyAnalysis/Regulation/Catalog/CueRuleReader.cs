using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Reads cue rules.</summary>
internal static class CueRuleReader
{
    /// <exception cref="RegulatoryCatalogException">A rule has an unknown field, or a pattern cannot be read.</exception>
    public static CueRule[] Rules(JsonFields owner, string name, CueBook book, string idPrefix)
    {
        int count = 0;
        return owner.List(name, fields =>
        {
            count++;
            string id = fields.OptionalText("id") ?? $"{name}-{count}";
            double confidence = fields.OptionalNumber("confidence") ?? 0.9;
            if (confidence is <= 0 or > 1)
                throw fields.Wrong("'confidence' is not over 0 and up to 1");
            var rule = new CueRule
            {
                Id = $"{idPrefix}.{id}",
                Any = Patterns(fields, "any", book),
                Also = Groups(fields, book),
                Unless = Patterns(fields, "unless", book),
                Under = Patterns(fields, "under", book),
                NotUnder = Patterns(fields, "notUnder", book),
                Types = [.. fields.Texts("types")],
                Scope = ScopeOf(fields),
                Confidence = confidence,
                Partial = fields.OptionalFlag("partial") ?? false,
            };
            if (rule.Any.Length == 0)
                throw fields.Wrong("'any' holds no cue");
            fields.End();
            return rule;
        });
    }

    public static int[] Patterns(JsonFields fields, string name, CueBook book)
    {
        IReadOnlyList<string> texts = fields.Texts(name);
        var numbers = new int[texts.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = Number(fields, texts[i], book);
        return numbers;
    }

    private static int[][] Groups(JsonFields fields, CueBook book)
    {
        if (fields.Find("also") is not { } groups)
            return [];
        if (groups.ValueKind != System.Text.Json.JsonValueKind.Array)
            throw fields.Wrong("'also' is not a list of lists");
        var all = new List<int[]>();
        foreach (System.Text.Json.JsonElement group in groups.EnumerateArray())
        {
            if (group.ValueKind != System.Text.Json.JsonValueKind.Array)
                throw fields.Wrong("'also' is not a list of lists");
            var numbers = new List<int>();
            foreach (System.Text.Json.JsonElement item in group.EnumerateArray())
                numbers.Add(item.ValueKind == System.Text.Json.JsonValueKind.String ? Number(fields, item.GetString()!, book) : throw fields.Wrong("'also' holds something that is not text"));
            all.Add([.. numbers]);
        }

        return [.. all];
    }

    private static int Number(JsonFields fields, string pattern, CueBook book)
    {
        try
        {
            return book.Number(pattern);
        }
        catch (FormatException error)
        {
            throw new RegulatoryCatalogException($"{fields.Path}: {error.Message}.", error);
        }
    }

    private static CueScope ScopeOf(JsonFields fields) => fields.OptionalText("scope") switch
    {
        null or "sentence" => CueScope.Sentence,
        "provision" => CueScope.Provision,
        "section" => CueScope.Section,
        "document" => CueScope.Document,
        string other => throw fields.Wrong($"'{other}' is not a scope; the scopes are sentence, provision, section, document"),
    };
}
