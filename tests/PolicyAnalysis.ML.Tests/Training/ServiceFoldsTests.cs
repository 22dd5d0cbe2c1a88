using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class ServiceFoldsTests
{
    [Fact]
    public void No_group_stands_in_two_folds_and_the_folds_are_equally_large()
    {
        int[] folds = ServiceFolds.Assign(InventedProvisions.All, 3);
        var byGroup = InventedProvisions.All.Zip(folds).GroupBy(pair => pair.First.Group, StringComparer.Ordinal);
        Assert.All(byGroup, group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        Assert.Single(folds.CountBy(fold => fold).Select(pair => pair.Value).Distinct());
    }
}
