using Supply.Equations;

namespace Supply.Tests.Unit.Equations;

/// <summary>Where rounds can be in a network, who fires them, and who can be owed some.</summary>
public class TopologyTests
{
    private static readonly Stockpile rear = new("Rear",
        [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100)), new(Calibre.Mm122, Origin.Russia, Rounds.Of(50))]);

    [Fact]
    public void Route_CarriesWhatIsFiredFurtherDown()
    {
        var topology = Of(rear, new Stockpile("Depot"), new Stockpile("Front"),
            Covering("Rail", "Rear", "Depot"), Covering("Road", "Depot", "Front"),
            Firing("Guns", "Front", Calibre.Mm152));
        topology.Cells("Rear").ShouldBe([new(Calibre.Mm122, Origin.Russia), new(Calibre.Mm152, Origin.Russia)]);
        topology.Cells("Rail").ShouldBe([new(Calibre.Mm152, Origin.Russia)]);
        topology.Cells("Road").ShouldBe([new(Calibre.Mm152, Origin.Russia)]);
        topology.Cells("Front").ShouldBe([new(Calibre.Mm152, Origin.Russia)]);
    }

    [Fact]
    public void Route_WithARuleOfItsOwn_CarriesWhatTheRuleSays()
    {
        var topology = Of(rear, new Stockpile("All"), new Stockpile("One"),
            new Route("Push", "Rear", "All", Days.Of(2)) { Replenishment = Replenishment.Push(Rate.PerDay(5)) },
            new Route("Listed", "Rear", "One", Days.Of(2))
            {
                Replenishment = Replenishment.PerCalibre(new CalibreRule(Calibre.Mm122, Replenishment.BaseStock(Rounds.Of(9)))),
            });
        topology.Calibres("All").ShouldBe([Calibre.Mm122, Calibre.Mm152]);
        topology.Calibres("One").ShouldBe([Calibre.Mm122]);
    }

    [Fact]
    public void Works_PassOnTheOriginsOfTheirReserve()
    {
        var topology = Of(
            new Reserve("Old", [.. rear.Opening, new(Calibre.Mm152, Origin.Dprk, Rounds.Of(10))]),
            new Stockpile("Depot"),
            new RefurbishmentWorks("Works", Calibre.Mm152, "Old", "Depot", Rate.PerDay(5)));
        topology.Cells("Depot", Calibre.Mm152).Count().ShouldBe(2);
        topology.Cells("Depot", Calibre.Mm122).ShouldBeEmpty();
        topology.Cells("Depot").ShouldBe(topology.Cells("Old", Calibre.Mm152));
        topology.Cells("Works").ShouldBeEmpty();
    }

    [Fact]
    public void Cells_AreInOneOrder_WhateverTheOrderOfTheParts()
    {
        Part[] parts = [rear, new ProductionLine("Plant", Calibre.Mm122, Origin.Dprk, "Rear", Rate.PerDay(5))];
        Of(parts).Cells("Rear").ShouldBe(Of([.. parts.Reverse()]).Cells("Rear"));
        Of(parts).Calibres("Rear").ShouldBe([Calibre.Mm122, Calibre.Mm152]);
    }

    [Fact]
    public void ConsumersDownstream_AreThoseReachedThroughSeveralDepots()
    {
        var topology = Of(rear, new Stockpile("Depot"), new Stockpile("East"), new Stockpile("West"),
            Covering("Rail", "Rear", "Depot"), Covering("Road east", "Depot", "East"), Covering("Road west", "Depot", "West"),
            Firing("Guns east", "East", Calibre.Mm152), Firing("Guns west", "West", Calibre.Mm122), Firing("Range", "Rear", Calibre.Mm152));
        Names(topology.ConsumersDownstream("Rear")).ShouldBe(["Guns east", "Guns west", "Range"]);
        Names(topology.ConsumersDownstream("Depot")).ShouldBe(["Guns east", "Guns west"]);
        Names(topology.ConsumersDownstream("West")).ShouldBe(["Guns west"]);
        topology.Calibres("Rail").ShouldBe([Calibre.Mm122, Calibre.Mm152]);
        topology.Calibres("Road east").ShouldBe([Calibre.Mm152]);
    }

    [Fact]
    public void ConsumersDownstream_EndsInACircleOfRoutes()
    {
        var topology = Of(rear, new Stockpile("Front"), Covering("Out", "Rear", "Front"), Covering("Back", "Front", "Rear"),
            Firing("Guns", "Front", Calibre.Mm152));
        Names(topology.ConsumersDownstream("Rear")).ShouldBe(["Guns"]);
        Names(topology.ConsumersDownstream("Front")).ShouldBe(["Guns"]);
    }

    [Fact]
    public void Inbound_AreTheRoutesThatLeadToAPlace()
    {
        var topology = Of(rear, new Stockpile("Front"), new Stockpile("Flank"),
            Covering("Road", "Rear", "Front"), Covering("Rail", "Rear", "Front"), Covering("Path", "Front", "Flank"));
        Names(topology.Inbound("Front")).ShouldBe(["Road", "Rail"]);
        topology.Inbound("Rear").ShouldBeEmpty();
    }

    [Fact]
    public void OwedCalibres_OfARoute_AreThoseThatItOrders()
    {
        var ordering = new Route("Orders", "Rear", "Front", Days.Of(2)) { Replenishment = Replenishment.BaseStock(Rounds.Of(30)) };
        var mixed = new Route("Mixed", "Rear", "Front", Days.Of(2))
        {
            Replenishment = Replenishment.PerCalibre(
                new CalibreRule(Calibre.Mm122, Replenishment.BaseStock(Rounds.Of(9))),
                new CalibreRule(Calibre.Mm152, Replenishment.ByCover(Days.Of(9)))),
        };
        var covering = Covering("Covers", "Rear", "Front");
        var topology = Of(rear, new Stockpile("Front"), ordering, mixed, covering, Firing("Guns", "Front", Calibre.Mm152));
        topology.OwedCalibres(ordering).ShouldBe([Calibre.Mm152]);
        topology.OwedCalibres(mixed).ShouldBe([Calibre.Mm122]);
        topology.OwedCalibres(covering).ShouldBeEmpty();
        topology.OwedCalibres(rear).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Unmet.Backordered, true)]
    [InlineData(Unmet.Lost, false)]
    public void OwedCalibres_OfAConsumer_AreThoseItRequires_IfWhatIsUnmetWaits(Unmet unmet, bool isOwed)
    {
        var guns = Firing("Guns", "Rear", Calibre.Mm152) with { Unmet = unmet };
        Calibre[] expected = isOwed ? [Calibre.Mm152] : [];
        Of(rear, guns).OwedCalibres(guns).ShouldBe(expected);
    }

    private static Topology Of(params Part[] parts) => new(new Network("Side", parts));

    private static Route Covering(string name, string from, string to) => new(name, from, to, Days.Of(2)) { Cover = Days.Of(20) };

    private static Consumer Firing(string name, string at, Calibre calibre) => new(name, at, [new(calibre, Rate.PerDay(10))]);

    private static IEnumerable<string> Names(IEnumerable<Part> parts) => parts.Select(part => part.Name);
}
