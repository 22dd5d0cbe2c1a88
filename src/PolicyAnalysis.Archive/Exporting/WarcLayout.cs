namespace PolicyAnalysis.Archive.Exporting;

/// <summary>What the archive adds to the fields of a web archive; other readers pass over it, as ISO 28500 asks.</summary>
internal static class WarcLayout
{
    /// <summary>The entry as JSON: with it a version comes back exactly as it was archived.</summary>
    public const string EntryField = "Policy-Archive-Entry";
}
