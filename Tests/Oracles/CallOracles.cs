using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Calls at random intervals against the closed forms of renewal processes.</summary>
public class CallOracles
{
    private const int Replications = 2000;
    private static readonly IdleSpells spells = new(Fraction.Of(0.2), Days.Of(12), Factor.Of(0.7));

    //   --Sea: a call every 5 days on average, and now and then a spell--> : T / mean calls in T days, with variance T variance / mean^3
    [Theory]
    [InlineData("log-normal", false, 1)]
    [InlineData("log-normal", true, 1)]
    [InlineData("Erlang of order 4", false, 1)]
    [InlineData("Erlang of order 4", true, 0.5)]
    [InlineData("Erlang of order 1", false, 2)]
    public void Calls_ComeAtTheRateOfTheMean_AndScatterByTheSpread(string spacing, bool idle, double h)
    {
        const double days = 1000, interval = 5, spread = 0.8;
        var (way, squared) = spacing switch
        {
            "log-normal" => (Spacing.LogNormal(Factor.Of(spread)), Math.Exp(spread * spread) - 1),
            "Erlang of order 4" => (Spacing.Erlang(4), 0.25),
            _ => (Spacing.Erlang(1), 1.0),
        };
        var (mean, variance) = (interval, interval * interval * squared);
        if (idle)
        {
            const double chance = 0.2, median = 12, ofLength = 0.7;
            var (length, square) = (median * Math.Exp(ofLength * ofLength / 2), median * median * Math.Exp(2 * ofLength * ofLength));
            mean += chance * length;
            variance += chance * square - chance * chance * length * length;
        }

        var timetable = Timetable.Renewal(Days.Of(interval), way, mostPerStep: 8, idle ? spells : null);
        var total = Metric.Voyages.Total();
        var calls = new Ensemble(Replications, Seed: 11, Record: new Metrics().And(total))
            .Run(Of(Horizon.PlainSteps((int)(days / h), h), Ships(timetable, h))).Baseline.Scalar(total);
        var (rate, scatter) = (calls.Average(), calls.Select(one => one * one).Average() - Math.Pow(calls.Average(), 2));
        var expected = days * variance / Math.Pow(mean, 3);

        // The first interval begins with the horizon, which moves the mean by half of the squared coefficient of variation less 1.
        var start = (variance / (mean * mean) - 1) / 2;
        rate.ShouldBe(days / mean + start, Tolerance.StandardErrors * Math.Sqrt(expected / Replications) + 0.05);
        scatter.ShouldBe(expected, expected * Tolerance.StandardErrors * Math.Sqrt(2.0 / Replications));
    }

    //   --Sea: Erlang of order 1, a call a day on average--> : how many come in a day is Poisson
    [Fact]
    public void Calls_OfOrder1_ArePoisson()
    {
        const int steps = 8000;
        var timetable = Timetable.Renewal(Days.Of(1), Spacing.Erlang(1), mostPerStep: 10);
        var path = Steps(steps, Ships(timetable)).Trace(Metric.Voyages).Path(Metric.Voyages);
        var expected = Math.Exp(-1);
        for (var k = 0; k <= 6; expected /= ++k)
        {
            var error = Math.Sqrt(expected * (1 - expected) / steps);
            (path.Count(calls => calls == k) / (double)steps).ShouldBe(expected, Tolerance.StandardErrors * error, $"{k} calls");
        }

        path.Zip(path.Skip(1), (a, b) => (a - 1) * (b - 1)).Average().ShouldBe(0, Tolerance.StandardErrors / Math.Sqrt(steps));
    }

    //   --Sea: spread 0--> : the clock, bit for bit, with months, factors and changes, and several calls in a step
    [Theory]
    [InlineData(6.8)]
    [InlineData(0.3)]
    public void Calls_WithoutSpread_AreTheClock(double interval)
    {
        double[] Voyages(Timetable timetable)
        {
            var parts = Ships(timetable).Select(part => part is Route { Sailings: { } sailings } route
                ? route with
                {
                    Sailings = sailings with
                    {
                        Months = Factor.Each(0, 0.5, 1, 1, 1, 1.3, 1, 1, 1, 1, 1, 1), Factors = [Factor.Of(Uncertain.Noise(0.1, 9))],
                    },
                }
                : part);
            return Of(Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31)), [.. parts])
                .With("Fewer", new SailingChange("Sea", new(2024, 5, 5), 0.37))
                .Trace(Metric.Voyages).Path(Metric.Voyages);
        }

        Voyages(Timetable.Renewal(Days.Of(interval), Spacing.LogNormal(Factor.Of(0)), mostPerStep: 10))
            .ShouldBe(Voyages(Timetable.Every(Days.Of(interval))));
    }

    //   --Sea: a call every 1.25 days, at most one in a step of a day--> : those beyond it come in later steps, and none is lost
    [Fact]
    public void Calls_BeyondTheMost_ComeLater()
    {
        double Calls(int most)
        {
            var total = Metric.Voyages.Total();
            var timetable = Timetable.Renewal(Days.Of(1.25), Spacing.LogNormal(Factor.Of(0.5)), most);
            return new Ensemble(200, Record: new Metrics().And(total)).Run(Steps(1000, Ships(timetable))).Baseline.Scalar(total).Average();
        }

        Calls(1).ShouldBe(800, 5);
        Calls(4).ShouldBe(800, 5);
    }

    /// <summary>A port where rounds always wait, and ships of one round.</summary>
    private static Part[] Ships(Timetable timetable, double leadTime = 1) =>
        [Arsenal(1e9, 0, 1000), Sea(leadTime) with { Sailings = new(timetable, Units.Of(1), Rounds.Of(1)) }, Depot("Depot")];
}
