using System.Runtime.CompilerServices;
using static Supply.Uncertain;

namespace Supply.Tests.Unit.UnitTypes;

/// <summary>Values print as people write them.</summary>
public class PrintingTests
{
    private static readonly Moment spring = new(2025, 3, 1);

    public static TheoryData<object, string> Printed => new()
    {
        { Rounds.Of(10_000), "10,000 rounds" },
        { Rounds.Of(1), "1 round" },
        { Days.Of(30), "30 days" },
        { Days.Of(Triangular(16, 24, 40)), "16 to 40 days, most likely 24" },
        { Days.Of(Pert(16, 24, 40)), "16 to 40 days, most likely 24 (PERT)" },
        { Days.Of(Normal(30, 4)), "30 days with standard deviation 4" },
        { Days.Of(Uniform(10, 20) * Uniform(0.5, 1)), "10 to 20 days, all equally likely times 0.5 to 1, all equally likely" },
        { Rounds.Of(LogNormal(1e6, 3e6)), "1,000,000 to 3,000,000 rounds with 90 percent probability" },
        { Fraction.Of(0.05), "5 %" },
        { Fraction.Percent(7), "7 %" },
        { Fraction.Of(Uniform(0.05, 0.15)), "5 to 15 %, all equally likely" },
        { Fraction.Of(OneOf(new Alternative("RUSI", 1, 0.2), new("Seoul", 2, 0.3))),
            "one of RUSI (weight 1), Seoul (weight 2), in percent" },
        { Units.Of(300), "300 units" },
        { Money.Of(1_200), "1,200 units of currency" },
        { Factor.Of(1.5), "times 1.5" },
        { Ratio.Of(3), "3 rounds per round" },
        { Uniform(16, 40), "16 to 40, all equally likely" },
        { Noise(0.2, 30), "noise of 0.2 over 30 days" },
        { Drift(spring, 0.1), "drift from 2025-03-01, 0.1 a year" },
        { Exactly(3).Assumed("Nobody says.").Source!, "assumed: Nobody says." },
        { Exactly(3).Cited(new(2024, 1, 31), "B2", "RUSI", "Half.", "E141", "E144").Source!, "RUSI, B2, 2024-01-31: E141, E144" },
        { Rate.PerMonth(100_000), "100,000 rounds/month" },
        { Rate.PerDay(Uniform(1, 2)), "1 to 2 rounds/day, all equally likely" },
        { RatePath.Constant(Rate.PerYear(5)).Times(Uniform(0.5, 1)), "5 rounds/year, times 0.5 to 1, all equally likely" },
        { RatePath.Linear(spring, Rate.PerDay(5), new(2026, 3, 1), Rate.PerDay(9)),
            "5 rounds/day at 2025-03-01, 9 rounds/day at 2026-03-01, straight lines between" },
        { RatePath.Table(Interpolation.Step, (spring, Rate.PerDay(5))), "5 rounds/day from 2025-03-01" },
        { RatePath.FirstOrder(spring, Rate.PerDay(5), Rate.PerDay(9), Days.Of(90)),
            "5 rounds/day, from 2025-03-01 towards 9 rounds/day, time constant 90 days" },
        { RatePath.Logistic(spring, Rate.PerDay(5), Rate.PerDay(9), Days.Of(90), Days.Of(10)),
            "5 rounds/day to 9 rounds/day, half of the change by 2025-03-01, S-shaped over 90 days, later by 10 days" },
        { RatePath.PerStep(3, 1, 2), "3 steps of 1 to 3 rounds/day" },
        { Calibre.Mm152, "152 mm" },
        { Origin.Dprk, "DPRK" },
        { spring, "2025-03-01" },
        { Moment.AtStep(3), "step 3" },
        { TimeWindow.Year(2026), "2026 (2026-01-01 to 2026-12-31)" },
        { new TimeWindow("Spring", spring, new(2025, 5, 31)), "Spring (2025-03-01 to 2025-05-31)" },
        { Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31)), "2025-01-01 to 2025-12-31 in steps of 1 day" },
        { Horizon.PlainSteps(12, 30), "12 steps of 30 days" },
        { new Stockpile("Rear depots"), "stockpile \"Rear depots\"" },
        { new Route("Road", "Rear", "Front", Days.Of(3)), "route \"Road\"" },
        { new Lot(Calibre.Mm152, Origin.Dprk, Rounds.Of(10_000)), "10,000 rounds of 152 mm, DPRK" },
        { new Consignment(Calibre.Mm152, Origin.Dprk, Rounds.Of(10_000)) { Arrives = Days.Of(3) },
            "10,000 rounds of 152 mm, DPRK, arriving after 3 days" },
        { new Outstanding(Calibre.Mm152, Rounds.Of(10_000)), "10,000 rounds of 152 mm" },
        { new Demand(Calibre.Mm152, Rate.PerDay(100)), "152 mm: 100 rounds/day" },
        { new Offer(Calibre.Mm152, Rounds.Of(10), Rate.PerDay(5), Rate.PerDay(9)),
            "152 mm: 10 rounds, making 5 rounds/day, ordered 9 rounds/day" },
        { new Displacement(spring, Days.Of(300), Fraction.Of(0.4), Growth.Linear), "40 % from 2025-03-01 over 300 days, linear" },
        { Rationing.ByCover(Days.Of(30), counting: ["Rear"]), "by cover of 30 days, 0 rounds kept back, counting \"Rear\"" },
        { Replenishment.ReorderPoint(Rounds.Of(5), Rounds.Of(9), Days.Of(7)),
            "at 5 rounds or below order lots of 9 rounds, reviewed every 7 days" },
        { Transit.PerShipment(Factor.Of(0.5), Days.Of(60)), "drawn for each shipment, spread 0.5, at most 60 days" },
        { Timetable.Every(Days.Of(7)), "every 7 days" },
        { Timetable.Renewal(Days.Of(7), Spacing.Erlang(2), idle: new(Fraction.Of(0.1), Days.Of(20), Factor.Of(0.5))),
            "every 7 days on average, Erlang of order 2, with a spell of 20 days, spread 0.5, behind a call with probability 10 %" },
        { Spacing.LogNormal(Factor.Of(0.6)), "log-normal, spread 0.6" },
        { Allocation.InOrder with { WithConsumers = true }, "in order, with consumers" },
        { Small, "network \"Blue\": 1 stockpile, 1 consumer" },
        { new Network("Empty", []), "network \"Empty\": no parts" },
        { Plan.With("Cut", Strike), "scenario \"Cut\": Blue, 12 steps of 1 day, 1 change" },
        { new Lever("strike", [Strike]), "strike: depot strike on \"Depot\" from step 3" },
        { new Sweep(Origin.Dprk, spring, [0, 0.2], [ShareMeaning.Added]), "DPRK from 2025-03-01: 0 %, 20 %, added" },
        { LeverSweep.Of("plant capacity", [1, 1.5], factor => [new CapacityChange("Plant", spring, factor)]), "plant capacity: 1, 1.5" },
        { new LeverSetting(0, []), "0: no changes" },
        { Metric.FiredPerDay.On("Blue"), "fired per day, Blue" },
        { Metrics.Standard.Over(TimeWindow.Between(new(2025, 1, 1), new(2025, 6, 30))),
            "10 series every 7 steps, 10 scalars over 2025-01-01 to 2025-06-30" },
        { new Ensemble(), "1,000 replications, seed 2026; 10 series every 7 steps, 10 scalars over the whole horizon" },
        { Distribution.Of([1, 2, 3, 4, 5]), "3, 90 % between 1.2 and 4.8" },
    };

    private static DepotStrike Strike => new("Depot", Moment.AtStep(3), Fraction.Of(0.1));

    private static Network Small =>
        new("Blue", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Ukraine, Rounds.Of(2_000))]),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(100))]));

    private static Scenario Plan => new("Plan", Small, Horizon.PlainSteps(12));

    [Theory]
    [MemberData(nameof(Printed), DisableDiscoveryEnumeration = true)]
    public void Value_PrintsAsPeopleWriteIt(object value, string expected) => value.ToString().ShouldBe(expected);

    [Fact]
    public void Study_PrintsItsScenarios()
    {
        var study = new Ensemble(Replications: 2).Run(Plan);
        study.ToString().ShouldBe("1 scenario, 2 replications, seed 2026: Plan");
        study.Baseline.ToString().ShouldStartWith("results of \"Plan\" over ");
        study.Baseline.Series(Metric.FiredPerDay).ToString().ShouldBe("fired per day, 2 points");
    }

    [Fact]
    public void Parts_PrintTheWordsOfMessages() => EveryKind.Baseline.Networks.SelectMany(network => network.Parts)
        .ShouldAllBe(part => part.ToString() == $"{Supply.Files.PartShapes.WordsOf(part)} \"{part.Name}\"");

    [Fact]
    public void NoRecordOfTheModelPrintsItsFields() => typeof(Scenario).Assembly.GetTypes()
        .Where(type => type.Namespace == "Supply" && !type.IsAbstract && type.GetMethod("<Clone>$") is not null
            && (type.IsPublic || type.BaseType!.IsPublic && type.BaseType != typeof(object))
            && type.GetMethod("ToString", Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        .Select(type => type.Name).ShouldBeEmpty();
}
