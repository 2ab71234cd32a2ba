using System.Text.Json.Nodes;

namespace Supply.Tests.Referees;

/// <summary>Long runs at the optimum of textbook policies against the expected cost of the closed form.</summary>
public sealed class ClosedFormTests
{
    private const int Steps = 40_000;
    private const int Batch = 400;

    private static readonly JsonNode cases =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Referees", "stockpyl-closed-forms.json")))!["cases"]!;

    //   Outside --L + 1 days, base stock--> Depot --> Customer, N(50, 8) a day
    // An order placed after a day's demand is there before that of the next: a lead time of 0 there is a day here.
    [Theory]
    [InlineData("newsvendor_normal", 0)]
    [InlineData("newsvendor_normal_lead4", 4)]
    public void BaseStock_CostsWhatTheNewsvendorExpects(string name, int lead)
    {
        var result = cases[name]!["result"]!;
        var rule = Replenishment.BaseStock(Rounds.Of((double)result[0]!));
        Check(name, OneDepot(rule, lead + 1, 0.18, 0.7, null, StepDraw.Normal(50, 8)), (double)result[1]!);
    }

    //   Outside --(s, S) = (4, 10)--> Depot --> Customer, Poisson(6) a day, an order costs 5
    [Fact]
    public void MinMax_CostsWhatTheExactAlgorithmExpects()
    {
        var result = cases["s_s_discrete_exact_poisson"]!["result"]!;
        var rule = Replenishment.MinMax(Rounds.Of((double)result[0]!), Rounds.Of((double)result[1]!));
        Check("(s, S)", OneDepot(rule, 1, 1, 4, 5, StepDraw.Poisson(6)), (double)result[2]!);
    }

    //   Outside --(R, Q) = (3, 5), 2 days--> Depot --> Customer, Poisson(1.5) a day, an order costs 100
    // The formula reviews at every moment. Here steps are quarters of a day: the stock at the end of a step is the position one lead time
    // earlier less the demand since, as there, and two lots are ordered in one step less often than in one step in 10^5.
    [Fact]
    public void ReorderPoint_CostsWhatTheExactAlgorithmExpects()
    {
        const int quarters = 4;
        var result = cases["rq_poisson_exact"]!["result"]!;
        var rule = Replenishment.ReorderPoint(Rounds.Of((double)result[0]!), Rounds.Of((double)result[1]!));
        var scenario = OneDepot(rule, 2 * quarters, 20.0 / quarters, 150.0 / quarters, 100, StepDraw.Poisson(1.5 / quarters));
        Check("(R, Q)", scenario, (double)result[2]! / quarters);
    }

    //   Outside --as planned, 1 day--> Depot --> Customer, 90, 120, 80, 70      an order costs 500, a unit kept over night 2
    // Among all plans that order for whole periods, the published one has the published cost, and no other costs less.
    [Fact]
    public void WagnerWhitin_TheOptimalPlan_CostsWhatIsPublished_AndNoOtherLess()
    {
        double[] demand = [90, 120, 80, 70];
        var result = cases["wagner_whitin"]!["result"]!;
        double[] best = [.. result[0]!.AsArray().Skip(1).Select(lot => (double)lot!)];
        var optimum = (double)result[1]!;
        Cost(best).ShouldBe(optimum, Tolerance.Rounding * optimum);
        for (var plan = 0; plan < 8; plan++)
        {
            var lots = new double[4];
            var last = 0;
            for (var period = 0; period < 4; period++)
            {
                if (period > 0 && (plan >> (period - 1) & 1) == 1) last = period;
                lots[last] += demand[period];
            }

            Cost(lots).ShouldBeGreaterThanOrEqualTo(optimum * (1 - Tolerance.Rounding), string.Join(", ", lots));
        }

        // An order of one step is there in the next, so that demand comes a step later.
        double Cost(double[] lots)
        {
            Part[] parts =
            [
                Outside(), new Stockpile("Depot") { HoldingCost = Money.Of(2) },
                new Route("Supply", "Outside", "Depot", Days.Of(1)) { Replenishment = Replenishment.Push(RatePath.PerStep([.. lots, 0])),
                    FixedCost = Money.Of(500) },
                new Consumer("Customer", "Depot", [new(Calibre.Mm152, RatePath.PerStep([0, .. demand]))]) { ShortageCost = Money.Of(1e6) },
            ];
            return new RefereeRun(new Scenario("Lot sizes", new Network("Side", parts), Horizon.PlainSteps(demand.Length + 1)))[
                Metric.Cost].Sum();
        }
    }

    //   Outside --2 days--> Stage 3 --1 day--> Stage 2 --1 day--> Stage 1 --> Customer, N(5, 1) a day
    [Fact]
    public void SerialBaseStock_CostsWhatTheDecompositionExpects()
    {
        var optimum = cases["ssm_serial_example_6_1"]!;
        double Echelon(int stage) => (double)optimum["S"]![$"{stage}"]!;
        Stockpile Stage(int i, double holding) => new($"Stage {i}") { HoldingCost = Money.Of(holding) };
        Route To(int i, string from, double days, double level, double holding) =>
            new($"To {i}", from, $"Stage {i}", Days.Of(days)) { Replenishment = Replenishment.BaseStock(Rounds.Of(level)),
                HoldingCost = Money.Of(holding) };
        var scenario = Scenario(
            Outside(), Stage(3, 2), Stage(2, 4), Stage(1, 7),
            To(3, "Outside", 2, Echelon(3) - Echelon(2), 0), To(2, "Stage 3", 1, Echelon(2) - Echelon(1), 2),
                To(1, "Stage 2", 1, Echelon(1), 4),
            Customer("Stage 1", 37.12, StepDraw.Normal(5, 1)));
        Check("serial base stock", scenario, (double)optimum["cost"]!);
    }

    //   Outside --(R, Q), Q = Q* x 0.8, 1, 1.25--> Depot --> Customer, 1 a step, 1300 a year
    [Fact]
    public void LotSize_AtItsOptimum_CostsWhatTheFormulaSays()
    {
        var result = cases["eoq"]!["result"]!;
        var (best, cost) = ((double)result[0]!, (double)result[1]!);
        const double year = 1300;
        double PerYear(double lot)
        {
            var rule = Replenishment.ReorderPoint(Rounds.None, Rounds.Of(lot));
            var scenario = OneDepot(rule, 1, 0.225 / year, 5, 8, StepDraw.Discrete((1, 1)));
            return LongRun(scenario).Mean * year;
        }

        // Stock is counted after the demand of a step, half a unit below its mean, and lots take whole steps.
        PerYear(Math.Round(best)).ShouldBe(cost, 0.225);
        PerYear(Math.Round(best)).ShouldBeLessThan(PerYear(Math.Round(best * 0.8)));
        PerYear(Math.Round(best)).ShouldBeLessThan(PerYear(Math.Round(best * 1.25)));
    }

    private static void Check(string name, Scenario scenario, double expected)
    {
        var (mean, error) = LongRun(scenario);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {mean:F4} a day, expected {expected:F4}, standard error {error:F4}");
        mean.ShouldBe(expected, Tolerance.StandardErrors * error);
    }

    /// <summary>Cost per step after the first batches, which forget the empty start.</summary>
    private static (double Mean, double Error) LongRun(Scenario scenario)
    {
        var record = new Metrics { Every = Batch, Series = [Metric.Cost] };
        double[] batches = [.. new Ensemble(1, Record: record).Run(scenario).Baseline.Path(Metric.Cost).Skip(5)
            .Select(cost => cost / Batch)];
        var mean = batches.Average();
        return (mean, Math.Sqrt(batches.Sum(one => (one - mean) * (one - mean)) / (batches.Length - 1) / batches.Length));
    }

    private static Scenario OneDepot(
        Replenishment rule, double days, double holding, double backlog, double? perOrder, StepDraw demand) => Scenario(
        Outside(), new Stockpile("Depot") { HoldingCost = Money.Of(holding) },
        new Route("Supply", "Outside", "Depot", Days.Of(days)) { Replenishment = rule,
            FixedCost = perOrder is { } cost ? Money.Of(cost) : null },
        Customer("Depot", backlog, demand));

    private static Supplier Outside() => new("Outside", new("Anywhere"), [new(Calibre.Mm152, Rounds.Of(1e12), Rate.Zero)]);

    private static Consumer Customer(string at, double backlog, StepDraw demand) =>
        new("Customer", at, [new(Calibre.Mm152, RatePath.Drawn(demand, 1))])
        {
            Unmet = Unmet.Backordered, BacklogCost = Money.Of(backlog),
        };

    private static Scenario Scenario(params Part[] parts) => new("Closed form", new Network("Side", parts), Horizon.PlainSteps(Steps));
}
