using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Tests.Unit.Plots;

/// <summary>Names up to the longest that a scenario may have, without a blank at which they could break, in figures of any width.</summary>
public sealed class LongNamesTests
{
    public static TheoryData<string, int> Names
    {
        get
        {
            var data = new TheoryData<string, int>();
            string[] names = [new('D', 80), new('砲', 60), new('W', 120), "Depot " + new string('M', 113), new('і', 120)];
            foreach (var name in names)
            {
                foreach (var width in new[] { 300, 400, 760, 1600 }) data.Add(name, width);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Figure_IsDrawn_AndWordsStayInside(string name, int width)
    {
        var network = new Network("S", new Stockpile(name, [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1000))]),
            new Consumer("Guns", name, [new(Calibre.Mm152, Rate.PerDay(20))]));
        var baseline = new Scenario(name, network, Horizon.Dated(new(2024, 1, 1), new(2024, 6, 30)));
        var strike = baseline.With("strike", new DepotStrike(name, new DateOnly(2024, 3, 1), Fraction.Of(0.5)));
        var metric = Metric.OnHand.At(name);
        var study = new Ensemble(4, Record: Metrics.Standard.And(metric)).Run(baseline, strike);
        var plan = FigurePlan.Of(FanChart.Of(study, metric) with { Width = width });
        var pen = new SvgPen("name");
        FigurePainter.Paint(pen, plan);
        var page = new Box(0, 0, width, plan.Height);
        pen.Labels.Where(label => !page.Contains(label.Box)).Select(label => $"\"{label.Text}\" {label.Box} {page}").ShouldBeEmpty();
    }
}
