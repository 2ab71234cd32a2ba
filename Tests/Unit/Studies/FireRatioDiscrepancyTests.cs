using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

/// <summary>A series of a fire ratio lies off by a mean over the days that the ratio counts.</summary>
public class FireRatioDiscrepancyTests
{
    private const int RatioDays = 60;

    //   Depot of Red -> Guns, 100 a day;  Depot of Blue -> Guns, 50 a day
    [Fact]
    public void Series_LiesOffOverItsTrailingDays()
    {
        static Network Side(string name, double wanted) => new(name,
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1_000_000))]),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(wanted))]));
        DateOnly first = new(2025, 1, 1), last = new(2025, 12, 31);
        var scenario = new Scenario("Both", [Side("Red", 100), Side("Blue", 50)], Horizon.Dated(first, last));
        var ratio = Metric.FireRatio("Red", "Blue");

        // The deviation of Red grows all year, so that a mean over other days is another one.
        DiscrepancyPath growing = new([[0, 0], [1, 1], [2, 2], [3, 3]], [0, 0], (_, _) => 0);
        DiscrepancyPath none = new([[0, 0], [0, 0], [0, 0], [0, 0]], [0, 0], (_, _) => 0);
        Discrepancy discrepancy = new(first, new Dictionary<(string, DiscrepancyKind), DiscrepancyPath>
        {
            [("Red", DiscrepancyKind.Fire)] = growing, [("Blue", DiscrepancyKind.Fire)] = none,
        });
        var record = new Metrics { Every = 30, FillDays = 10, RatioDays = RatioDays }.And(ratio);
        var result = (new Ensemble(2, Record: record) { Discrepancy = discrepancy }).Run(scenario).Baseline;
        var (told, bare) = (result.Series(ratio), result.BareSeries(ratio));
        var compared = 0;
        foreach (var (i, day) in told.Dates!.Index().Where(date => date.Item >= first.AddDays(RatioDays)))
        {
            var shift = discrepancy.Mean("Red", DiscrepancyKind.Fire, TimeWindow.Between(day.AddDays(1 - RatioDays), day))[0];
            bare.Points[i].Median.ShouldBe(2, Tolerance.Rounding);
            told.Points[i].Median.ShouldBe(2 * Math.Exp(shift), Tolerance.SameModel);
            compared++;
        }

        compared.ShouldBeGreaterThan(8);
    }
}
