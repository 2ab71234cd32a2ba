using Supply.Compilation;

namespace Supply.Tests.Laws;

public class CapacityLaws
{
    private static readonly Metric Produced = new Metric(Quantity.Produced).Total();

    [Fact]
    public void Lines_RunAtCapacity_UnlessAShareIsSubstituted() => Law.ForAll(40, sample =>
    {
        if (sample.Scenario.Changes.OfType<TargetShare>().Any(change => change.Meaning == ShareMeaning.Substituted)) return;
        Check(sample, ProbeScenario.Capacities, sample.Parts<ProductionLine>(), (result, part) => result.Path(Produced.At(part.Name)),
            exact: true,
            Produced);
    });

    [Fact]
    public void Works_TakeAtMostTheirCapacity_UnlessAShareIsSubstituted() => Law.ForAll(40, sample =>
    {
        if (sample.Scenario.Changes.OfType<TargetShare>().Any(change => change.Meaning == ShareMeaning.Substituted)) return;
        Metric good = new Metric(Quantity.Refurbished).Total(), bad = new Metric(Quantity.Rejected).Total();
        Check(sample, ProbeScenario.Capacities, sample.Parts<RefurbishmentWorks>(),
            (result, part) =>
                [.. result.Path(good.At(part.Name)).Zip(result.Path(bad.At(part.Name)), (a, b) => a + b)], exact: false, good, bad);
    });

    [Fact]
    public void Routes_PassAtMostTheirCapacity_AllCalibresTogether() => Law.ForAll(60, sample =>
    {
        Metric dispatched = new Metric(Quantity.Dispatched).Total(), imported = new Metric(Quantity.Imported).Total();
        Check(sample, ProbeScenario.Capacities, sample.Parts<Route>().Where(route => route.Capacity is not null),
            (result, part) => sample.Parts<Supplier>().Any(supplier => supplier.Name == ((Route)part).From)
                ? result.Path(imported.At(((Route)part).From))
                : result.Path(dispatched.At(part.Name)),
            exact: false, dispatched, imported);
    });

    [Fact]
    public void Suppliers_SendAtMostTheirExportLimit() => Law.ForAll(60, sample =>
    {
        var imported = new Metric(Quantity.Imported).Total();
        if (!sample.Parts<Supplier>().Any()) return;
        Check(sample, ProbeScenario.ExportLimits, sample.Parts<Supplier>(), (result, part) => result.Path(imported.At(part.Name)),
            exact: false,
            imported);
    });

    [Fact]
    public void Suppliers_AccountForEveryOrder() => Law.ForAll(40, sample =>
    {
        Metric[] parts = [.. new[] { Quantity.Imported, Quantity.HeldByStock, Quantity.HeldByExportLimit, Quantity.HeldByRoute }
            .Select(quantity => new Metric(quantity).Total())];
        var ordered = new Metric(Quantity.Ordered).Total();
        var result = new Ensemble(5, Record: new Metrics().And([.. parts, ordered])).Run(sample.Scenario).Baseline;
        for (var i = 0; i < 5; i++)
        {
            var orders = result.Scalar(ordered)[i];
            parts.Sum(metric => result.Scalar(metric)[i]).ShouldBe(orders, Tolerance.Books * Math.Max(1, orders));
        }
    });

    /// <summary>Whether anything can be counted under a metric.</summary>
    private static bool Counts(Scenario scenario, Metric metric)
    {
        var problems = new Problems();
        MetricChecks.Check(scenario, metric, problems);
        return !problems.Any;
    }

    /// <summary>Compares the rounds that parts passed in each step with the limit that a probe shows for the same draws.</summary>
    private static void Check(
        Sample sample, Func<Sample, Scenario> probe, IEnumerable<Part> parts, Func<ScenarioResult, Part, double[]> passed, bool exact,
            params Metric[] metrics)
    {
        Part[] list = [.. parts];
        if (list.Length == 0) return;
        Metric[] places = [.. from metric in metrics from part in sample.Network.Parts where Counts(sample.Scenario, metric.At(part.Name))
            select metric.At(part.Name)];
        var limits = probe(sample);
        Metric[] shown = [.. from metric in new[] { Produced, metrics[0] } from part in list where Counts(limits, metric.At(part.Name))
            select metric.At(part.Name)];
        for (ulong seed = 1; seed <= 2; seed++)
        {
            var result = new Ensemble(1, seed, Recorded.EveryStep(places)).Run(sample.Scenario).Baseline;
            var limit = new Ensemble(1, seed, Recorded.EveryStep(shown)).Run(limits).Baseline;
            foreach (var part in list)
            {
                var actual = passed(result, part);
                var most = limit.Path((part is Supplier ? metrics[0] : Produced).At(part.Name));
                for (var step = 0; step < actual.Length; step++)
                {
                    var slack = Tolerance.OfSum(most);
                    actual[step].ShouldBeLessThanOrEqualTo(most[step] + slack, $"{part.Name}, step {step}, seed {seed}");
                    if (exact) actual[step].ShouldBe(most[step], slack, $"{part.Name}, step {step}, seed {seed}");
                }
            }
        }
    }
}
