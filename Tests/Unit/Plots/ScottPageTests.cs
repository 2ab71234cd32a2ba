using ScottPlot;
using ScottPlot.Plottables;
using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;
using Axis = Supply.Plots.Axis;
using Band = Supply.Plots.Band;
using Figure = Supply.Plots.Figure;
using Line = Supply.Plots.Line;
using Panel = Supply.Plots.Panel;

namespace Supply.Tests.Unit.Plots;

/// <summary>The plots of ScottPlot that a figure hands out hold its data, and take more.</summary>
public sealed class ScottPageTests
{
    [Fact]
    public void Page_HasAPlotForEachPanel_AfterThePaper()
    {
        var figure = SampleFigures.FanOfThreePanels();
        var page = figure.ToScottPlot();
        page.Count.ShouldBe(3);
        page.Plots.Subplots.Count.ShouldBe(4);
        for (var i = 0; i < 3; i++) page.Plots.Subplots.GetPlot(i + 1).ShouldBeSameAs(page[i]);
        (page.Width, page.Height).ShouldBe((760, (int)Math.Ceiling(FigurePlan.Of(figure).Height)));
    }

    [Fact]
    public void EachLayer_IsAPlottable_WithItsData()
    {
        var figure = SampleFigures.FanOfFour();
        var plot = figure.ToScottPlot()[0];
        var (bands, lines) = (figure.Panels[0].Layers.OfType<Band>().ToArray(), figure.Panels[0].Layers.OfType<Line>().ToArray());
        var polygons = plot.GetPlottables<Polygon>().ToArray();
        polygons.Length.ShouldBe(bands.Length);
        foreach (var (polygon, band) in polygons.Zip(bands))
        {
            polygon.Coordinates.Select(c => c.Y).ShouldBe(band.High.Concat(band.Low.Reverse()));
            polygon.FillColor.WithAlpha(1.0).ToHex().ShouldBe(FigurePlan.Of(figure).Inks[band.Colour]);
        }

        foreach (var (scatter, line) in plot.GetPlottables<Scatter>().Zip(lines))
        {
            var points = scatter.Data.GetScatterPoints();
            points.Select(c => c.X).ShouldBe(line.X);
            points.Select(c => c.Y).ShouldBe(line.Y);
            scatter.LegendText.ShouldBe(line.Label);
        }

        plot.GetPlottables<Scatter>().Count().ShouldBe(lines.Length);
        plot.GetPlottables<VerticalLine>().Count().ShouldBe(figure.Panels[0].Annotations.OfType<VerticalMark>().Count());
    }

    [Fact]
    public void MissingValues_SplitABandIntoPolygons_NamedOnce()
    {
        var plot = new Panel(Axis.Number("Day"), Axis.Number("Rounds"),
            [new Band([0, 1, 2, 3, 4], [1, 1, double.NaN, 1, 1], [2, 2, 2, 2, 2], "#123456") { Label = "90 % of runs" }]).ToPlot();
        plot.GetPlottables<Polygon>().Select(polygon => polygon.Coordinates.Length).ShouldBe([4, 4]);
        plot.GetPlottables<Polygon>().Select(polygon => polygon.LegendText).ShouldBe(["90 % of runs", ""]);
    }

    [Fact]
    public void MissingValues_BreakALine()
    {
        var plot = SampleFigures.Small(1, 2, double.NaN, 4, 5).Panels[0].ToPlot();
        var points = plot.GetPlottables<Scatter>().Single().Data.GetScatterPoints();
        points.Select(c => c.Y).ShouldBe([1, 2, double.NaN, 4, 5]);
    }

    [Fact]
    public void Points_AreMarkers_AtTheirValues()
    {
        var points = SampleFigures.Styled().Panels[0].Layers.OfType<Points>().Single();
        var markers = SampleFigures.Styled().ToScottPlot()[0].GetPlottables<Markers>().Single();
        markers.Data.GetScatterPoints().Select(c => (c.X, c.Y)).ShouldBe(points.Items.Select(item => (item.X, item.Y)));
        markers.MarkerShape.ShouldBe(MarkerShape.FilledDiamond);
    }

    [Fact]
    public void Stack_IsAPolygonForEachArea_OnTopOfTheOneBefore()
    {
        var stack = SampleFigures.Stack().Panels[0].Layers.OfType<StackedAreas>().Single();
        var polygons = SampleFigures.Stack().ToScottPlot()[0].GetPlottables<Polygon>().ToArray();
        polygons.Select(polygon => polygon.LegendText).ShouldBe(stack.Areas.Select(area => area.Name));
        polygons[1].Coordinates[0].Y.ShouldBe(stack.Areas[0].Values[0] + stack.Areas[1].Values[0]);
    }

    /// <summary>ScottPlot has no logarithmic axis, and labels without ticks are not drawn.</summary>
    [Fact]
    public void LogarithmicAxis_IsDrawnAtPowersOfTen_WithItsTicks()
    {
        var figure = IntervalSamples.Few();
        var plan = FigurePlan.Of(figure).Panels[0];
        var plot = figure.ToScottPlot()[0];
        (plot.Axes.Bottom.Min, plot.Axes.Bottom.Max).ShouldBe((Math.Log10(plan.X.Min), Math.Log10(plan.X.Max)));
        Words(plot).ShouldBe(plan.Across.Labels.Select(label => (Math.Log10(label.At), label.Text)));
    }

    [Fact]
    public void Ticks_AreThoseOfThePlan_InRowsBelowEachOther()
    {
        var figure = SampleFigures.FanOfFour() with { Width = 1400 };
        var plan = FigurePlan.Of(figure).Panels[0];
        var plot = figure.ToScottPlot()[0];
        plan.Across.Rows.ShouldBe(2);
        Words(plot).ShouldBe(plan.Across.Labels.Select(label => (label.At, new string('\n', label.Row) + label.Text)));
        plot.Axes.Bottom.TickGenerator.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Position).ShouldBe(plan.Across.Major);
        plot.Axes.Left.TickGenerator.Ticks.Select(tick => tick.Label).ShouldBe(plan.Up.Labels.Select(label => label.Text));
    }

    [Fact]
    public void Ticks_FollowAViewThatMoves()
    {
        var plot = SampleFigures.FanOfFour().Panels[0].ToPlot();
        plot.RenderInMemory(800, 400);
        Words(plot).Select(word => word.Text).ShouldContain("2023");
        plot.Axes.SetLimitsX(Axis.At(new(2025, 3, 1)), Axis.At(new(2025, 4, 15)));
        plot.RenderInMemory(800, 400);
        string.Join(' ', Words(plot).Select(word => word.Text.Trim())).ShouldContain("Mar");
        Words(plot).Select(word => word.Text).ShouldNotContain("2023");
    }

    [Fact]
    public void WhatIsAdded_IsInThePicture()
    {
        var (plain, page) = (SampleFigures.FanOfFour().ToPng(1), SampleFigures.FanOfFour().ToScottPlot());
        page.ToPng(1).ShouldBe(plain);
        page[0].Add.HorizontalLine(20_000);
        page.ToPng(1).ShouldNotBe(plain);
    }

    [Fact]
    public void EverySample_IsAlsoAPlainPlot()
    {
        foreach (var panel in SampleFigures.All().SelectMany(figure => figure.Panels))
        {
            var plot = panel.ToPlot();
            plot.GetImageBytes(400, 300, ImageFormat.Png).Length.ShouldBeGreaterThan(1000);
            plot.Axes.Title.Label.Text.ShouldBe(panel.Title);
        }
    }

    [Fact]
    public void WrongPanel_SaysWhatIsWrong() =>
        Should.Throw<ArgumentException>(() => new Panel(Axis.Number("x"), Axis.Number("y"), []).ToPlot()).Message
            .ShouldContain("panel 1: has no layers; at least 1 is needed.");

    private static IEnumerable<(double At, string Text)> Words(Plot plot) =>
        Supply.Plots.Scott.PanelAxes.Words(plot).TickGenerator.Ticks.Select(tick => (tick.Position, tick.Label));
}
