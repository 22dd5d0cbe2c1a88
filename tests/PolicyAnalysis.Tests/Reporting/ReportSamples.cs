namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Results of an invented service, Quillmere, made by hand: every branch that a report takes stands in one of them.</summary>
internal static class ReportSamples
{
    private const string Special = "Type <b>bold</b> & \"quotes\", 'single', `code`, a|b, [link](https://quillmere.example), *stars*, _lines_, #1, 50 % ~off~ $5.";
    private const string RightToLeft = "نحتفظ بملاحظاتك ثلاثين يوما بعد حذفها.";

    private static readonly string Long = string.Join(' ', Enumerable.Range(1, 16).Select(part => $"Part {part} of a long clause says what happens to a note when it is shared, copied or exported."));

    private static IReadOnlyList<RegulatoryLink> Citations { get; } =
    [
        Link("eu-gdpr.art-5-1-e", "GDPR Art. 5(1)(e)", "engages", "EU", "applies-if-facts-hold", "verified"),
        Link("eu-gdpr.art-13-2-a", "GDPR Art. 13(2)(a)", "cites", "EU", "likely-engaged", "verified"),
        Link("us-ca-ccpa.1798-100-a-3", "Cal. Civ. Code § 1798.100(a)(3)", "informs", "US-CA", "engaged-unknown", "from-knowledge"),
        Link("invented.rule", "Invented <Rule> | 1", "engages", "INT", "out-of-scope", "disputed"),
        Link("eu-gdpr.art-44", "GDPR Art. 44", "engages", "EU", "likely-engaged", "verified"),
        Link("eu-gdpr.art-46-1", "GDPR Art. 46(1)", "engages", "EU", "likely-engaged", "verified"),
        Link("eu-gdpr.art-28-3", "GDPR Art. 28(3)", "informs", "EU", "likely-engaged", "verified"),
    ];

    public static DateOnly AsOf { get; } = new(2026, 3, 1);

    public static PolicyAssessment Assessment { get; } = MakeAssessment();

    public static PolicyComparison Comparison { get; } = MakeComparison();

    public static CompletenessResult Completeness { get; } = MakeCompleteness();

    /// <summary>Two versions with neither title nor address nor change.</summary>
    public static PolicyComparison NoChange { get; } = new()
    {
        Before = new SampleText("old.txt", title: null).Add("We keep notes.").Build(),
        After = new SampleText("new.txt", title: null).Add("We keep notes.").Build(),
        Changes = [],
        Dates = default,
    };

    /// <summary>An assessment with nothing to say.</summary>
    public static PolicyAssessment Nothing { get; } = new()
    {
        Policy = NoChange.After,
        AsOf = AsOf,
        Exposure = new ExposureAssessment { Level = ExposureLevel.Low, Raised = [], Lowered = [] },
        Provisions = [],
        Versions = NoChange.After.Versions,
        Disclaimer = PolicyDisclaimer.Text,
    };

    /// <summary>A check of nothing.</summary>
    public static CompletenessResult Unchecked { get; } = new()
    {
        Policy = NoChange.After,
        RequirementSets = [],
        AsOf = AsOf,
        Requirements = [],
        Versions = NoChange.After.Versions,
        Disclaimer = PolicyDisclaimer.Text,
    };

    private static PolicyComparison MakeComparison()
    {
        AnalyzedPolicy before = new SampleText("quillmere-2025.html", title: null) { Language = "en", Effective = new(2025, 1, 15) }
            .Add("Effective 15 January 2025.")
            .Under("Quillmere privacy notice", "Data we keep")
            .Add("We keep deleted notes for 30 days.", number: "1.1", types: ["data-retention"])
            .Add("We never use notes to train AI systems.", types: ["ai-training"])
            .Add("Weather log\t1 year", ProvisionKind.TableRow, leadIn: "What we keep, and for how long:", types: ["data-retention"])
            .Add(Special, types: ["communications"])
            .Add("You can export notes and you can delete them.", types: ["access-right"])
            .Add("We answer in a week.", types: ["contact"])
            .Add("We answer on weekdays.", types: ["contact"])
            .Under("Quillmere privacy notice", "Sharing")
            .Add("Our team may read a note that you report.", types: ["access-by-staff"])
            .Add(RightToLeft, types: ["data-retention"])
            .Add("Quillmere Basic is free.", types: ["fees"])
            .Add("Quillmere Basic has no advertising.", types: ["fees"])
            .Add(Long, types: ["sharing"])
            .Build();
        AnalyzedPolicy after = new SampleText("quillmere-2026.html", "Quillmere privacy notice")
        {
            Language = "en-GB",
            Effective = new(2024, 12, 1),
            Address = new Uri("https://reader:secret@quillmere.example/privacy?lang=en"),
            Diagnostics = [new PolicyDiagnostic { Code = "charset-guessed", Message = "No character set was stated; <utf-8> was guessed." }],
        }
            .Add("Effective 1 December 2024.")
            .Under("Quillmere privacy notice", "Data we keep")
            .Add("We keep deleted notes for 90 days.", number: "1.1", types: ["data-retention"])
            .Add("We may use notes to train AI systems. You can switch this off in Settings.", types: ["ai-training", "opt-out"])
            .Add("Weather log\t2 years", ProvisionKind.TableRow, leadIn: "What we keep, and for how long:", types: ["data-retention"])
            .Add(Special.Replace("50 %", "60 %", StringComparison.Ordinal), types: ["communications"])
            .Add("You can export notes.", types: ["access-right"])
            .Add("You can delete notes.", types: ["erasure-right"])
            .Add("We answer in a week, on weekdays.", types: ["contact"])
            .Under("Quillmere privacy notice", "Who may read a note")
            .Add("Our team may read a note that you report.", types: ["access-by-staff"])
            .Add(RightToLeft.Replace("ثلاثين", "تسعين", StringComparison.Ordinal), types: ["data-retention"])
            .Add("Quillmere Leaf is free.", types: ["fees"])
            .Add("Quillmere Leaf has no advertising.", types: ["fees"])
            .Add(Long.Replace("Part 9 ", "Part 9, now new, ", StringComparison.Ordinal), types: ["sharing"])
            .Add("=2+5 is how a note that begins like a formula is shown.", types: [])
            .Build();
        return new PolicyComparison
        {
            Before = before,
            After = after,
            Dates = new ComparisonDates(new(2025, 1, 15), new(2024, 12, 1)),
            Warnings = [new ComparisonWarning("dates-run-backwards", "The version after states an earlier date (2024-12-01) than the version before (2025-01-15).")],
            IsApproximate = true,
            Changes =
            [
                Change(ChangeOperation.Modified, before, [0], after, [0], "date-changed", Materiality.Editorial, ChangeDirection.Neutral, "The effective date reads 1 December 2024.", [("15 January 2025", "1 December 2024")]),
                Change(ChangeOperation.Modified, before, [1], after, [1], "retention-lengthened", Materiality.Material, ChangeDirection.AgainstUser, "Deleted notes are kept for 90 days instead of 30 days.", [("30", "90")]) with
                {
                    Quantities = [Kept(before, "30 days", after, "90 days")],
                },
                Change(ChangeOperation.Modified, before, [2], after, [2], "ai-use-added", Materiality.Material, ChangeDirection.Mixed, "Notes may be used to train AI systems, with a switch in Settings.", [("never", "may"), ("", " You can switch this off in Settings.")]),
                Change(ChangeOperation.Modified, before, [3], after, [3], "retention-lengthened", Materiality.Material, ChangeDirection.AgainstUser, "The weather log is kept for 2 years instead of 1 year.", [("1 year", "2 years")]),
                Change(ChangeOperation.Modified, before, [4], after, [4], "wording-only", Materiality.Minor, ChangeDirection.ForUser, "“<b>bold</b> & \"quotes\"|`code`” reads 60 % instead of 50 %.", [("50", "60")]),
                Change(ChangeOperation.Split, before, [5], after, [5, 6], "layout-only", Materiality.Editorial, ChangeDirection.Neutral, "One sentence became two.", [(" and you", ".\nYou"), (" them", " notes")]),
                Change(ChangeOperation.Merged, before, [6, 7], after, [7], "wording-only", Materiality.Minor, ChangeDirection.Neutral, "Two sentences became one.", [(".\nWe answer", ",")]),
                Change(ChangeOperation.Moved, before, [8], after, [8], "moved", Materiality.Editorial, ChangeDirection.Neutral, "The clause stands under “Who may read a note” now.", []),
                Change(ChangeOperation.Modified, before, [9], after, [9], "retention-lengthened", Materiality.Material, ChangeDirection.ForUser, "«تسعين» stands for «ثلاثين».", [("ثلاثين", "تسعين")]),
                Change(ChangeOperation.Modified, before, [10], after, [10], "name-changed", Materiality.Minor, ChangeDirection.Mixed, "“Quillmere Basic” is called “Quillmere Leaf”.", [("Basic", "Leaf")]) with
                {
                    Repeats = 2,
                    Occurrences = [new ChangeOccurrence(before.Provisions[11].Provision.Range, after.Provisions[11].Provision.Range)],
                    Certificate = new NoEffectCertificate { Level = NoEffectLevel.Renaming, NameBefore = "Basic", NameAfter = "Leaf" },
                },
                Change(ChangeOperation.Modified, before, [12], after, [12], "wording-only", Materiality.Minor, ChangeDirection.AgainstUser, "Part 9 is called new.", [("", ", now new,")]),
                Change(ChangeOperation.Added, null, [], after, [13], "disclosure-added", Materiality.Material, ChangeDirection.Neutral, "=2+5 is explained.", []),
                Change(ChangeOperation.Removed, before, [11], null, [], "commitment-weakened", Materiality.Material, ChangeDirection.AgainstUser, "The promise of no advertising is gone from this place.", []),
            ],
        };
    }

    private static ChangeRecord Change(
        ChangeOperation operation,
        AnalyzedPolicy? before,
        int[] beforeOrdinals,
        AnalyzedPolicy? after,
        int[] afterOrdinals,
        string effect,
        Materiality materiality,
        ChangeDirection direction,
        string summary,
        (string Before, string After)[] edits)
    {
        ChangeSide? old = before is null ? null : Side(before, beforeOrdinals);
        ChangeSide? now = after is null ? null : Side(after, afterOrdinals);
        return new ChangeRecord
        {
            Operation = operation,
            Before = old,
            After = now,
            Edits = old is null || now is null ? [] : [.. Edits(old, now, edits)],
            Types = (now ?? old)!.Provisions[0].Labels.Select(label => label.Type).ToList(),
            Effects = [new ChangeEffect { Id = effect, Score = 0.875, Reason = $"The edited words meet the rule for {effect}." }],
            Materiality = materiality,
            MaterialityReasons = [$"The effect is one of {materiality.ToString().ToLowerInvariant()} weight."],
            Direction = direction,
            DirectionReasons = direction == ChangeDirection.Neutral ? [] : ["The rule says for whom the effect is better."],
            Summary = summary,
            Confidence = 0.81254,
            Review = materiality == Materiality.Material ? ["Read both quotes before relying on the change."] : [],
        };
    }

    private static QuantityChange Kept(AnalyzedPolicy before, string old, AnalyzedPolicy after, string now)
    {
        Quantity Days(PolicyDocument document, string words)
        {
            int start = document.Text.IndexOf(words, StringComparison.Ordinal);
            int days = int.Parse(words.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            return new Quantity { Kind = QuantityKind.Period, Amount = days, Unit = "P1D", Value = $"P{days}D", Range = new TextRange(start, start + words.Length) };
        }

        return new QuantityChange { Before = Days(before.Document, old), After = Days(after.Document, now), Trend = QuantityTrend.Increased, Subject = "retention", Direction = ChangeDirection.AgainstUser };
    }

    private static ChangeSide Side(AnalyzedPolicy policy, int[] ordinals)
    {
        var range = new TextRange(policy.Provisions[ordinals[0]].Provision.Range.Start, policy.Provisions[ordinals[^1]].Provision.Range.End);
        return new ChangeSide
        {
            Text = range.Of(policy.Document.Text),
            Range = range,
            Headings = policy.Provisions[ordinals[0]].Provision.Headings,
            Provisions = [.. ordinals.Select(ordinal => policy.Provisions[ordinal])],
        };
    }

    private static IEnumerable<TextEdit> Edits(ChangeSide before, ChangeSide after, (string Before, string After)[] edits)
    {
        int fromBefore = 0;
        int fromAfter = 0;
        foreach ((string old, string now) in edits)
        {
            int oldStart = old.Length == 0 ? before.Text.Length : before.Text.IndexOf(old, fromBefore, StringComparison.Ordinal);
            int nowStart = after.Text.IndexOf(now, fromAfter, StringComparison.Ordinal);
            fromBefore = oldStart + old.Length;
            fromAfter = nowStart + now.Length;
            yield return new TextEdit(
                old.Length == 0 ? EditOperation.Insert : EditOperation.Replace,
                new TextRange(oldStart, fromBefore).Shift(before.Range.Start),
                new TextRange(nowStart, fromAfter).Shift(after.Range.Start));
        }
    }

    private static PolicyAssessment MakeAssessment()
    {
        AnalyzedPolicy policy = new SampleText("quillmere.html", "Quillmere <privacy> & *terms*")
        {
            Language = "fr",
            Effective = new(2026, 1, 15),
            Address = new Uri("https://quillmere.example/privacy#top"),
            Diagnostics = [new PolicyDiagnostic { Code = "cut", Message = "The page | goes on after the limit of 10 bytes." }],
        }
            .Add("A provision above every heading.", types: [])
            .Under("Quillmere", "Data we keep")
            .Add("We keep deleted notes for as long as we need.", number: "1.1", types: ["data-retention", "vague-terms"])
            .Add("Weather log\t1 year", ProvisionKind.TableRow, leadIn: "What we keep, and for how long:", types: ["data-retention"])
            .Add(Special, types: ["communications"])
            .Under("Quillmere", "نقل البيانات")
            .Add(RightToLeft, types: ["transfer"])
            .Add(Long, types: ["sharing"])
            .Build();
        Quote words = policy.Document.QuoteOf(new TextRange(policy.Document.Text.IndexOf("as long as", StringComparison.Ordinal), policy.Document.Text.IndexOf(" need.", StringComparison.Ordinal)));
        ExposureLevel[] levels = [ExposureLevel.Low, ExposureLevel.High, ExposureLevel.LowMedium, ExposureLevel.Medium, ExposureLevel.MediumHigh, ExposureLevel.High];
        var raised = new ExposureFactor { Id = "vague-period", Description = "A period is stated without a number.", Weight = 1, Evidence = words };
        var bare = new ExposureFactor { Id = "no-measures-described", Description = "No measures were recognised <here>.", Weight = 1 };
        var lowered = new ExposureFactor { Id = "period-stated", Description = "A period is stated.", Weight = -1, Evidence = policy.Document.QuoteOf(new TextRange(0, 11)) };
        return new PolicyAssessment
        {
            Policy = policy,
            AsOf = AsOf,
            Exposure = new ExposureAssessment { Level = ExposureLevel.MediumHigh, Raised = [raised], Lowered = [], Unknown = ["Whether minors use the service."] },
            Versions = policy.Versions,
            Disclaimer = PolicyDisclaimer.Text,
            Provisions =
            [
                .. policy.Provisions.Select((provision, index) => new ProvisionAssessment
                {
                    RegulatoryType = "data-collected",
                    Subject = "the data collected",
                    Provision = provision,
                    Exposure = new ExposureAssessment
                    {
                        Level = levels[index],
                        Raised = index % 2 == 1 ? [raised, bare] : [],
                        Lowered = index == 2 ? [lowered] : [],
                        Unknown = index == 3 ? ["Which law <governs> | the contract."] : [],
                    },
                    Citations = [.. Citations.Skip(index).Take(index == 0 ? 0 : 2)],
                    Jurisdictions = index == 0 ? [] : ["EU", "US-CA"],
                    Absent = index == 1 ? ["How the period is counted"] : [],
                    Contract = index == 1 ? ["Ask vendors for the same period."] : [],
                    Actions = index == 0 ? [] : ["Record the period | in the schedule of *retention*.", $"Read provision {index} again."],
                    Questions = index == 4 ? ["To which countries does the data go?"] : [],
                }),
            ],
        };
    }

    private static RegulatoryLink Link(string id, string display, string relation, string jurisdiction, string applicability, string status) => new()
    {
        Id = id,
        Display = display,
        Relation = relation,
        Why = $"{display} speaks of such provisions; *why* is said | here.",
        Jurisdiction = jurisdiction,
        Applicability = applicability,
        Status = status,
    };

    private static CompletenessResult MakeCompleteness()
    {
        AnalyzedPolicy policy = Comparison.After;
        Quote Quoted(int ordinal) => policy.Document.QuoteOf(policy.Provisions[ordinal].Provision.Range);
        RequirementStatus[] statuses = [RequirementStatus.Found, RequirementStatus.Partial, RequirementStatus.NotFound, RequirementStatus.ConditionNotMet, RequirementStatus.ConditionUnknown, RequirementStatus.NotChecked, RequirementStatus.NotFound];
        return new CompletenessResult
        {
            Policy = policy,
            RequirementSets = ["gdpr-13", "gdpr-14"],
            AsOf = AsOf,
            Versions = policy.Versions,
            Disclaimer = PolicyDisclaimer.Text,
            Requirements =
            [
                .. statuses.Select((status, index) => new RequirementFinding
                {
                    // The second set asks for the element once more.
                    Id = index == 6 ? "nr.sample.3" : $"nr.sample.{index + 1}",
                    Citation = $"Sample | Act Art. {index + 1}",
                    Element = index == 1 ? "the <period> or the criteria for it" : $"element {index + 1} of a notice",
                    Status = status,
                    Evidence = index switch { 0 => [Quoted(1), Quoted(4)], 1 => [Quoted(9)], _ => [] },
                    Score = 0.9 - (0.1 * index),
                    Reason = index == 2 ? "No passage was recognised that states it." : $"Reason {index + 1} & more.",
                    Candidates = index == 2 ? [Quoted(3)] : [],
                }),
            ],
        };
    }
}
