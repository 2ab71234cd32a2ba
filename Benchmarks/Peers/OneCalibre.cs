using static Supply.Uncertain;

namespace Supply.Benchmarks.Peers;

/// <summary>
/// The model that all peers compute: one calibre from two origins, two stockpiles, a reserve, a line, works, a supplier, two
/// routes and a rationed consumer, by day. The numbers are round ones of the right size, not a baseline; every uncertain
/// number has a name, so its draws have a short address that each peer can write down.
/// </summary>
internal static class OneCalibre
{
    /// <summary>The outputs of each peer for a replication, in this order.</summary>
    public static readonly Metric[] Outputs =
    [
        new Metric(Quantity.Fired).Total(),
        new Metric(Quantity.Required).Total(),
        new Metric(Quantity.Fired).Total().From(Origin.Dprk),
        Metric.OnHand,
        Metric.Exhaustion,
    ];

    /// <summary>One window, the whole horizon, and no series.</summary>
    public static readonly Metrics Record = new() { Scalars = Items.Of<Metric>(Outputs) };

    public static readonly DateOnly Start = new(2022, 2, 24);

    public static readonly DateOnly End = new(2027, 12, 31);

    public static readonly int Days = End.DayNumber - Start.DayNumber + 1;

    public static readonly Scenario Scenario = new("one calibre", new Network("Russia", Items.From(Parts(""))), Horizon.Dated(Start, End));

    /// <summary>Several copies of the same side in one scenario, each with its own draws.</summary>
    public static Scenario Copies(int copies) =>
        new($"{copies} of one calibre",
            Items.From(Enumerable.Range(1, copies).Select(i => new Network($"Russia {i}", Items.From(Parts($" {i}"))))),
            Horizon.Dated(Start, End));

    /// <param name="copy">Appended to the names of draws, which are unique in a scenario.</param>
    private static Part[] Parts(string copy) =>
    [
        new Stockpile("Rear", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uniform(2_000_000, 5_000_000).Named("rear opening" + copy)))]),
        new Stockpile("Front", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(200_000))]),
        new Reserve("Reserve", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(2_000_000))]),
        new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Rear", RatePath
            .Linear(Start, Rate.PerYear(250_000), new(2024, 7, 1), Rate.PerYear(LogNormal(1_000_000, 2_500_000).Named("line end" + copy)))
            .Times(Drift(new(2025, 1, 1), 0.15).Named("line drift" + copy))) { Yield = Fraction.Of(0.97) },
        new RefurbishmentWorks("Works", Calibre.Mm152, "Reserve", "Rear",
            RatePath.Constant(Rate.PerDay(2_000))) { Yield = Fraction.Of(0.85) },
        new Supplier("DPRK", Origin.Dprk,
        [
            new(Calibre.Mm152, Rounds.Of(Uniform(1_000_000, 4_000_000).Named("exportable" + copy)), Rate.PerDay(1_500), RatePath.Table(
                Interpolation.Step,
                (Start, Rate.Zero),
                (new(2023, 9, 1), Rate.PerDay(Triangular(2_000, 4_000, 9_000).Named("orders 2023" + copy))),
                (new(2024, 9, 1), Rate.PerDay(Triangular(3_000, 6_000, 12_000).Named("orders 2024" + copy))))),
        ]) { Rework = Fraction.Of(0.2), Useless = Fraction.Of(0.1), ReworkTo = "Reserve" },
        new Route("Sea", "DPRK", "Rear", Supply.Days.Of(Uniform(15, 40).Named("sea lead time" + copy))) { Loss = Fraction.Of(0.01) },
        new Route("Rear to front", "Rear", "Front", Supply.Days.Of(5)) { Capacity = RatePath.Constant(Rate.PerDay(20_000)),
            Cover = Supply.Days.Of(15) },
        new Consumer("Force", "Front",
            [new(Calibre.Mm152, RatePath.Constant(Rate.PerDay(Uniform(5_000, 15_000).Named("required" + copy)))
                .Times(Noise(0.25, 20).Named("fire" + copy)))])
        {
            Rationing = Rationing.ByCover(Supply.Days.Of(90), counting: ["Rear"]),
        },
    ];
}
