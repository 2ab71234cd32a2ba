using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Supply;

// Outside of Supply: within it, the names of Supply would hide the others.
namespace Notebooks;

/// <summary>Scripts can use the library and Math.NET Numerics side by side: no public type is named like one of theirs.</summary>
public class NameTests
{
    private static readonly string[] ours = ["Supply", "Supply.Evidence", "Supply.Inference", "Supply.Analysis", "Supply.Plots"];

    private static readonly string[] theirs = ["MathNet.Numerics", "MathNet.Numerics.Distributions", "MathNet.Numerics.Statistics"];

    [Fact]
    public void NoTypeSharesItsNameWithOneOfMathNet() =>
        Names(ours, typeof(Scenario), typeof(Supply.Plots.Figure)).Intersect(Names(theirs, typeof(Normal))).ShouldBeEmpty();

    [Fact]
    public void BothSideBySide()
    {
        Distribution distribution = Distribution.Of([1.0, 2, 3]);
        TimeWindow window = TimeWindow.Year(2026);
        Uncertain uncertain = Uncertain.Normal(Normal.CDF(0, 1, 0), Precision.DoublePrecision);
        distribution.Median.ShouldBe(new[] { 1.0, 2, 3 }.Median());
        window.Name.ShouldBe("2026");
        uncertain.ShouldNotBeNull();
        typeof(MetricSeries).Namespace.ShouldBe("Supply");
    }

    private static IEnumerable<string> Names(string[] namespaces, params Type[] from) => from
        .SelectMany(type => type.Assembly.GetExportedTypes())
        .Where(type => !type.IsNested && namespaces.Contains(type.Namespace)).Select(type => type.Name);
}
