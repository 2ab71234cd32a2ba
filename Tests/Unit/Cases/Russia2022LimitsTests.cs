using Supply.Cases;

namespace Supply.Tests.Unit.Cases;

/// <summary>
/// Limits that bind in the case and limits that do not: published output and fire are outcomes of limits, so those must rarely hold them
/// back again.
/// </summary>
public class Russia2022LimitsTests
{
    private static readonly Scenario baseline = AsBuilt.Russia;
    private static readonly DateOnly stop = new(2026, 1, 1);

    /// <summary>The share of replications in which something is held back is small, over the years of the record.</summary>
    [Fact]
    public void GunsInputsAndPayment_HoldBackLittle_WithinTheRecord()
    {
        var window = TimeWindow.Between(new(2022, 2, 24), new(2025, 12, 31));
        Metric[] limits =
        [
            new(Quantity.HeldByInput), new(Quantity.ShortOfGuns), new(Quantity.ShortOfBarrels),
            new(Quantity.HeldByWillingness) { Origin = Origin.Dprk }, new(Quantity.HeldByRoute) { Origin = Origin.Dprk },
        ];
        var result = new Ensemble(1000, Record: new Metrics { Scalars = [.. limits], Windows = [window] }).Run(baseline).Baseline;
        foreach (var limit in limits) result.Distribution(limit, window).High90.ShouldBeLessThan(100, limit.ToString());
    }

    public static TheoryData<string> Levers => ["payment", "nitrocellulose", "sea", "sea and rail", "line without inputs"];

    /// <summary>Each mechanism responds to a change, and the flow it limits then falls.</summary>
    [Theory]
    [MemberData(nameof(Levers))]
    public void Lever_LowersWhatItLimits(string lever)
    {
        var (changes, limited) = lever switch
        {
            "payment" => ([new PaymentStop(Origin.Dprk, stop)], Metric.ImportedPerDay),
            "nitrocellulose" => ([new InputSanction(Russia2022Case.NitrocelluloseImports, stop, Fraction.None)], Metric.ProducedPerDay),
            "sea" => ([new RouteClosure(Russia2022Case.DprkBySea, stop)], Metric.ImportedPerDay),
            "sea and rail" =>
                ([new RouteClosure(Russia2022Case.DprkBySea, stop), new RouteClosure(Russia2022Case.DprkByRail, stop)],
                    Metric.ImportedPerDay),
            _ => ((Change[])[new CapacityChange($"{Calibre.Mm152.Name} powder plants", stop, 0.5)], Metric.ProducedPerDay),
        };
        var window = TimeWindow.Year(2027);
        var study = new Ensemble(200, Record: new Metrics { Scalars = [limited], Windows = [window] })
            .Run(baseline, baseline.With(lever, changes));
        study[lever].Distribution(limited, window).Mean.ShouldBeLessThan(0.99 * study.Baseline.Distribution(limited, window).Mean);
    }

    /// <summary>Old files do not silently run with other numbers.</summary>
    [Fact]
    public void FirstVersion_IsRefused() => Should.Throw<ScenarioException>(() => ScenarioFile.Parse(
            """{ "format": "supply-scenario/1", "extends": { "baseline": "Russia2022", "version": 1 } }""", "old"))
        .Message.ShouldContain("has no version 1; it has 3. Since then version 2 gave the Russian case");
}
