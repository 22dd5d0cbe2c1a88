using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Makes a policy and a revision of it in which everything happens that can happen to provisions.</summary>
internal static class RevisedPolicy
{
    private const int SectionWords = 400;

    public static (AnalyzedPolicy Before, AnalyzedPolicy After) Generate(int words, int seed)
    {
        var source = new GeneratedText(seed);
        List<List<string>> sections = [];
        for (int count = 0; count < words; count += SectionWords)
            sections.Add([source.Word(), .. source.Lines(Math.Min(SectionWords, words - count)).Select(static line => line.TrimStart('#', ' '))]);
        return (Read(sections), Read(Revise(source, sections)));
    }

    private static List<List<string>> Revise(GeneratedText source, List<List<string>> sections)
    {
        List<List<string>> revised = [.. sections.Select(section => section.Select(line => Edit(source, line)).ToList())];
        // One section in ten moves; one line in twenty is split, one joined to the line before.
        for (int i = 0; i < sections.Count / 10; i++)
        {
            int from = source.Next(revised.Count);
            List<string> section = revised[from];
            revised.RemoveAt(from);
            revised.Insert(source.Next(revised.Count + 1), section);
        }

        foreach (List<string> section in revised)
        {
            for (int i = section.Count - 1; i > 1; i--)
            {
                int draw = source.Next(20), end = section[i].IndexOf(". ", StringComparison.Ordinal);
                if (draw == 0 && end > 0)
                {
                    section.Insert(i + 1, section[i][(end + 2)..]);
                    section[i] = section[i][..(end + 1)];
                }
                else if (draw == 1 && section[i - 1].EndsWith('.') && !section[i].StartsWith('*'))
                {
                    section[i - 1] += " " + section[i];
                    section.RemoveAt(i);
                }
            }
        }

        return revised;
    }

    private static string Edit(GeneratedText source, string line)
    {
        string[] words = line.Split(' ');
        for (int i = 1; i < words.Length; i++)
        {
            if (source.Next(100) == 0) words[i] = source.Word();
        }

        return string.Join(' ', words);
    }

    private static AnalyzedPolicy Read(List<List<string>> sections)
    {
        PolicyDocument document = PolicyDocument.Parse(string.Join("\n\n", sections.SelectMany(static (section, number) => section.Select((line, i) => i == 0 ? $"## {number + 1}. {line}" : line))));
        return new AnalyzedPolicy
        {
            Document = document,
            Provisions = [.. ProvisionSegmenter.Segment(document).Select(static provision => new AnalyzedProvision { Provision = provision, Labels = [] })],
            Versions = new AnalysisVersions { Library = "benchmark", Model = "none", Taxonomy = "none" },
        };
    }
}
