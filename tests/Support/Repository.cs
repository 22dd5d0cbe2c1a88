namespace PolicyAnalysis.Testing;

/// <summary>The checkout that the tests were built from, and the folder of real policies that may stand beside it.</summary>
internal static class Repository
{
    /// <summary>The checkout's top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the checkout.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// A path of the real policies beside the checkout. They are not part of the repository: where they are missing the
    /// calling test is skipped and says so.
    /// </summary>
    public static string SharedPathOf(params ReadOnlySpan<string> parts)
    {
        string path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"measured on real policies that are not part of the repository: {string.Join('/', parts)} stands beside the checkout only for its developers");
        return path;
    }

    private static string Find()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "PolicyAnalysis.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException("the tests run outside a checkout: no PolicyAnalysis.sln above " + AppContext.BaseDirectory);
    }
}
