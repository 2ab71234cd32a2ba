namespace Supply.Tests.Laws;

/// <summary>
/// Scenarios that show a number of another scenario as an outcome. A probe keeps the keys of the parts, and so their draws.
/// </summary>
internal static class ProbeScenario
{
    /// <summary>A supply far above every limit of a sample, in rounds and rounds per day.</summary>
    private const double Plenty = 1e7;

    /// <summary>The places of a sample, alone: they hold their opening stock.</summary>
    public static Scenario Openings(Sample sample) => Of(sample,
        sample.Network.Parts.Where(part => part is Reserve or Stockpile { Opening.Count: > 0 }).Append(Meter()), change => false);

    /// <summary>Each line, works or route with a capacity, replaced by a line that always runs at it.</summary>
    public static Scenario Capacities(Sample sample) => Of(sample,
        sample.Network.Parts.Select(AsLine).OfType<Part>().Append(Meter())
            .Append(new Stockpile("Meter", [new(Calibre.Mm152, Origin.Russia, Rounds.None)])),
        change => change is CapacityChange);

    /// <summary>Each supplier with more than it could send, so that it sends its export limit.</summary>
    public static Scenario ExportLimits(Sample sample) => Of(sample,
        sample.Parts<Supplier>().SelectMany(supplier => new Part[]
        {
            supplier with
            {
                Offers = [new Offer(supplier.Offers[0].Calibre, Rounds.Of(Plenty * 1000), Rate.Zero, Rate.PerDay(Plenty))],
                Rework = Fraction.None, Useless = Fraction.None, ReworkTo = null,
            },
            new Route($"From {supplier.Origin} to meter", supplier.Name, "Meter", Days.Of(Math.Max(1, sample.Scenario.Horizon.StepDays))),
        }).Append(Meter()).Append(new Stockpile("Meter", [new(Calibre.Mm152, Origin.Russia, Rounds.None)])),
        change => change is ExportLimit);

    private static Consumer Meter() => new("Nobody", "Sink", [new Demand(Calibre.Mm152, Rate.Zero)]);

    private static Part? AsLine(Part part) => part switch
    {
        ProductionLine line => Line(line, line.Capacity),
        RefurbishmentWorks works => Line(works, works.Capacity),
        Route { Capacity: { } capacity } route => Line(route, capacity),
        _ => null,
    };

    private static ProductionLine Line(Part part, RatePath capacity) =>
        new(part.Name, Calibre.Mm152, Origin.Russia, "Meter", capacity) { Key = part.Key };

    private static Scenario Of(Sample sample, IEnumerable<Part> parts, Func<Change, bool> keep) => sample.Scenario with
    {
        Name = "Probe",
        Networks = [sample.Network with { Parts = Items.From(
            parts.Append(new Stockpile("Sink", [new(Calibre.Mm152, Origin.Russia, Rounds.None)]))) }],
        Changes = Items.From(sample.Scenario.Changes.Where(keep)),
    };
}
