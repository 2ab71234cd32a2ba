namespace Supply.Tests.Unit.Cases;

/// <summary>A projection is never surer than the record: relative widths do not shrink after it ends.</summary>
public class Russia2022DriftTests
{
    private static readonly Scenario Scenario = AsBuilt.Russia;

    /// <summary>
    /// The base of each path is level after the record, so its relative width is that of the record, and the drift only adds to it.
    /// </summary>
    [Fact]
    public void EveryProjectedPath_IsLevelAfterTheRecord_TimesADriftFromThere()
    {
        var paths = Scenario.Networks[0].Parts.SelectMany(Paths).ToList();
        paths.Count.ShouldBeGreaterThan(20);
        foreach (var (place, path) in paths)
        {
            var ends = Scenario.RecordEnds!.Value.Date!.Value;
            if (path is TablePath table) table.Points[^1].At.Date!.Value.ShouldBeLessThanOrEqualTo(ends, place);
            if (LastRate(path) is ExactlyValue { Value: 0 }) continue;
            path.Factors.OfType<DriftValue>().Where(drift => drift.From == ends && drift.SdPerYear > 0 && drift.Name is not null)
                .Count().ShouldBe(1, place);
        }
    }

    [Fact]
    public void DrawnInputs_SpreadFurtherEachYearAfterTheRecord()
    {
        Metric[] inputs =
        [
            Metric.ProducedPerDay.Of(Calibre.Mm152), Metric.ProducedPerDay.Of(Calibre.Rocket122), Metric.RequiredPerDay,
            new(Quantity.Ordered) { Origin = Origin.Dprk }, new(Quantity.SupplierProduction) { Origin = Origin.Dprk },
        ];
        TimeWindow[] years = [TimeWindow.Year(2025), TimeWindow.Year(2026), TimeWindow.Year(2027)];
        var result = new Ensemble(2000, 2026, new Metrics { Scalars = [.. inputs], Windows = [.. years] }).Run(Scenario)[Scenario.Name];
        foreach (var input in inputs)
        {
            var widths = years.Select(year => result.Distribution(input, year)).Select(band => (band.High90 - band.Low90) / band.Median)
                .ToArray();
            widths[1].ShouldBeGreaterThan(widths[0] * Tolerance.SampledWidth, input.ToString());
            widths[2].ShouldBeGreaterThan(widths[1] * Tolerance.SampledWidth, input.ToString());
        }
    }

    private static Uncertain? LastRate(RatePath path) => path switch
    {
        TablePath table => table.Points[^1].Rate.Value,
        ConstantPath constant => constant.Rate.Value,
        _ => null,
    };

    private static IEnumerable<(string Place, RatePath Path)> Paths(Part part) => part switch
    {
        ProductionLine line => [(line.Name, line.Capacity)],
        RefurbishmentWorks works => [(works.Name, works.Capacity)],
        Route { Capacity: { } capacity } => [(part.Name, capacity)],
        Supplier supplier =>
            supplier.Offers.SelectMany(offer =>
                new[] { ($"{part.Name} production", offer.Production), ($"{part.Name} orders", offer.Orders!) }),
        InputSource source => [(source.Name, source.Rate)],
        GunPark park =>
            [(park.Name + " barrels", park.BarrelProduction!), (park.Name + " torn", park.Cannibalised!),
                (park.Name + " back", park.Returned!), (park.Name + " lost", park.Losses!)],
        Consumer consumer => consumer.Demands.Select(demand => (part.Name, demand.Required)),
        _ => [],
    };
}
