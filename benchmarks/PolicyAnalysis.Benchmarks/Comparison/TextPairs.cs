namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>How the two texts of a generated pair differ.</summary>
public enum PairKind
{
    /// <summary>One word, as when a date changes.</summary>
    OneWord,

    /// <summary>A few words in a few places.</summary>
    FewWords,

    /// <summary>A hundred words in a dozen paragraphs: the median of recorded pairs.</summary>
    Typical,

    /// <summary>A section came and another went.</summary>
    Section,

    /// <summary>A fifth of the paragraphs edited.</summary>
    Large,

    /// <summary>Sections in another order.</summary>
    Reordered,

    /// <summary>Nearly every sentence written anew.</summary>
    Rewrite,
}

/// <summary>A text before and after.</summary>
internal sealed record TextVersions(string Name, string Before, string After);

/// <summary>The pairs that are measured: generated for everyone, and recorded ones where they stand beside the checkout.</summary>
internal static class TextPairs
{
    /// <summary>The mean length of a recorded policy.</summary>
    private const int Words = 3_000;

    public static TextVersions Generate(PairKind kind)
    {
        var source = new GeneratedText(20_251_124 + (int)kind);
        List<string> before = source.Lines(Words);
        List<string> after = [.. before];
        switch (kind)
        {
            case PairKind.OneWord:
                Edit(source, after, 1, 1);
                break;
            case PairKind.FewWords:
                Edit(source, after, 4, 2);
                break;
            case PairKind.Typical:
                Edit(source, after, 12, 8);
                break;
            case PairKind.Section:
                after.RemoveRange(after.Count / 2, 6);
                after.InsertRange(after.Count / 4, source.Lines(300));
                Edit(source, after, 4, 4);
                break;
            case PairKind.Large:
                Edit(source, after, after.Count / 5, 12);
                break;
            case PairKind.Reordered:
                after = [.. after[(after.Count / 3)..(after.Count / 2)], .. after[..(after.Count / 3)], .. after[(after.Count / 2)..]];
                Edit(source, after, 6, 3);
                break;
            default:
                for (int i = 0; i < after.Count; i++)
                {
                    if (source.Next(8) != 0) after[i] = source.Line();
                }

                break;
        }

        return new TextVersions(kind.ToString(), Join(before), Join(after));
    }

    public static List<TextVersions> Recorded()
    {
        string? folder = Folder();
        return folder is null ? [] : [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .Where(static pair => File.Exists(Path.Combine(pair, "before.md")))
            .Select(static pair => new TextVersions(Path.GetFileName(pair), File.ReadAllText(Path.Combine(pair, "before.md")), File.ReadAllText(Path.Combine(pair, "after.md"))))];
    }

    /// <summary>The top of the checkout.</summary>
    public static string Checkout()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "PolicyAnalysis.sln"))) return directory.FullName;
        }

        return Environment.CurrentDirectory;
    }

    private static string? Folder()
    {
        string folder = Path.GetFullPath(Path.Combine(Checkout(), "..", "shared", "data", "versions"));
        return Directory.Exists(folder) ? folder : null;
    }

    private static void Edit(GeneratedText source, List<string> lines, int count, int words)
    {
        for (int i = 0; i < count; i++)
        {
            int line = source.Next(lines.Count);
            List<string> parts = [.. lines[line].Split(' ')];
            int at = source.Next(Math.Max(1, parts.Count - words));
            for (int word = 0; word < words; word++)
            {
                if (at + word < parts.Count && word % 3 != 2) parts[at + word] = source.Word();
                else parts.Insert(Math.Min(at + word, parts.Count), source.Word());
            }

            lines[line] = string.Join(' ', parts);
        }
    }

    private static string Join(List<string> lines) => string.Join("\n\n", lines) + "\n";
}
