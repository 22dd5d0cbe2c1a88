namespace PolicyAnalysis.Archive.Exporting;

/// <summary>The names inside a bundle.</summary>
internal static class BundleLayout
{
    public const string Format = "policy-archive-bundle/1";

    public const string Manifest = "MANIFEST.sha256";

    public const string Head = "head.json";

    /// <summary>A line for each entry: its hash, a tab, its JSON.</summary>
    public const string Chain = "chain.tsv";

    public const string Readme = "README.txt";

    public const string Index = "index.html";

    public const string Contents = "contents/";

    /// <summary>What stands before the digest in the comment of the zip file.</summary>
    public const string CommentPrefix = "sha256 of all bytes before this comment's record: ";

    public static int CommentLength => CommentPrefix.Length + 64;
}
