using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

/// <summary>Labelled provisions of invented services, enough to train a small model on.</summary>
internal static class InventedProvisions
{
    private static readonly (string Label, string[] Texts)[] Texts =
    [
        ("data-retention", ["We keep {0} for two years and then delete it.", "{0} is stored for six months after you leave.", "Backups with {0} are erased after thirty days."]),
        ("cookies", ["We set cookies to remember {0}.", "A cookie stores {0} in your browser.", "You can block cookies that hold {0}."]),
        ("governing-law", ["The law of Portugal governs {0}.", "The courts of Porto decide disputes about {0}.", "Disputes on {0} fall under Portuguese law and jurisdiction."]),
        ("children", ["Children under 13 may not give us {0}.", "We do not knowingly collect {0} from a child.", "A parent may ask us to delete {0} of a minor."]),
    ];

    private static readonly string[] Things = ["your basket", "order history", "the newsletter list", "your profile", "support messages", "the garden plan"];

    public static Taxonomy Taxonomy { get; } = new("test", [.. Texts.Select(pair => new ProvisionType { Id = pair.Label, Family = "test", Name = pair.Label, Definition = "A test." })]);

    public static TrainingData Data => new() { Labelled = All, Taxonomy = Taxonomy };

    public static IReadOnlyList<LabelledProvision> All { get; } =
    [
        .. from thing in Things
           from pair in Texts
           from text in pair.Texts
           select new LabelledProvision
           {
               Id = $"{pair.Label} {text} {thing}",
               Group = thing,
               Labels = [pair.Label],
               Input = new ProvisionInput { Text = text.Replace("{0}", thing, StringComparison.Ordinal), Headings = ["Lumenleaf terms"] },
           },
    ];
}
