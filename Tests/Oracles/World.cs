namespace Supply.Tests.Oracles;

/// <summary>Short ways to write the small networks of closed forms.</summary>
internal static class World
{
    public static Lot Lot(double rounds, Origin? origin = null) => new(Calibre.Mm152, origin ?? Origin.Russia, Rounds.Of(rounds));

    public static Stockpile Depot(string name, params Lot[] opening) => new(name, Items.Of<Lot>(opening));

    public static ProductionLine Line(RatePath capacity, string to = "Depot", string name = "Plant") =>
        new(name, Calibre.Mm152, Origin.Russia, to, capacity);

    public static Consumer Force(double perDay, string at = "Depot", Rationing? rationing = null) =>
        new("Force", at, [new(Calibre.Mm152, Rate.PerDay(perDay))]) { Rationing = rationing ?? Rationing.None };

    public static Supplier Arsenal(double stock, double production, double orders) =>
        new("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(stock), Rate.PerDay(production), Rate.PerDay(orders))]);

    /// <summary>A route from the arsenal to the depot.</summary>
    public static Route Sea(double days) => new("Sea", "Arsenal", "Depot", Days.Of(days));

    public static Scenario Steps(int steps, params Part[] parts) => Of(Horizon.PlainSteps(steps), parts);

    public static Scenario Of(Horizon horizon, params Part[] parts) => new("World", new Network("Side", parts), horizon);

    /// <summary>One replication with a value at every step.</summary>
    public static ScenarioResult Trace(this Scenario scenario, params Metric[] metrics) =>
        new Ensemble(1, Record: Recorded.EveryStep(metrics)).Run(scenario).Baseline;

    public static Metric Total(Quantity quantity) => new Metric(quantity).Total();

    public static double Close(double expected) => Tolerance.Rounding * Math.Max(1, Math.Abs(expected));

    public static void ShouldBeClose(this double actual, double expected, string? what = null) =>
        actual.ShouldBe(expected, Close(expected), what);
}
