using System.Globalization;
using System.Text;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Writes the model card from a report: what the model is, what it learned from, how well it does and where it fails.</summary>
public static class ModelCard
{
    private const int LeastGiven = 4;

    /// <summary>The card as Markdown with line feeds; the same report gives the same text.</summary>
    /// <param name="report">The figures.</param>
    public static string Write(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            # Model card: {report.Version}

            Written by `policy evaluate classification --card`; every figure below comes from that run. How such a model is made, what was
            tried and what did not pay: [classification.md](classification.md).

            ## What it is

            A classifier that gives provisions of online policies types of [the taxonomy](taxonomy.md): hashed words and pairs of words of
            the text, its opening, headings and lead-in, one row of weights each, quantised to four bits. The weights are the sum of two
            models: each type against the rest, and a tenth of all types against each other. The file has {report.ModelBytes:N0} bytes.
            It reads English. It says what a provision is about, never whether it is lawful.

            ## What it learned from

            - {report.HeldOut.Provisions:N0} provisions of {report.HeldOut.Groups} services from the public collection contrib-versions of Open Terms Archive
              (ODC-BY 1.0), each labelled by reading. The package keeps the labels as pointers and no text.
            - {report.ChosenProvisions:N0} more of that collection, labelled because the model before was unsure of them or they looked like
              a rare type; they are learned from, and no figure below counts them.
            - {report.WrittenProvisions:N0} provisions of invented services, written for this library.
            - Nothing of OPP-115, UNFAIR-ToS or another labelled set: neither text nor label nor threshold.

            ## How well it does

            Measured on services that the measured classifier had not seen: five folds by service, calibration and thresholds from the
            other folds. Intervals hold 95 of 100 resamples of services.

            | | value | interval |
            |---|---|---|

            """);
        Row(card, "micro F1", report.HeldOut.MicroF1);
        Row(card, $"macro F1 ({report.HeldOut.Labels.Count(label => label.Support > 0)} types)", report.HeldOut.MacroF1);
        Row(card, "first type right", report.HeldOut.TopOne);
        Row(card, "micro F1, types of UNFAIR-ToS", report.UnfairTerms.MicroF1);
        card.Append(CultureInfo.InvariantCulture, $"| expected calibration error of the first type | {report.HeldOut.CalibrationError:F3} | |\n");
        Opp115(card, report);
        Labels(card, report.HeldOut);
        Agreement(card, report.Agreement);
        card.Append("""

            ## Known failures

            - The rarest types have few examples, and their figures move by several points from fold to fold.
            - What a list item is about is often said only in its lead-in or heading; without them the types of "uses" and "collection" are confused.
            - Descriptions of a service, definitions and marketing copy are hard to tell from each other.
            - Provisions in other languages than English get types by accident.
            - About half of the labelled provisions were picked for rare types, so that a random policy has other shares of types than this table.

            """);
        return card.ToString().ReplaceLineEndings("\n");
    }

    private static void Opp115(StringBuilder card, ClassificationReport report)
    {
        if (report.Opp115WithoutItsData is not { } without || report.Opp115Trained is not { } trained)
            return;
        card.Append(CultureInfo.InvariantCulture, $"""

            ### OPP-115

            {without.Provisions:N0} segments of the train and validation splits, 12 categories, by way of the taxonomy. The second column is a classifier of
            the same make trained on OPP-115 by cross-validation; it is measured only, and not shipped.

            | | shipped, none of its data | trained on it |
            |---|---|---|
            | macro F1 | {Text(without.MacroF1)} | {Text(trained.MacroF1)} |
            | micro F1 | {Text(without.MicroF1)} | {Text(trained.MicroF1)} |

            """);
    }

    private static void Labels(StringBuilder card, ClassificationFigures figures)
    {
        card.Append("\n### By type\n\n| type | provisions | precision | recall | F1 |\n|---|---|---|---|---|\n");
        foreach (LabelFigures label in figures.Labels)
            card.Append(CultureInfo.InvariantCulture, $"| `{label.Label}` | {label.Support} | {label.Precision:F2} | {label.Recall:F2} | {label.F1:F2} |\n");
    }

    private static void Agreement(StringBuilder card, LabelAgreement? agreement)
    {
        if (agreement is null || agreement.Provisions == 0)
            return;
        card.Append(CultureInfo.InvariantCulture, $"""

            ### What people agree on

            {agreement.Provisions} of the provisions that a model had been unsure of were labelled by two annotators who did not see each other's labels: micro F1
            {agreement.MicroF1:F3}, the same main label {agreement.SameMain:P0}. These are the hard ones; on the first labels two annotators agreed with
            0.945. Types that one of them gave at least {LeastGiven} times:

            | type | first | second | kappa |
            |---|---|---|---|

            """);
        foreach (TypeAgreement type in agreement.Types.Where(static type => Math.Max(type.First, type.Second) >= LeastGiven))
            card.Append(CultureInfo.InvariantCulture, $"| `{type.Type}` | {type.First} | {type.Second} | {type.Kappa:F2} |\n");
    }

    private static void Row(StringBuilder card, string name, Interval interval) =>
        card.Append(CultureInfo.InvariantCulture, $"| {name} | {interval.Value:F3} | {interval.Low:F3} to {interval.High:F3} |\n");

    private static string Text(Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Value:F3} ({interval.Low:F3} to {interval.High:F3})");
}
