using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison;

/// <summary>The embedded table of effect rules, read once.</summary>
internal static class EffectRules
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Lazy<IReadOnlyList<EffectRule>> Table = new(Load);

    public static IReadOnlyList<EffectRule> All => Table.Value;

    private static List<EffectRule> Load()
    {
        const string name = "PolicyAnalysis.Comparison.Rules.effects.tsv";
        using Stream stream = typeof(EffectRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded rule table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var rules = new List<EffectRule>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] cells = line.Split('\t');
            rules.Add(new EffectRule
            {
                Id = cells[0],
                Cue = Pattern(cells[1]),
                Guard = cells[2].Length == 0 ? null : Pattern(cells[2]),
                Gained = cells[3],
                GainedDirection = Direction(cells[4]),
                Lost = cells[5],
                LostDirection = Direction(cells[6]),
                IsMaterial = string.Equals(cells[7], "yes", StringComparison.Ordinal),
                Weight = double.Parse(cells[8], CultureInfo.InvariantCulture),
                Type = cells[9],
                Example = cells[10],
                NearMiss = cells[11],
            });
        }

        return rules;
    }

    private static Regex Pattern(string pattern) => new(pattern, Options, Regex.InfiniteMatchTimeout);

    private static ChangeDirection Direction(string word) => word switch
    {
        "for-user" => ChangeDirection.ForUser,
        "against-user" => ChangeDirection.AgainstUser,
        "neutral" => ChangeDirection.Neutral,
        _ => throw new InvalidOperationException($"The rule table knows no direction '{word}'."),
    };
}
