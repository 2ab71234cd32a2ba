using static Supply.Uncertain;

namespace Supply.Benchmarks.Scaling;

/// <summary>Two years of a small model: three stocks, two delays, six uncertain numbers, six metrics with quantiles.</summary>
internal static class Toy
{
    public const int Days = 730;

    public static readonly Metrics Record = new()
    {
        Scalars = [Metric.FiredPerDay, Metric.FillRate, Metric.OnHand, Metric.DaysOfSupply, Metric.LostPerDay, Metric.Exhaustion],
    };

    /// <summary>The whole model; each part that may be left out shows its cost.</summary>
    /// <param name="days">Of the horizon.</param>
    /// <param name="drawnLead">The lead time of the first route is drawn for each replication.</param>
    /// <param name="front">With the third stock and the route to it.</param>
    /// <param name="rationed">The consumer rations by cover.</param>
    /// <param name="noise">The requirement varies from day to day, a normal each.</param>
    public static Scenario Of(int days = Days, bool drawnLead = true, bool front = true, bool rationed = true, bool noise = false) =>
        new("toy", new Network("Side", Items.From(Parts(drawnLead, front, rationed, noise))), Horizon.PlainSteps(days));

    /// <summary>The results an analyst reads: the quantiles of every metric.</summary>
    public static double Summarise(Study study) => Record.Scalars.Sum(metric => study.Baseline.Distribution(metric).Median);

    private static IEnumerable<Part> Parts(bool drawnLead, bool front, bool rationed, bool noise)
    {
        var required = RatePath.Constant(Rate.PerDay(Uniform(5_000, 9_000)));
        yield return new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uniform(500_000, 2_000_000)))]);
        yield return new Stockpile("Rear");
        yield return new ProductionLine(
            "Line", Calibre.Mm152, Origin.Russia, "Depot", RatePath.Constant(Rate.PerDay(LogNormal(3_000,
                7_000)))) { Yield = Fraction.Of(0.97) };
        yield return new Route("Rail", "Depot", "Rear", Supply.Days.Of(drawnLead ? Uniform(5, 20) : 12)) { Cover = Supply.Days.Of(30),
            Loss = Fraction.Of(Uniform(0, 0.03)) };
        if (front)
        {
            yield return new Stockpile("Front");
            yield return new Route("Road", "Rear", "Front", Supply.Days.Of(3)) { Cover = Supply.Days.Of(15),
                Capacity = Rate.PerDay(Uniform(8_000, 12_000)) };
        }

        yield return new Consumer("Force", front ? "Front" : "Rear",
            [new(Calibre.Mm152, noise ? required.Times(Noise(0.2, 10)) : required)])
        {
            Rationing = rationed ? Rationing.ByCover(Supply.Days.Of(30), counting: front ? ["Rear"] : []) : Rationing.None,
        };
    }
}
