namespace Supply.Tests.Unit.Studies;

public sealed class MetricNamesTests
{
    private static readonly Metric fired = Metric.FiredPerDay;

    [Fact]
    public void Names_AreShort_WhereTheyDiffer() => Named(fired, fired.On("Russia"), fired.At("Guns").Of(Calibre.Mm152))
        .ShouldBe(["fired per day", "fired per day, Russia", "fired per day, Guns, 152 mm"]);

    [Fact]
    public void SideAndOriginOfOneName_AreTold_InTheWordsThatFilesTake() =>
        Named(fired.From(Origin.Russia), fired.On("Russia"), fired.At("russia"), fired.On("Ukraine")).ShouldBe(
            ["fired per day, from Russia", "fired per day, on Russia", "fired per day, at russia", "fired per day, Ukraine"]);

    [Fact]
    public void NamesWithCommas_StayShort_WhereTheyDiffer() =>
        Named(fired.At("a, of b"), fired.At("a").Of(new Calibre("b"))).ShouldBe(
            ["fired per day, a, of b", "fired per day, a, b"]);

    [Fact]
    public void Any_AreUnique()
    {
        string[] names = ["a", "A", "a, of a", "a, on a", "of a", "a (2)"];
        Metric[] all =
        [
            .. from side in names.Append(null) from place in names.Append(null) from origin in names.Append(null)
               select fired with { Side = side, Place = place, Origin = origin is null ? null : new Origin(origin) },
        ];
        Named(all).Distinct().Count().ShouldBe(all.Length);
    }

    [Fact]
    public void TableAndFiles_KeepSideAndOriginApart()
    {
        var network = new Network("Russia", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(900)),
                new(Calibre.Mm152, Origin.Dprk, Rounds.Of(900))]),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(10))]));
        Metric[] metrics = [fired.From(Origin.Russia), fired.On("Russia")];
        var study = new Ensemble(2, Record: new Metrics().And(metrics)).Run(new Scenario("S", network, Horizon.PlainSteps(20)));
        study.Table(metrics).Columns.ShouldBe(["scenario", "fired per day, from Russia", "fired per day, on Russia"]);
        using var folder = new House.TemporaryFolder();
        study.WriteCsv(folder.Path);
        File.ReadLines(folder["replications.csv"]).First().ShouldBe("\"replication\",\"scenario\","
            + "\"fired per day, from Russia [whole horizon]\",\"fired per day, on Russia [whole horizon]\"");
        Supply.Plots.FigureFiles.Names(metrics.Select(study.NameOf)).ShouldBe(
            ["fired-per-day-from-Russia", "fired-per-day-on-Russia"]);
    }

    private static string[] Named(params Metric[] metrics)
    {
        var names = new MetricNames(metrics);
        return [.. metrics.Select(metric => names[metric])];
    }
}
