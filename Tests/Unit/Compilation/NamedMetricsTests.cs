namespace Supply.Tests.Unit.Compilation;

public sealed class NamedMetricsTests
{
    private static readonly Scenario one = Invalid.InvalidScenarios.Full(0.25);
    private static readonly Scenario two = Invalid.InvalidScenarios.Two();

    public static TheoryData<string> StandardNames() =>
        new(Metrics.Standard.Series.Concat(Metrics.Standard.Scalars).Select(metric => metric.ToString()).Distinct());

    [Theory]
    [MemberData(nameof(StandardNames))]
    public void StandardMetric_ComesBackFromItsName(string name) =>
        Metrics.Named([name], one).ShouldBe(
            [Metrics.Standard.Series.Concat(Metrics.Standard.Scalars).First(metric => metric.ToString() == name)]);

    [Fact]
    public void NarrowedMetrics_ComeBackFromTheirNames()
    {
        Metric[] metrics =
        [
            Metric.FiredPerDay.Total().Of(Calibre.Mm152).From(Origin.Dprk), Metric.Share(Origin.Dprk),
                Metric.ImportedPerDay.From(Origin.Dprk), Metric.OnHand.At("Depot"),
            Metric.ProducedPerDay.At("Plant").Of(Calibre.Mm152), new Metric(Quantity.HeldByExportLimit).Total(),
                Metric.OnHand.At("Front").Of(Calibre.Mm152).From(Origin.Russia),
        ];
        Metrics.Named(metrics.Select(metric => metric.ToString()), one).ShouldBe(metrics);
        Metric[] sided = [Metric.OnHand.On("Side").At("Depot"), Metric.OnHand.On("Other").At("Depot").Of(Calibre.Mm122).From(Origin.Iran),
            Metric.FiredPerDay.On("Other")];
        Metrics.Named(sided.Select(metric => metric.ToString()), two).ShouldBe(sided);
        Metric[] compared = [Metric.FireRatio("Side", "Other"),
            Metric.EffectiveFireRatio("Other", "Side", new(Origin.Iran, 0.75), new(Origin.Russia, 2))];
        Metrics.Named(compared.Select(metric => metric.ToString()), two).ShouldBe(compared);
    }

    [Fact]
    public void AnyOrder_AndQualifiedNames_AreRead() =>
        Metrics.Named(["on hand, Iran,122 mm,  Other/Depot", "fired in total, of 152 mm, on Side", "on hand, from Iran"], two).ShouldBe(
            [Metric.OnHand.On("Other").At("Depot").Of(Calibre.Mm122).From(Origin.Iran),
                Metric.FiredPerDay.Total().Of(Calibre.Mm152).On("Side"), Metric.OnHand.From(Origin.Iran)]);

    [Fact]
    public void NamesWithCommas_AreRead()
    {
        var scenario = Invalid.InvalidScenarios.Small()
            with { Networks = [Invalid.InvalidScenarios.Small().Networks[0]
                with { Parts = [.. Invalid.InvalidScenarios.Small().Networks[0].Parts,
                    new Stockpile("Depots, east, and 152 mm", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1))])] }] };
        Metrics.Named(["on hand, Depots, east, and 152 mm, 152 mm"], scenario)
            .ShouldBe([Metric.OnHand.At("Depots, east, and 152 mm").Of(Calibre.Mm152)]);
    }

    [Fact]
    public void SupplierOrOnlyNetworkCalledLikeAnOrigin_MeansTheOrigin()
    {
        var baseline = Supply.Baselines.Russia2022;
        Metrics.Named(["imported per day, DPRK", "share, DPRK", "fired per day, Russia", "imported per day, at DPRK"], baseline)
            .ShouldBe([Metric.ImportedPerDay.From(Origin.Dprk), Metric.Share(Origin.Dprk), Metric.FiredPerDay.From(Origin.Russia),
                Metric.ImportedPerDay.At("DPRK")]);
    }

    [Fact]
    public void Mistakes_AreReportedTogether()
    {
        var scenario = two with { Networks = [two.Networks[0] with { Name = "Russia" }, two.Networks[1]] };
        string[] names =
        [
            "fired per dya", "fired", "", "share", "on hand, Depo", "fired per day, 152 mm, 122 mm", "fired per day, Guns, Guns",
                "on hand, Guns", "on hand, Depot",
            "required per day, Iran", "fired per day, Russia", "on hand, a, b, c, d, e, f, g, h, i",
        ];
        GoldenText.ShouldMatch("Unit/Compilation/NamedMetricsTests.Mistakes.txt",
            Should.Throw<ScenarioException>(() => Metrics.Named(names, scenario)).Message + "\n");
    }
}
