using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Benchmarks.Archive;

/// <summary>
/// Writes a git history of invented policies with the statistics of a recorded one: about 170 provisions and 41 kB a version,
/// a third of the versions returns to an earlier text, the others edit a few provisions, one in twenty is rewritten.
/// </summary>
internal sealed class SyntheticHistory(int documents, int versions)
{
    private const int Provisions = 170;

    private static readonly string[] Openings =
    [
        "We retain your {0} for {1} days after you close your account, unless",
        "You agree that any dispute about the {0} goes to binding arbitration within {1} days, although",
        "We share the {0} with service providers that process it on our behalf, so that",
        "You may ask us for a copy of the {0}, and we answer within {1} days where",
        "We may change the terms for the {0} with {1} days of notice by e-mail, if",
        "We use cookies and the {0} to measure how the service is used, while",
        "Our liability for the {0} is limited to the amount that you paid in the last {1} months, and",
        "We protect the {0} with encryption in transit and at rest, which",
        "You must be at least 16 years old to use the {0}, except where",
        "We may end your access to the {0} without notice when",
    ];

    private readonly Random _random = new(20260301);
    private readonly string[] _words = [.. Enumerable.Range(0, 6000).Select(static number => Word(number))];
    private readonly List<string> _shared = [];

    /// <summary>Writes the history with <c>git fast-import</c> and gives the seconds it took.</summary>
    public double WriteTo(string folder)
    {
        for (int number = 0; number < 400; number++)
            _shared.Add(Sentence());
        Run(folder, "init", "-q", "--bare", "--initial-branch=main", folder);
        var watch = Stopwatch.StartNew();
        using Process git = Start(folder, "fast-import", "--quiet");
        using (Stream input = git.StandardInput.BaseStream)
        {
            int left = versions;
            for (int document = 0; document < documents; document++)
            {
                int count = Math.Max(1, left / (documents - document));
                left -= count;
                Write(input, document, count);
            }
        }

        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException("git fast-import failed");
        return watch.Elapsed.TotalSeconds;
    }

    private void Write(Stream input, int document, int count)
    {
        List<string> provisions = [.. Enumerable.Range(0, Provisions).Select(number => number % 4 == 0 ? _shared[_random.Next(_shared.Count)] : Sentence())];
        var earlier = new List<byte[]>();
        for (int version = 0; version < count; version++)
        {
            byte[] text;
            if (version > 1 && _random.Next(100) < 35)
            {
                text = earlier[_random.Next(Math.Max(0, earlier.Count - 4), earlier.Count - 1)];
            }
            else
            {
                if (version > 0)
                    Edit(provisions);
                text = Encoding.UTF8.GetBytes(Render(document, version, provisions));
            }

            earlier.Add(text);
            string path = string.Create(CultureInfo.InvariantCulture, $"Service {document / 3}/{(document % 3) switch { 0 => "Privacy Policy", 1 => "Terms of Service", _ => "Cookie Policy" }}.md");
            string head = string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/main\ncommitter Recorder <recorder@example.org> {1577836800 + (document * 60) + (version * 2_592_000L)} +0000\ndata 6\nRecordM 100644 inline {path}\ndata {text.Length}\n");
            input.Write(Encoding.UTF8.GetBytes(head.Replace("RecordM", "Record\nM", StringComparison.Ordinal)));
            input.Write(text);
            input.WriteByte((byte)'\n');
        }
    }

    private void Edit(List<string> provisions)
    {
        if (_random.Next(20) == 0)
        {
            for (int number = 0; number < provisions.Count; number += 2)
                provisions[number] = Sentence();
            return;
        }

        for (int edit = 0; edit <= _random.Next(3); edit++)
        {
            int place = _random.Next(provisions.Count);
            string[] words = provisions[place].Split(' ');
            words[_random.Next(words.Length)] = _words[_random.Next(_words.Length)];
            provisions[place] = string.Join(' ', words);
        }

        if (_random.Next(3) == 0)
            provisions.Insert(_random.Next(provisions.Count), Sentence());
        if (_random.Next(4) == 0)
            provisions.RemoveAt(_random.Next(provisions.Count));
    }

    private static string Render(int document, int version, List<string> provisions)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Policy of Service {document / 3}\n\nLast updated: {2020 + (version / 12)}-{(version % 12) + 1:00}-01\n\n");
        for (int number = 0; number < provisions.Count; number++)
        {
            if (number % 8 == 0)
                text.Append(CultureInfo.InvariantCulture, $"## {(number / 8) + 1}. Section {(number / 8) + 1}\n\n");
            text.Append(number % 8 > 4 ? "- " : string.Empty).Append(provisions[number]).Append(number % 8 is > 4 and < 7 ? "\n" : "\n\n");
        }

        return text.ToString();
    }

    private string Sentence()
    {
        var text = new StringBuilder();
        text.AppendFormat(CultureInfo.InvariantCulture, Openings[_random.Next(Openings.Length)], Any() + " data", 10 * (1 + _random.Next(36)));
        for (int word = 0; word < 12 + _random.Next(30); word++)
            text.Append(' ').Append(Any());
        return text.Append('.').ToString();

        // Common words come often, rare ones seldom.
        string Any() => _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 3))];
    }

    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (int rest = number + 70; rest > 0; rest /= 70)
            word.Append(Consonants[rest % 14]).Append(Vowels[rest / 14 % 5]);
        return word.ToString();
    }

    public static void Run(string folder, params string[] arguments)
    {
        using Process git = Start(folder, arguments);
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git {arguments[0]} failed");
    }

    public static Process Start(string folder, params string[] arguments)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardInput = arguments[0] == "fast-import" };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_COMMITTER_NAME"] = start.Environment["GIT_AUTHOR_NAME"] = "Recorder";
        start.Environment["GIT_COMMITTER_EMAIL"] = start.Environment["GIT_AUTHOR_EMAIL"] = "recorder@example.org";
        return Process.Start(start)!;
    }
}
