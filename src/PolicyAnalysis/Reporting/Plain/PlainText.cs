using System.Text;

namespace PolicyAnalysis.Reporting.Plain;

/// <summary>Builds plain text for a console: wrapped lines, indents, no control characters of the source.</summary>
internal sealed class PlainText
{
    private const int Width = 100;

    private readonly StringBuilder _text = new(16 * 1024);

    /// <summary>A line of text, wrapped at words; wrapped lines hang by <paramref name="indent"/>.</summary>
    public PlainText Line(string text = "", int indent = 0)
    {
        foreach (string line in Visible(text).Split('\n'))
            Wrap(line, indent);
        return this;
    }

    /// <summary>A quote; each of its lines stands behind the sign, so that no line of it can pass for one of ours.</summary>
    public PlainText Quote(string sign, string text)
    {
        foreach (string line in Visible(text).Split('\n'))
            Wrap(line, 4, sign);
        return this;
    }

    /// <summary>A title, underlined.</summary>
    public PlainText Title(string text)
    {
        string line = Visible(text).Replace('\n', ' ');
        _text.Append(line).Append('\n').Append('=', Math.Min(line.Length, Width)).Append('\n');
        return this;
    }

    /// <summary>A section's title.</summary>
    public PlainText Section(string text)
    {
        string line = Visible(text).Replace('\n', ' ');
        if (_text is not { Length: >= 2 } || _text[^2] != '\n')
            _text.Append('\n');
        _text.Append(line).Append('\n').Append('-', Math.Min(line.Length, Width)).Append('\n');
        return this;
    }

    /// <summary>The facts that close every report.</summary>
    public PlainText Proof(IReadOnlyList<PolicyDocument> documents, AnalysisVersions versions, DateOnly? asOf, string disclaimer)
    {
        Section("Sources and method");
        foreach (PolicyDocument document in documents)
        {
            Line($"{document.Source.Name}  SHA-256 {document.Source.Sha256}");
            if (ReportFacts.AddressOf(document.Source) is { } address && address != document.Source.Name)
                Line(address, 2);
            foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
                Line("! " + diagnostic.Message, 2);
        }

        Line(string.Join(" · ", ReportFacts.Versions(versions, asOf).Select(fact => $"{fact.Name} {fact.Value}")));
        Line($"Method: {PolicyDisclaimer.MethodAddress}");
        Line();
        return Line(disclaimer);
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text without what could steer a terminal: control characters, and marks that turn the direction of writing.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                visible.Append(rune.Value == '\t' ? " | " : "\n");
            else if (Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
                visible.Append('\ufffd');
            else
                visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private void Wrap(string line, int indent, string sign = "")
    {
        int column = indent;
        _text.Append(' ', line.Length + sign.Length == 0 ? 0 : indent).Append(line.Length == 0 ? sign.TrimEnd() : sign);
        foreach (string word in line.Split(' '))
        {
            if (column > indent && column + 1 + word.Length > Width)
            {
                _text.Append('\n').Append(' ', indent).Append(sign);
                column = indent;
            }
            else if (column > indent)
            {
                _text.Append(' ');
                column++;
            }

            _text.Append(word);
            column += word.Length;
        }

        _text.Append('\n');
    }
}
