using System.Globalization;
using System.Text;
using PolicyAnalysis.Benchmarks.Comparison;

namespace PolicyAnalysis.Benchmarks.Documents;

/// <summary>Pages to read: those recorded beside a developer's checkout, or else pages made up for the occasion.</summary>
internal static class PageSet
{
    private const int Generated = 40;
    private const int Paragraphs = 60;

    public static (string Name, string[] Pages) Load()
    {
        string folder = Path.GetFullPath(Path.Combine(TextPairs.Checkout(), "..", "shared", "data", "pages"));
        if (!Directory.Exists(folder)) return ("generated", Generate());
        return ("recorded", [.. Directory.EnumerateFiles(folder, "s*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
    }

    /// <summary>Pages with the weight of real ones around the words: scripts, styles, menus, drawings, wrappers.</summary>
    public static string[] Generate()
    {
        var source = new GeneratedText(7);
        return [.. Enumerable.Range(0, Generated).Select(_ => Page(source))];
    }

    private static string Page(GeneratedText source)
    {
        var page = new StringBuilder("<!doctype html><html lang=en><head><title>Privacy notice</title><style>");
        page.Append(string.Concat(Enumerable.Range(0, 800).Select(static number => $".c{number}{{margin:0;padding:{number}px}}\n"))).Append("</style><script>");
        page.Append(string.Concat(Enumerable.Range(0, 1500).Select(static number => $"window.state[{number}]={{\"id\":{number},\"kind\":\"item\"}};\n"))).Append("</script></head><body><nav><ul>");
        for (int link = 0; link < 60; link++) page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item m{link}\"><a href=\"/{link}\" data-track=\"nav-{link}\"><svg viewBox=\"0 0 9 9\"><path d=\"M0 0L9 9\"/></svg> <span>{source.Word()}</span></a></li>\n");
        page.Append("</ul></nav><main><div class=\"layout\"><div class=\"column\">\n<h1>Privacy notice</h1>\n");
        for (int paragraph = 0; paragraph < Paragraphs; paragraph++)
        {
            if (paragraph % 8 == 0) page.Append(CultureInfo.InvariantCulture, $"<div class=\"block\"><h2 id=\"s{paragraph}\">{paragraph / 8 + 1}. {source.Word()} {source.Word()}</h2></div>\n");
            page.Append("    <div class=\"text w-full mt-4\" data-block>\n      <p><span>").Append(source.Line()).Append("</span> <strong>").Append(source.Word()).Append("</strong> ").Append(source.Line()).Append("</p>\n    </div>\n");
        }

        return page.Append("</div></div></main><footer><p>Nobody reads this.</p></footer></body></html>").ToString();
    }
}
