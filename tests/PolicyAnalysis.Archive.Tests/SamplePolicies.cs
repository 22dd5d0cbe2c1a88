using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Tests;

/// <summary>Policies of invented services, written by rule: each version differs a little from the one before.</summary>
internal static class SamplePolicies
{
    private static readonly string[] Clauses =
    [
        "We keep your account data for {0} days after you close the account.",
        "We use the address you give us to send the parcels you order.",
        "We share order details with the carriers that deliver them, and with nobody else.",
        "You may ask us for a copy of your personal data, and we answer within {0} days.",
        "We may change this policy; we tell you by e-mail at least {0} days before a change applies.",
        "You must be at least 16 years old to open an account.",
        "Any dispute goes to binding arbitration unless you opt out within {0} days.",
        "We train no models on the messages that you send through the service.",
        "Our liability is limited to the amount that you paid in the last 12 months.",
        "We protect your data with encryption in transit and at rest.",
    ];

    /// <summary>The version of a service's policy with a number; equal arguments give equal texts.</summary>
    public static string Policy(int service, int version)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Privacy Policy of Service {service}\n\nEffective date: {2020 + (version / 12)}-{(version % 12) + 1:00}-01\n\n");
        for (int section = 0; section < 5; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {section + 1}. Part {section + 1}\n\n");
            for (int item = 0; item < 4; item++)
            {
                int clause = ((service * 3) + (section * 4) + item) % Clauses.Length;
                int days = 10 * (1 + ((service + item + (version / (1 + item))) % 9));
                text.AppendFormat(CultureInfo.InvariantCulture, Clauses[clause], days);
                text.Append(CultureInfo.InvariantCulture, $" This is point {section + 1}.{item + 1} of service {service}.\n\n");
            }
        }

        if (version % 3 == 1)
            text.Append("We publish a report on requests of authorities once a year.\n");
        return text.ToString();
    }

    /// <summary>A small archive: a few services with a few versions each.</summary>
    public static void Fill(PolicyArchive archive, int services, int versions)
    {
        for (int service = 0; service < services; service++)
        {
            archive.Add(
            [
                .. Enumerable.Range(0, versions).Select(version =>
                    TemporaryArchive.Captured($"Service {service}", "Privacy Policy", version * 30, Policy(service, version))),
            ]);
        }
    }
}
