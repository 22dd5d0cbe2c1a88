using System.Globalization;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive;

/// <summary>Says which pages of a web archive are documents of which platforms.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ArchivePageNames
{
    private const int LongestName = 200;

    private readonly Dictionary<string, (string, string)> _pages = new(StringComparer.Ordinal);
    private readonly List<(string Start, (string, string) Name)> _starts = [];

    private ArchivePageNames()
    {
    }

    /// <summary>Every page is a document: its host without <c>www.</c> is the platform, its path and query are the document's name.</summary>
    public static ArchivePageNames ByHost { get; } = new();

    /// <summary>Reads a table of pages; those it does not name are passed over.</summary>
    /// <param name="table">
    /// A line for each page: its address, a tab, the platform, a tab, the document's name. An address that ends in <c>*</c>
    /// stands for all that begin so; the longest counts. Scheme, <c>www.</c> and a slash at the end make no difference. Empty
    /// lines and those that begin with <c>#</c> are passed over.
    /// </param>
    /// <exception cref="PolicyArchiveException">A line is not of that form.</exception>
    public static ArchivePageNames Parse(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = new ArchivePageNames();
        int number = 0;
        foreach (string line in table.Split('\n'))
        {
            number++;
            string[] cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells[0].Length == 0 || cells[0][0] == '#')
                continue;
            bool isStart = cells[0].EndsWith('*');
            if (cells.Length != 3 || cells[1].Length is 0 or > LongestName || cells[2].Length is 0 or > LongestName || !Uri.TryCreate(cells[0].TrimEnd('*'), UriKind.Absolute, out Uri? address))
                throw new PolicyArchiveException(ArchiveProblem.ImportFailed, string.Create(CultureInfo.InvariantCulture, $"Line {number} of the table of pages is not an address, a platform and a document with tabs between them; correct the line."));
            if (isStart)
                names._starts.Add((Plain(address, isStart), (cells[1], cells[2])));
            else
                names._pages[Plain(address, isStart)] = (cells[1], cells[2]);
        }

        names._starts.Sort(static (left, right) => right.Start.Length != left.Start.Length ? right.Start.Length.CompareTo(left.Start.Length) : string.CompareOrdinal(left.Start, right.Start));
        return names;
    }

    /// <summary>The platform and the document that a page is; <see langword="null"/> where it is none.</summary>
    /// <param name="page">The page's address.</param>
    public (string Platform, string Document)? NameOf(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (ReferenceEquals(this, ByHost))
            return (Short(HostOf(page)), Short(PathOf(page)));
        string plain = Plain(page, isStart: false);
        if (_pages.TryGetValue(plain, out (string, string) name))
            return name;
        foreach ((string start, (string, string) known) in _starts)
        {
            if (plain.StartsWith(start, StringComparison.Ordinal))
                return known;
        }

        return null;
    }

    private static string HostOf(Uri page)
    {
        string host = page.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string PathOf(Uri page)
    {
        string path = page.GetComponents(UriComponents.PathAndQuery, UriFormat.Unescaped);
        // Names are for people, and must be fit to be printed.
        if (path.Any(static letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter == '\ufffd'))
            path = page.PathAndQuery;
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }

    private static string Plain(Uri page, bool isStart)
    {
        string path = page.PathAndQuery;
        return HostOf(page) + (page.IsDefaultPort ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{page.Port}")) + (isStart ? path : path.TrimEnd('/'));
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 17)] + "~" + Sha256Hash.Hex(Sha256Hash.Of(name))[..16];
}
