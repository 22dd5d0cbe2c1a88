namespace PolicyAnalysis.ML.Tests;

public sealed class PackageTests
{
    [Fact]
    public void The_core_is_referenced_and_does_not_reference_back() =>
        Assert.DoesNotContain(typeof(PolicyDocument).Assembly.GetReferencedAssemblies(), name => name.Name == "PolicyAnalysis.ML");
}
