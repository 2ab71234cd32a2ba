using System.Text.Json;
using Supply.Tests.Oracles;
using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Referees;

/// <summary>
/// Delays and smoothing as Vensim computes them. Its tests have negative flows and delays that begin full; here all flows are raised
/// by <see cref="Raised"/>, and a delay is filled by a constant inflow long before the first row. Both are exact, since delays are linear.
/// </summary>
public class VensimDelayTests
{
    private const double Raised = 1;
    private const int Filling = 1200;

    //   Arsenal, the input --Sea, a delay--> Depot        sd-delays.csv, to its six digits
    [Theory]
    [InlineData("Output Delay1", 1, -1, 60)]
    [InlineData("Output Delay1I", 1, 6, 60)]
    [InlineData("Output Delay3", 3, -1, 60)]
    [InlineData("Output Delay3I", 3, 6, 60)]
    // From time 15 on DELAY N keeps the outflow when the delay time changes; DELAY1 and DELAY3 keep the stock, as here.
    [InlineData("OutputDelayN", 2, 6, 14)]
    public void Erlang_DelaysAsVensimDoes_AlsoWhenTheDelayTimeChanges(string column, int order, double initial, int last)
    {
        var table = RefereeTable.Read("sd-delays.csv");
        var received = Delayed(table["Input"], initial, 1, 4, Transit.Erlang(order),
            new LeadTimeChange("Sea", Moment.AtStep(Filling + 15), 1.5));
        var expected = table[column];
        for (var t = 0; t <= last; t++) received[t].ShouldBe(expected[t], Tolerance.SixDigits(expected[t]), $"time {t}");
    }

    // sd-delay-pipeline.csv: time step 0.5, delays of 1.25 and 2.5 that begin full; 1.25 is not a multiple of the step
    [Theory]
    [InlineData("Output Fractional Pipeline Delay", 0, 1.25)]
    [InlineData("Output Integer Pipeline Delay", 0, 2.5)]
    [InlineData("Output Second Order Delay", 2, 1.25)]
    [InlineData("Output Second Order Delay with Modified Delay Time", 2, 1)]
    [InlineData("Output Third order Delay with Modified Delay Time", 3, 1.5)]
    public void Delays_ThatDoNotFitTheStep_AreAsVensimsAre(string column, int order, double leadTime)
    {
        var table = RefereeTable.Read("sd-delay-pipeline.csv");
        var received = Delayed(table["Input"], 6, 0.5, leadTime, order == 0 ? Transit.Fixed : Transit.Erlang(order));
        var expected = table[column];
        for (var row = 0; row < expected.Length; row++)
        {
            received[row].ShouldBe(expected[row], Tolerance.SixDigits(expected[row]), $"row {row}");
        }
    }

    // sd-delay-erlang6-conservation.csv: rounds in transit return to 100 and stay there
    [Fact]
    public void ErlangOfOrder6_LosesNothing()
    {
        var table = RefereeTable.Read("sd-delay-erlang6-conservation.csv");
        double[] input = [.. Enumerable.Range(0, 801).Select(row => row < 40 ? 0.0 : 10)];
        var (received, transit) = Run(input, 10, 0.125, 10, Transit.Erlang(6));
        for (var t = 0; t <= 100; t++)
        {
            received[8 * t].ShouldBe(table["Outflow DelayN"][t], Tolerance.SixDigits(10), $"time {t}");
            (transit[8 * t] - 100).ShouldBe(table["Stock DelayN"][t], Tolerance.SixDigits(100), $"time {t}");
        }

        transit[800].ShouldBe(100, Tolerance.SameModel);
    }

    //   sd-smooth.csv, while its adjustment time is constant: a delay of a flow is then its smooth of the same order
    [Theory]
    [InlineData("Smooth output", 1, -1)]
    [InlineData("SmoothI output", 1, 5)]
    [InlineData("Smooth3 output", 3, -1)]
    [InlineData("Smooth3I output", 3, 5)]
    [InlineData("Smooth N output", 2, 5)]
    public void Erlang_SmoothsAsVensimDoes(string column, int order, double initial)
    {
        var table = RefereeTable.Read("sd-smooth.csv");
        var received = Delayed(table["Input"], initial, 0.25, 2, Transit.Erlang(order));
        for (var row = 0; row < 40; row++)
        {
            received[row].ShouldBe(table[column][row], Tolerance.SixDigits(table[column][row]), $"row {row}");
        }
    }

    // A supplier is owed 100, its whole patience, from step 1 on and paid five sixths of it at time 5; its willingness follows by
    // smoothing from 1 to 0 to 5/6, as the input of SmoothI goes from 5 to -1 to 4
    [Fact]
    public void Willingness_IsSmoothedAsVensimDoes()
    {
        const double h = 0.25;
        var expected = RefereeTable.Read("sd-smooth.csv")["SmoothI output"];
        double[] orders = [.. Enumerable.Range(0, 42).Select(step => step == 0 ? 100 / h : 0)];
        var supplier = new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, RatePath.PerStep(orders))])
        {
            Account = new([new("oil", Money.Of(500 / 6.0 * 30.4375 / h)) { From = Moment.AtStep(21), Until = Moment.AtStep(22) }],
                Price: Money.Of(1),
                Credit: Money.Of(0), Patience: Money.Of(100)) { Reaction = Days.Of(2) },
        };
        var willing = Of(Horizon.PlainSteps(42, h), supplier, Sea(1), Depot("Depot")).Trace(new Metric(Quantity.Willingness))
            .Path(new(Quantity.Willingness));
        for (var row = 0; row <= 40; row++)
        {
            (willing[row + 1] * 6 - 1).ShouldBe(expected[row], Tolerance.SixDigits(expected[row]), $"row {row}");
        }
    }

    //   sd-non-negative-stocks.csv: a stock of 25 that one round a day leaves; one that t rounds a day leave until time 9, then enter
    [Fact]
    public void Stocks_StayAtLeast0_AsTheReferees()
    {
        var table = RefereeTable.Read("sd-non-negative-stocks.csv");
        double[] flow = [.. table["if_else"]];
        var scenario = Of(Horizon.PlainSteps(flow.Length, 1.5), Depot("A", Lot(25)), Force(1, "A"), Depot("B", Lot(10)),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "B", RatePath.PerStep([.. flow.Select(rate => Math.Max(0, rate))])),
            new Consumer("Other force", "B", [new(Calibre.Mm152, RatePath.PerStep([.. flow.Select(rate => Math.Max(0, -rate))]))]));
        var result = scenario.Trace(Metric.OnHand.At("A"), Metric.OnHand.At("B"));
        for (var row = 1; row < flow.Length; row++)
        {
            result.Path(Metric.OnHand.At("A"))[row - 1].ShouldBeClose(table["TestStock1"][row], $"row {row}");
            result.Path(Metric.OnHand.At("B"))[row - 1].ShouldBeClose(table["TestStock3"][row], $"row {row}");
        }
    }

    // closed-forms.json: the response of k stages to a step, which Euler's method approaches at first order of the time step
    [Fact]
    public void StepResponse_ConvergesAtFirstOrder()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RefereeTable.Path("closed-forms.json")));
        foreach (var one in file.RootElement.GetProperty("erlang_delay_step").GetProperty("cases").EnumerateArray())
        {
            var (k, tau, t, value) = (one.GetProperty("k").GetInt32(), one.GetProperty("tau").GetDouble(), one.GetProperty("t").GetDouble(),
                one.GetProperty("value").GetDouble());
            var (coarse, fine) = (Response(k, tau, t, 0.125) - value, Response(k, tau, t, 0.0625) - value);
            Math.Abs(fine).ShouldBeLessThan(Tolerance.EulerStep * 0.0625, $"order {k}, time {t}");
            // Where the error changes its sign, or nearly vanishes, its ratio says nothing.
            if (Math.Abs(fine) > Tolerance.EulerTelling) (coarse / fine).ShouldBe(2, Tolerance.EulerRatio, $"order {k}, time {t}");
        }
    }

    //   closed-forms.json: in transit = throughput x lead time, whatever the order
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void InTransit_IsThroughputTimesLeadTime(int order)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(RefereeTable.Path("closed-forms.json")));
        var law = file.RootElement.GetProperty("littles_law");
        var way = order == 0 ? Transit.Fixed : Transit.Erlang(order);
        var scenario = Steps(1000, Arsenal(1e9, 0, law.GetProperty("throughput").GetDouble()),
            Sea(law.GetProperty("lead_time").GetDouble()) with { Transit = way }, Depot("Depot"));
        scenario.Trace(Metric.InTransit).Path(Metric.InTransit)[^1].ShouldBeClose(law.GetProperty("in_transit").GetDouble());
    }

    private static double Response(int order, double tau, double time, double h)
    {
        var steps = (int)(time / h) + 1;
        var received = Of(Horizon.PlainSteps(steps, h), Arsenal(1e9, 0, 1), Sea(tau) with { Transit = Transit.Erlang(order) },
            Depot("Depot"))
            .Trace(Total(Quantity.Received)).Path(Total(Quantity.Received));
        return received[^1] / h;
    }

    /// <summary>The response to the raised input, less the response to the constant it was raised by.</summary>
    private static double[] Delayed(double[] input, double initial, double h, double leadTime, Transit transit, params Change[] changes)
    {
        var whole = Run([.. input.Select(rate => rate + Raised)], initial + Raised, h, leadTime, transit, changes).Received;
        var constant = Run([.. input.Select(_ => Raised)], Raised, h, leadTime, transit, changes).Received;
        return [.. whole.Zip(constant, (a, b) => a - b)];
    }

    /// <summary>Arrivals per day and rounds in transit at each row of a referee, after a constant inflow has filled the delay.</summary>
    private static (double[] Received, double[] InTransit) Run(
        double[] input, double initial, double h, double leadTime, Transit transit, params Change[] changes)
    {
        double[] orders = [.. Enumerable.Repeat(initial, Filling), .. input];
        var supplier = new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, RatePath.PerStep(orders))]);
        var scenario = Of(Horizon.PlainSteps(orders.Length, h), supplier, Sea(leadTime) with { Transit = transit }, Depot("Depot"))
            with { Changes = Items.Of<Change>(changes) };
        var result = scenario.Trace(Total(Quantity.Received), Metric.InTransit);
        return ([.. result.Path(Total(Quantity.Received)).Skip(Filling).Select(rounds => rounds / h)],
            [.. result.Path(Metric.InTransit).Skip(Filling - 1)]);
    }
}
