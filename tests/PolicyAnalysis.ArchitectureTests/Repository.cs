namespace PolicyAnalysis.ArchitectureTests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

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
