using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison;

/// <summary>The normalisations under which two texts of a change without effect are equal.</summary>
internal static class NoEffectLevel
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Dates = new(
        @"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[., ]*[0-9]{1,2}(?:st|nd|rd|th)?[, ]+[0-9]{4}|[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*,? [0-9]{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december),? [0-9]{4}|[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}(?:[ T][0-9]{1,2}:[0-9]{2})?)",
        Options,
        Regex.InfiniteMatchTimeout);

    // What a mail-hiding proxy writes where a page has an address.
    private const string HiddenAddress = "[email protected]";

    private static readonly Regex Addresses = new(@"\[email protected\]|[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}", Options, Regex.InfiniteMatchTimeout);

    private static readonly Regex Number = new(@"^\s*(?:section |article )?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|\(?[a-z]\))[.)\\]?\s+", Options, Regex.InfiniteMatchTimeout);

    /// <summary>The effect that says why the change has no substance, or <see langword="null"/> where it may have some.</summary>
    public static string? Of(string before, string after)
    {
        if (string.Equals(Letters(before), Letters(after), StringComparison.Ordinal))
            return "layout-only";
        if (string.Equals(Letters(Number.Replace(before, string.Empty)), Letters(Number.Replace(after, string.Empty)), StringComparison.Ordinal))
            return "layout-only";
        string masked = Dates.Replace(before, "0000");
        if (string.Equals(Letters(masked), Letters(Dates.Replace(after, "0000")), StringComparison.Ordinal))
            return "date-changed";
        bool hidden = before.Contains(HiddenAddress, StringComparison.OrdinalIgnoreCase) != after.Contains(HiddenAddress, StringComparison.OrdinalIgnoreCase);
        if (hidden && string.Equals(Letters(Addresses.Replace(before, "0000")), Letters(Addresses.Replace(after, "0000")), StringComparison.Ordinal))
            return "noise";
        return null;
    }

    private static string Letters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char letter in text.Normalize(NormalizationForm.FormKC))
        {
            // Signs that carry an amount or a share are protected: they never vanish in a normalisation.
            if (char.IsLetterOrDigit(letter) || letter is '%' or '$' or '€' or '£')
                kept.Append(char.ToLowerInvariant(letter));
            else if (kept.Length > 0 && kept[^1] != ' ')
                kept.Append(' ');
        }

        return kept.ToString().Trim();
    }
}
