using System.Globalization;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures whether provisions lead back to their source: by line and column, and by an address with a text fragment.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public static class EvidenceEvaluation
{
    private const int MostShown = 60;

    /// <summary>Follows every provision of every HTML page below a folder.</summary>
    /// <param name="folder">A folder of pages, in folders of their own.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="PolicyReadException">A page cannot be read.</exception>
    public static EvidenceFigures Measure(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        int provisions = 0, placed = 0, marked = 0, more = 0;
        var lost = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string source = File.ReadAllText(path);
            PolicyDocument document = PolicyDocument.Parse(source, new PolicyReadOptions { MediaType = PolicyMediaType.Html, Address = new Uri("https://policy.example/page") }, cancellationToken);
            var page = new PageText(source);
            foreach (Provision provision in ProvisionSegmenter.Segment(document, cancellationToken))
            {
                provisions++;
                placed += IsPlaced(document, provision.Range, source) ? 1 : 0;
                string address = document.GetQuoteAddress(provision.Range)!;
                string? found = page.Find(address[(address.IndexOf(":~:text=", StringComparison.Ordinal) + 8)..]);
                string wanted = Squeeze(provision.Text);
                string got = Squeeze(found ?? string.Empty);
                if (got.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                    marked++;
                else if (got.Length > wanted.Length && SharesEnds(got, wanted))
                    more++;
                else if (lost.Count < MostShown && (lost.Count == 0 || !lost[^1].StartsWith(Path.GetFileName(Path.GetDirectoryName(path))!, StringComparison.Ordinal)))
                    lost.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Path.GetDirectoryName(path))} line {provision.Position.Line}: {(found is null ? "not found" : "elsewhere")}: {address[(address.IndexOf(":~:", StringComparison.Ordinal) + 3)..]}"));
            }
        }

        return new EvidenceFigures { Provisions = provisions, Placed = placed, Marked = marked, MarkedWithMore = more, Lost = lost };
    }

    private static bool IsPlaced(PolicyDocument document, TextRange range, string source)
    {
        int last = -1;
        for (int index = range.Start; index < range.End; index++)
        {
            if (char.IsWhiteSpace(document.Text[index]))
                continue;
            int offset = document.GetSourcePosition(index).Offset;
            if (offset < last || offset >= source.Length || (source[offset] != document.Text[index] && source[offset] != '&'))
                return false;
            last = offset;
        }

        return true;
    }

    private static bool SharesEnds(string got, string wanted)
    {
        int length = Math.Min(12, wanted.Length / 2);
        return got.StartsWith(wanted[..length], StringComparison.OrdinalIgnoreCase) && got.EndsWith(wanted[^length..], StringComparison.OrdinalIgnoreCase);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
}
