using Supply.Plots;

namespace Supply.Tests.Unit.Plots;

/// <summary>Made-up data of the size and shape of real studies.</summary>
internal static class SampleFigures
{
    public static readonly DateOnly Start = new(2022, 2, 24);

    public static DateOnly[] Weeks { get; } = [.. Enumerable.Range(0, 306).Select(i => Start.AddDays(7 * i))];

    public static Timeline Time { get; } = Timeline.Of(Weeks)
        .WithRecordEnd(new DateOnly(2025, 6, 30))
        .WithChange(new DateOnly(2023, 9, 1), "DPRK deliveries begin")
        .WithChange(new DateOnly(2026, 1, 1), "DPRK stops");

    public static Fan Fan(string name, int count, Func<int, double> median, double width = 0.004)
    {
        double[] At(double z) => [.. Enumerable.Range(0, count).Select(i => median(i) * Math.Exp(z * (0.05 + (width * i))))];
        return new(name, At(-1.645), At(-0.674), At(0), At(0.674), At(1.645));
    }

    public static Fan Fire(string name, double after = 0) => Fan(
        name, Weeks.Length, i => 9000 + (26_000 * Math.Exp(-i / 40.0)) - (after * Math.Max(0, i - 200)), 0.001);

    public static Figure FanOfOne() => FanChart.Of(
        "Fire settles near 10,000 rounds a day and grows more uncertain after the record ends, whatever is assumed",
        Time, "Rounds fired per day", [Fire("Baseline")])
            with { Source = "Source: made-up numbers for a test, long enough to need two lines at least in any figure of ordinary width." };

    public static Figure FanOfFour() => FanChart.Of(
        "Four scenarios", Time, "Rounds fired per day",
        [Fire("Baseline"), Fire("DPRK stops, January 2026", 20), Fire("DPRK stops and depot strikes", 22), Fire("Payment stop", 21)]);

    public static Figure FanOfThreePanels() => FanChart.Of(
        "Three outcomes", Time.WithChange(new DateOnly(2026, 2, 15), "Depot strikes")
            .WithChange(new DateOnly(2026, 3, 10), "Payment stop with a long name that wraps"),
        [
            new FanPanel("Fire", "Rounds per day", [Fire("Baseline"), Fire("Stop", 20)]) { Level = new(9_100, "Required") },
            new FanPanel("Stock", "Rounds", [Fan("Baseline", Weeks.Length, i => 17e6 * Math.Exp(-i / 90.0), 0.001)]),
            new FanPanel("Fill rate", "Fired / required, %", [Fan("Baseline", Weeks.Length, i => i > 250 ? double.NaN : 0.9, 0)],
                NumberStyle.Percent),
        ]);

    public static Figure Stack() => SupplyStack.Of(
        "The DPRK supplied a third", Time, "Rounds received per day",
        [
            new("Own production", [.. Weeks.Select((_, i) => 2500 + (20.0 * i))], Palette.Domestic),
            new("Refurbished stock", [.. Weeks.Select((_, i) => 7000 * Math.Exp(-i / 200.0))], Palette.Refurbished),
            new("DPRK", [.. Weeks.Select((_, i) => i is > 80 and < 201 ? 4000.0 : 0)], Palette.Dprk),
            new("Iran", [.. Weeks.Select(_ => 350.0)], Palette.Iran),
            new("Belarus", [.. Weeks.Select(_ => 250.0)], Palette.Belarus),
        ],
        [.. Weeks.Select((_, i) => 14_000 - (10.0 * i))]);

    public static Figure Sweep()
    {
        double[] shares = [.. Enumerable.Range(0, 13).Select(i => i * 0.05)];
        SweepPanel Panel(string title, string unit, double slope) => new(
            title, unit, [Fan("added", 13, i => 9000 + (slope * i), 0.02), Fan("substituted", 13, i => 9000 + (slope * i / 9), 0.02)]);
        return ShareSweep.Of(
            "More only if it comes on top", "Target share of the DPRK, %", shares,
            [Panel("Fire", "Rounds per day", 500), Panel("Stock", "Rounds", 3e5), Panel("Shortfall", "Rounds", 1e5),
                Panel("Lost", "Rounds", 900), Panel("Days", "Days", 5)],
            [Fan("added", 13, i => i * 0.045, 0.01), Fan("substituted", 13, i => i * 0.04, 0.01)]);
    }

    public static Figure Hind()
    {
        PublishedFigure[] published = [.. Enumerable.Range(0, 24).Select(i => new PublishedFigure(
            $"E{90 + i:000}", Start.AddDays(45 * i), Start.AddDays((45 * i) + (i % 3 == 0 ? 300 : 40)),
                i % 2 == 0 ? FigureUse.HeldOut : FigureUse.Input)
        {
            Value = i % 5 < 3 ? 12_000 - (100 * i) : null,
            Low = i % 5 == 4 ? null : 9_000 - (100 * i),
            High = i % 5 == 3 ? null : 15_000,
        })];
        return Hindcast.Of("The model meets most published fire rates", Time, "Rounds fired per day", Fire("model"), published);
    }

    public static Figure Years() => Hindcast.ByPeriod(
        "By year", [.. Enumerable.Range(2022, 4).Select(y => new Period(new(y, 1, 1), new(y, 12, 31)))], "Rounds fired in the year",
        Fan("model", 4, i => 9e6 - (2e6 * i), 0.03),
        [
            new("E001", new(2022, 2, 24), new(2022, 12, 31), FigureUse.Input) { Value = 11e6, Low = 10e6, High = 12e6 },
            new("E002", new(2022, 2, 24), new(2022, 12, 31), FigureUse.HeldOut) { Value = 7e6 },
            new("E003", new(2023, 1, 1), new(2023, 12, 31), FigureUse.HeldOut) { Low = 3e6 },
        ]);

    public static Figure Categories() => new(
        "By scenario",
        [
            new(
                Axis.OfCategories("", ["Baseline", "DPRK stops, January 2026", "Unbreakablylongscenarionamewithoutanyspace",
                    "Payment stop"]),
                Axis.Number("Rounds per day"),
                [
                    new Band([0, 1, 2, 3], [6000, 4000, 3000, 4500], [13_000, 9000, 8000, 9500], "model") { Label = "90 % of runs" },
                    new Line([0, 1, 2, 3], [9400, 6000, 5000, 6500], "model") { Label = "Median" },
                ])
            {
                Annotations = [new HorizontalMark(12_000, "Required")],
            },
        ]);

    public static ProbabilityCurve Curve(string name, double rate, int count = 306)
    {
        double[] At(double shift) => [.. Enumerable.Range(0, count).Select(i => Math.Clamp(1 - Math.Exp(-i * rate) + shift, 0, 1))];
        return new(name, At(0), At(-0.03), At(0.03));
    }

    public static Figure Exhaustion() => ExhaustionChart.Of(
        "Probability of exhaustion", Time,
        new("All calibres", [Curve("Baseline", 0.0004), Curve("DPRK stops, January 2026", 0.0012), Curve("DPRK 0 % added", 0.002),
            Curve("Certain", 1)]),
        new("152 mm", [Curve("Baseline", 0.001), Curve("DPRK stops, January 2026", 0.0011), Curve("DPRK 0 % added", 0.003),
            Curve("Never", 0)]));

    public static Figure Realised()
    {
        double[] shares = [.. Enumerable.Range(0, 13).Select(i => i * 0.05)];
        RealisedPanel Panel(string title, double rise) => new(
            title, Fan(title, 13, i => 0.1 + (rise * i), 0.02),
                [.. shares.Select((_, i) =>
                    i < 4 ? "" : i < 8 ? "Held back by stock" : i < 10 ? "Held back by export limit" : "Held back by route")]);
        return RealisedShare.Of("Aimed at and realised", "Target share of the DPRK", shares, Panel("Added", 0.02),
            Panel("Substituted", 0.03));
    }

    /// <summary>Styles and places that the other figures leave as they are.</summary>
    public static Figure Styled() => new(
        "Range against charge",
        [
            new(
                Axis.Number("Metres", NumberStyle.Thousands),
                Axis.Number("Rounds", NumberStyle.Compact),
                [
                    new Line([0, 12_000, 24_000], [90_000, 40_000, 12_500], "model") { Label = "Model" },
                    new Points([new(6_000, 70_000), new(20_000, 24_000)], Palette.Dprk)
                    {
                        Label = "Published", Marker = Marker.OpenDiamond,
                    },
                ]),
        ])
    { Description = "Rounds fired at each range fall with the range.", Height = 420, Legend = LegendPlace.Direct };

    /// <summary>A difference of fractions, in percentage points.</summary>
    public static Figure Differences() => new("Differences",
        [new(Axis.Number("Day"), Axis.Number("Percentage points", NumberStyle.PercentagePoints),
            [new Line([0, 1], [-0.1, 0.05], "model")])]);

    public static IEnumerable<Figure> All() =>
        [Styled(), Differences(),
            FanOfOne(), FanOfFour(), FanOfThreePanels(), Stack(), Sweep(), Hind(), Years(), Categories(), Exhaustion(), Realised(),
            .. IntervalSamples.All()];

    /// <summary>A line of three values on a plain axis, the smallest useful figure.</summary>
    public static Figure Small(params double[] y) => new(
        "Small", [new(Axis.Number("Day"), Axis.Number("Rounds per day"),
            [new Line([.. y.Select((_, i) => (double)i)], y, "#0072B2") { Label = "Fired" }])]);
}
