using Supply.Plots;

namespace Supply.Tests.Unit.Plots;

public sealed class FigureProblemsTests
{
    [Fact]
    public void EmptyFigure_SaysSo() => Message(() => new Figure("", []).ToSvg()).ShouldBe(
        """
        Figure "" has 2 problems:
          title: is empty; a figure needs one.
          panels: there are none; at least 1 is needed.
        """);

    [Fact]
    public void ManyMistakes_AreReportedAtOnce()
    {
        var figure = new Figure("Wrong",
        [
            new(Axis.Number(""), Axis.Number("Rounds") with { Min = 5, Max = 5 },
            [
                new Line([0, 2, 1], [1, 2], "") { Label = "Fired" },
                new Band([0, 1], [1, 3], [2, double.PositiveInfinity], "#12") { Opacity = 2 },
                new Band([0, 1], [1, 3], [2, 2], "a"),
                new StackedAreas([0, 1], [new("DPRK", [1, -1], "DPRK")]),
                new Points([new(double.NaN, 1) { Label = "E094", Low = 3, High = 2, From = 1 }], "b"),
            ])
            {
                Title = "Fire",
                Annotations = [new Shade(2, 1, ""), new VerticalMark(double.NaN, "")],
            },
        ])
        {
            Width = 100,
        };
        Message(() => figure.ToSvg()).ShouldBe(
            """
            Figure "Wrong" has 17 problems:
              width: 100 px; it must lie in 240..4000.
              panel 1 "Fire", x axis: label is empty; name quantity and unit.
              panel 1 "Fire", y axis: Min 5 must lie below Max 5.
              panel 1 "Fire", layer 1 (line "Fired"): X[2] is 1, below X[1] 2; positions must not decrease.
              panel 1 "Fire", layer 1 (line "Fired"): Y has 2 values, X has 3; the numbers must be equal.
              panel 1 "Fire", layer 1 (line "Fired"): Colour is empty; give a key of Palette, a name or #rrggbb.
              panel 1 "Fire", layer 2 (band): High[1] is infinite; a value is finite, or NaN if missing.
              panel 1 "Fire", layer 2 (band): Colour is "#12"; an exact colour is written #rrggbb.
              panel 1 "Fire", layer 2 (band): Opacity is 2; it must lie in 0..1, above 0.
              panel 1 "Fire", layer 3 (band): Low[1] 3 is above High[1] 2.
              panel 1 "Fire", layer 4 (stacked areas): "DPRK"[1] is -1; a stacked value is at least 0.
              panel 1 "Fire", layer 5 (points), point 1 "E094": X is NaN; it must be a finite number.
              panel 1 "Fire", layer 5 (points), point 1 "E094": Low 3 is above High 2.
              panel 1 "Fire", layer 5 (points), point 1 "E094": Y 1 lies outside 3..2.
              panel 1 "Fire", layer 5 (points), point 1 "E094": From 1 and To NaN; give both or none.
              panel 1 "Fire", annotation 1 (shade): From 2 must lie below To 1, both finite.
              panel 1 "Fire", annotation 2 (vertical mark): X is NaN; it must be finite.
            """);
    }

    [Fact]
    public void AllMissing_SaysSo() => Message(() => SampleFigures.Small(double.NaN, double.NaN).ToSvg()).ShouldBe(
        """
        Figure "Small" has 1 problem:
          panel 1: all values are missing; at least 1 must be a number.
        """);

    [Fact]
    public void TooLowAFigure_SaysWhatIsLeft() => Message(() => (SampleFigures.Small(1, 2) with { Height = 160 }).ToSvg()).ShouldBe(
        """
        Figure "Small" has 1 problem:
          height: 160 px leave 31 px for each plot; at least 60 px are needed. Leave Height null to have it fit.
        """);

    [Fact]
    public void FanChart_TooManyFans() =>
        Message(() => FanChart.Of("Fans", SampleFigures.Time, "Rounds", [.. Enumerable.Repeat(SampleFigures.Fire("a"), 5)])).ShouldBe(
        """
        Figure "Fans" has 1 problem:
          panel 1: has 5 fans; it must have 1..4.
        """);

    [Fact]
    public void ShareSweep_WrongShareAndMeanings() =>
        Message(() => ShareSweep.Of("Sweep", "Share, %", [0, 60], [new("Fire", "Rounds", [])])).ShouldBe(
        """
        Figure "Sweep" has 2 problems:
          panel 1 "Fire": has 0 meanings; it must have 1..2.
          shares[1]: is 60; a share lies in 0..1.
        """);

    [Fact]
    public void ExhaustionChart_WrongCurves() => Message(() => ExhaustionChart.Of("Curves", SampleFigures.Time,
        new ProbabilityPanel("", [new("a", [0.5, 1.5], [0, 0], [1, 1])]), new ProbabilityPanel("", []))).ShouldBe(
        """
        Figure "Curves" has 2 problems:
          panel 1: "a"[1] is 1.5; a probability lies in 0..1.
          panel 2: has 0 curves; it must have 1..4.
        """);

    [Fact]
    public void RealisedShare_WrongSharesAndLimits() => Message(() => RealisedShare.Of("Shares", "Share, %", [0, 2],
        new RealisedPanel("Added", SampleFigures.Fan("Added", 2, _ => 0.1), ["a", "b"]),
            new RealisedPanel("Substituted", SampleFigures.Fan("Substituted", 2, _ => 0.1), ["c", "d", "e"]))).ShouldBe(
        """
        Figure "Shares" has 3 problems:
          shares[1]: is 2; a share lies in 0..1.
          panel 2 "Substituted": has 3 limits for 2 shares; the numbers must be equal.
          limits: there are 5 different ones; at most 3 can be told apart.
        """);

    [Fact]
    public void Hindcast_PeriodsOverlap() => Message(() => Hindcast.ByPeriod(
        "Years",
        [new(new(2022, 1, 1), new(2022, 12, 31)), new(new(2022, 12, 1), new(2022, 11, 1))],
        "Rounds",
        SampleFigures.Fan("model", 2, _ => 1) with { P95 = [1] },
        [])).ShouldBe(
        """
        Figure "Years" has 3 problems:
          period 2: From 2022-12-01 is after To 2022-11-01.
          period 2: starts 2022-12-01, not after the end of period 1, 2022-12-31.
          model: P95 has 1 values for 2 periods; the numbers must be equal.
        """);

    [Fact]
    public void CallersArray_MayChangeLater()
    {
        double[] y = [1, 2, 3];
        var figure = SampleFigures.Small(y);
        var before = figure.ToSvg();
        y[1] = double.NaN;
        figure.ToSvg().ShouldBe(before);
    }

    private static string Message(Func<object> act) => Should.Throw<ArgumentException>(() => { act(); }).Message;
}
