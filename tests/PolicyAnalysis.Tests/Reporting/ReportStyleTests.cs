using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>The style sheet of the HTML reports: contrast by WCAG 2.2 level AA, computed for every pair of colours, light and dark.</summary>
public sealed partial class ReportStyleTests
{
    private const double TextContrast = 4.5;
    private const double GraphicContrast = 3;

    private static readonly string Style = File.ReadAllText(Repository.PathOf("src", "PolicyAnalysis", "Reporting", "Html", "report.css"));

    /// <summary>Texts on what they stand on.</summary>
    private static readonly (string Ink, string Ground)[] Texts =
    [
        ("ink", "paper"), ("ink", "card"), ("ink", "mixed-soft"), ("soft", "paper"), ("soft", "card"), ("accent", "paper"), ("accent", "card"), ("accent", "mixed-soft"), ("card", "accent"), ("card", "ink"),
        ("top-ink", "top"), ("top-soft", "top"), ("against", "against-soft"), ("mixed", "mixed-soft"), ("neutral", "neutral-soft"), ("for", "for-soft"), ("against", "card"), ("mixed", "card"), ("for", "card"), ("del-ink", "del"), ("ins-ink", "ins"),
    ];

    /// <summary>Bars, edges, outlines of focus and controls on what they stand on or beside.</summary>
    private static readonly (string Ink, string Ground)[] Graphics =
    [
        ("against", "neutral-soft"), ("for", "neutral-soft"), ("mute", "neutral-soft"), ("mute", "card"), ("accent", "neutral-soft"), ("accent", "paper"), ("accent", "card"),
        ("l1", "neutral-soft"), ("l2", "neutral-soft"), ("l3", "neutral-soft"), ("l4", "neutral-soft"), ("l5", "neutral-soft"), ("l1", "card"), ("l2", "card"), ("l3", "card"), ("l4", "card"), ("l5", "card"),
    ];

    /// <summary>Lines that part and frame; nothing is told by them alone.</summary>
    private static readonly string[] Decoration = ["line", "line-strong"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_pair_of_colours_has_the_contrast_that_WCAG_asks_for(bool dark)
    {
        Dictionary<string, string> colours = Colours(dark);
        Assert.All(Texts, pair => AssertContrast(colours, pair, TextContrast));
        Assert.All(Graphics, pair => AssertContrast(colours, pair, GraphicContrast));
    }

    [Fact]
    public void Every_colour_stands_in_a_pair_that_is_computed() => Assert.Empty(
        Colours(dark: false).Keys.Except([.. Texts.Concat(Graphics).SelectMany(pair => (string[])[pair.Ink, pair.Ground]), .. Decoration], StringComparer.Ordinal));

    [Fact]
    public void The_dark_scheme_answers_every_colour_of_the_light_one()
    {
        MatchCollection schemes = Scheme().Matches(Style);
        Assert.Equal(Colour().Matches(schemes[0].Value).Select(match => match.Groups[1].Value), Colour().Matches(schemes[1].Value).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void No_colour_stands_outside_the_schemes_and_every_variable_is_defined()
    {
        string rules = Scheme().Replace(Style, "");
        Assert.DoesNotMatch("#[0-9a-fA-F]{3,8}\\b", rules);
        IEnumerable<string> defined = Definition().Matches(Style).Select(match => match.Groups[1].Value);
        Assert.Empty(Use().Matches(Style).Select(match => match.Groups[1].Value).Except(defined, StringComparer.Ordinal));
    }

    [Fact]
    public void Motion_is_reduced_where_a_reader_asks_for_it_print_is_light_and_nothing_is_loaded()
    {
        Assert.Matches(@"@media \(prefers-reduced-motion: reduce\) \{ html \{ scroll-behavior: auto", Style);
        Assert.Contains("@media print", Style, StringComparison.Ordinal);
        Assert.Contains("@media (forced-colors: active)", Style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Style, StringComparison.Ordinal);
        Assert.DoesNotContain("</", Style, StringComparison.Ordinal);
    }

    private static void AssertContrast(Dictionary<string, string> colours, (string Ink, string Ground) pair, double least)
    {
        double ink = Luminance(colours[pair.Ink]);
        double ground = Luminance(colours[pair.Ground]);
        double contrast = (Math.Max(ink, ground) + 0.05) / (Math.Min(ink, ground) + 0.05);
        Assert.True(contrast >= least, string.Create(CultureInfo.InvariantCulture, $"--{pair.Ink} on --{pair.Ground}: {contrast:F2}, at least {least} is asked for"));
    }

    /// <summary>Relative luminance. Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance .</summary>
    private static double Luminance(string colour)
    {
        string digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => new string(digit, 2))) : colour[1..];
        double Channel(int index)
        {
            double value = int.Parse(digits.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(1)) + (0.0722 * Channel(2));
    }

    private static Dictionary<string, string> Colours(bool dark)
    {
        MatchCollection schemes = Scheme().Matches(Style);
        return Colour().Matches(schemes[dark ? 1 : 0].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"--([\w-]+): (#[0-9a-fA-F]{3,6});")]
    private static partial Regex Colour();

    [GeneratedRegex(@"--([\w-]+):")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\(--([\w-]+)[),]")]
    private static partial Regex Use();
}
