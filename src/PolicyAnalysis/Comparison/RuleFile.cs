using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Comparison;

/// <summary>Reads this room's tables of rules and the directions that they name.</summary>
internal static class RuleFile
{
    public static IEnumerable<string[]> Read(string name) => RuleTable.Read("Comparison", name);

    public static ChangeDirection Direction(string word) => word switch
    {
        "for-user" => ChangeDirection.ForUser,
        "against-user" => ChangeDirection.AgainstUser,
        "neutral" => ChangeDirection.Neutral,
        "mixed" => ChangeDirection.Mixed,
        _ => throw new InvalidOperationException($"The rule tables know no direction '{word}'."),
    };

    public static ChangeDirection Mirror(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => ChangeDirection.AgainstUser,
        ChangeDirection.AgainstUser => ChangeDirection.ForUser,
        _ => direction,
    };
}
