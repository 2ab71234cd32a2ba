using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Boxes in data whose worlds of interest are known.</summary>
public class PrimTests
{
    private const int Rows = 1000;

    private static InputColumn Column(string name, int place) =>
        new(name, [.. Enumerable.Range(0, Rows).Select(row => Resampling.Uniform(3, "columns", row, place))]);

    private static readonly InputColumn a = Column("a", 0), b = Column("b", 1), c = Column("c", 2),
        kind = new("kind", [.. Enumerable.Range(0, Rows).Select(row => Math.Floor(3 * Resampling.Uniform(3, "columns", row, 3)))])
        {
            Cases = ["mild", "hard", "odd"],
        };

    private static InputData Data(Func<int, bool> isOfInterest) =>
        new([a, b, c, kind], [.. Enumerable.Range(0, Rows).Select(row => isOfInterest(row) ? 1.0 : 0)]);

    [Fact]
    public void KnownBox_IsFound_AndOnlyItsInputsAreLimited()
    {
        var prim = Prim.Of(Data(row => a.Values[row] > 0.6 && b.Values[row] < 0.5));
        var box = prim.Boxes[0];
        box.Restrictions.Select(one => one.Input.Name).ShouldBe(["a", "b"]);
        box.Restrictions[0].Low.ShouldBe(0.6, Tolerance.APeel);
        box.Restrictions[1].High.ShouldBe(0.5, Tolerance.APeel);
        box.Density.ShouldBeGreaterThan(0.95);
        box.Coverage.ShouldBeGreaterThan(0.9);
        box.Restrictions.ShouldAllBe(one => one.QuasiP < 0.001);
        prim.Reproducibility.Take(2).ShouldAllBe(share => share == 1);
        prim.Verdict.ShouldStartWith("21 % of all runs are of interest. Where a is above 0.6");
        prim.Verdict.ShouldEndWith("Chance explains none of the limits.");
        prim.Table().Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void FirstPeel_IsTheTwentiethThatRaisesTheMeanMost()
    {
        // The mean falls with x: the highest twentieth goes first, half way between the 950th and the 951st value.
        InputColumn x = new("x", [.. Enumerable.Range(0, 1000).Select(row => (double)row)]);
        InputData data = new([x], [.. Enumerable.Range(0, 1000).Select(row => row < 300 ? 1.0 : 0)]);
        var path = Prim.Of(data).Paths[0];
        path[0].Rows.ShouldBe(1000);
        path[1].Restrictions.ShouldHaveSingleItem().High.ShouldBe(949.5);
        path[1].Rows.ShouldBe(950);
        path[2].Rows.ShouldBe(902); // 949 x 0.95 lies between the 902nd and the 903rd of 950 values.
        Prim.Of(data).At(1).Restrictions[0].QuasiP.ShouldBe(1 - MathNet.Numerics.Distributions.Binomial.CDF(0.3, 950, 299),
            Tolerance.Rounding);
        path.Zip(path.Skip(1)).ShouldAllBe(pair => pair.Second.Density >= pair.First.Density);
        path.ShouldAllBe(step => step.Mass >= 0.05);
        path.ShouldAllBe(step => Math.Abs((step.Coverage * 300) - (step.Density * step.Rows)) < Tolerance.Rounding * 1000);
    }

    [Fact]
    public void Choice_LosesCases_AndEqualValuesStayTogether()
    {
        InputColumn tied = new("tied", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 4))]);
        InputData data = new([tied, kind], [.. Enumerable.Range(0, Rows)
            .Select(row => kind.Case(row) == 1 && row % 4 == 3 ? 1.0 : 0)]);
        var box = Prim.Of(data).Boxes[0];
        box.Restrictions.Select(one => one.ToString()).ShouldBe(["tied is above 2.5", "kind is \"hard\""]);
        (box.Density, box.Coverage).ShouldBe((1, 1));
    }

    [Fact]
    public void Pasting_GivesBackWhatWasPeeledTooMuch()
    {
        // Peels of three tenths leave 1000, 700, 490, 343 and then 240 values, all of interest; pasting goes back to the 300.
        InputColumn x = new("x", [.. Enumerable.Range(0, 1000).Select(row => (double)row)]);
        InputData data = new([x], [.. Enumerable.Range(0, 1000).Select(row => row < 300 ? 1.0 : 0)]);
        var path = Prim.Of(data, new() { Peel = 0.3, Paste = 0.01, Resamples = 0 }).Paths[0];
        path.Take(5).Select(step => step.Rows).ShouldBe([1000, 700, 490, 343, 240]);
        path[^1].Rows.ShouldBeInRange(297, 300);
        path.Skip(4).ShouldAllBe(step => step.Density == 1);
    }

    [Fact]
    public void SeveralBoxes_CoverWhatOneCannot()
    {
        var data = Data(row => (a.Values[row] > 0.7 && b.Values[row] > 0.7) || (c.Values[row] > 0.8 && kind.Case(row) == 1));
        var prim = Prim.Of(data, new() { MostBoxes = 3, Resamples = 0 });
        prim.Boxes.Count.ShouldBeGreaterThan(1);
        (prim.Boxes[0].Coverage + prim.Boxes[1].Coverage).ShouldBeGreaterThan(0.8);
        prim.Boxes[0].Density.ShouldBeGreaterThan(0.9);
        prim.Boxes[1].Density.ShouldBeGreaterThan(2 * prim.Overall);
        prim.Verdict.ShouldContain("Elsewhere, where");
    }

    [Fact]
    public void Noise_IsNotTakenForACause()
    {
        var prim = Prim.Of(Data(row => Resampling.Uniform(5, "noise", row, 0) < 0.3));
        prim.Reproducibility.Average().ShouldBeLessThan(1);
        prim.Boxes[0].Density.ShouldBeLessThan(0.6);
    }

    [Fact]
    public void QuasiP_IsTheTailOfABinomial()
    {
        var box = Prim.Of(Data(row => a.Values[row] > 0.6 && Resampling.Uniform(5, "noise", row, 1) < 0.8), new() { Resamples =
            0 }).Boxes[0];
        foreach (var one in box.Restrictions)
        {
            int[] hits = [(int)Math.Round(box.Density * box.Rows)];
            one.QuasiP.ShouldBe(1 - MathNet.Numerics.Distributions.Binomial.CDF(one.DensityWithout, box.Rows, hits[0] - 1),
                Tolerance.Rounding);
        }
    }

    /// <summary>Outcomes other than 0 and 1 are amounts: their mean is not a share of runs.</summary>
    [Fact]
    public void Amounts_AreMeans_AndNoSharesOfRuns()
    {
        InputData data = new([a, b], [.. a.Values.Select(value => value > 0.6 ? 900.0 : 100)]) { OutcomeWords = "rounds lost" };
        var prim = Prim.Of(data, new() { Resamples = 0 });
        prim.Boxes[0].Density.ShouldBeGreaterThan(800);
        prim.Verdict.ShouldStartWith("The mean of rounds lost is 4");
        prim.Verdict.ShouldContain(" in all runs. Where a is above 0.");
        prim.Verdict.ShouldContain("% of its sum (coverage), in ");
        prim.Verdict.ShouldNotContain("of interest");
        var table = prim.Table();
        table.Title.ShouldBe("Where rounds lost is high");
        foreach (var cell in table.Rows.SelectMany(row => new[] { row[2], row[3] })) cell.ShouldNotContain("%");
        Prim.Of(new([b], data.Outcome) { OutcomeWords = "rounds lost" }, new() { Resamples = 0, LeastMass = 0.9 }).Verdict
            .ShouldContain("rounds lost is 4");
    }

    /// <summary>A case that one run in a hundred has, all of them of interest, is too small a box and ends no search.</summary>
    [Fact]
    public void RareCase_DoesNotEndTheSearch()
    {
        InputColumn rare = new("rare", [.. Enumerable.Range(0, Rows).Select(row => row % 100 == 0 ? 1.0 : 0)])
            {
                Cases = ["usual", "odd"],
            },
            tied = new("tied", [.. Enumerable.Range(0, Rows).Select(row => row % 100 == 0 ? 1.0 : 0)]);
        foreach (var one in new[] { rare, tied })
        {
            InputData data = new([one, a], [.. Enumerable.Range(0, Rows).Select(row => row % 100 == 0 || a.Values[row] > 0.8 ? 1.0 : 0)]);
            var box = Prim.Of(data, new() { Resamples = 0 }).Boxes[0];
            box.Restrictions.ShouldHaveSingleItem().Input.ShouldBe(a);
            box.Density.ShouldBeGreaterThan(0.95);
        }
    }

    [Fact]
    public void Progress_CountsRows_AndACancelledSearchKeepsItsBoxes()
    {
        var data = Data(row => (a.Values[row] > 0.7 && b.Values[row] > 0.7) || (c.Values[row] > 0.8 && kind.Case(row) == 1));
        var settings = new PrimSettings { MostBoxes = 2, Resamples = 40 };
        var heard = new Listener();
        var whole = Prim.Of(data, settings, heard, TestContext.Current.CancellationToken);
        (heard.Last!.Done, heard.Last.Total, heard.Last.Scenario).ShouldBe((42 * Rows, 42 * Rows, "boxes"));
        (whole.IsComplete, whole.Resampled).ShouldBe((true, 40));

        using var stop = new CancellationTokenSource();
        var part = Prim.Of(data, settings, new Listener(stop), stop.Token);
        part.IsComplete.ShouldBeFalse();
        part.Boxes[0].Words.ShouldBe(whole.Boxes[0].Words);
        part.Resampled.ShouldBeLessThan(40);
        part.Verdict.ShouldContain("The search was stopped");
        Should.Throw<OperationCanceledException>(() => Prim.Of(data, settings, null, stop.Token));
        Should.Throw<OperationCanceledException>(() => Tree.Of(data, null, null, stop.Token));

        var grown = new Listener();
        Tree.Of(data, null, grown, TestContext.Current.CancellationToken);
        (grown.Last!.Done, grown.Last.Total).ShouldBe((10 * Rows, 10 * Rows));
    }

    [Fact]
    public void ResultsDoNotDependOnTheRun() =>
        Prim.Of(Data(row => a.Values[row] > 0.6)).ToString().ShouldBe(Prim.Of(Data(row => a.Values[row] > 0.6)).ToString());

    [Fact]
    public void BadDataAndSettings_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Prim.Of(Data(_ => false))).Message.ShouldStartWith("Outcomes must be at least 0");
        Should.Throw<ArgumentException>(() => Prim.Where(Data(_ => true), _ => false,
            "lose much")).Message.ShouldStartWith("No run lose much");
        Should.Throw<ArgumentException>(() => Prim.Of(Data(_ => true), new() { Peel = 0, MostBoxes = 0 })).Message
            .ShouldBe("Peel is 0; it must lie above 0 and below 0.5.\nMostBoxes is 0; it must lie in 1..20.");
        Should.Throw<ArgumentException>(() => Prim.Of(new([a with { Values = [1] }], [1, 2]))).Message
            .ShouldBe("\"a\" has 1 values for 2 outcomes.");
    }

    /// <summary>Keeps the last report, and cancels with the first one if it was told to.</summary>
    private sealed class Listener(CancellationTokenSource? stop = null) : IProgress<RunProgress>
    {
        private readonly Lock guard = new();

        public RunProgress? Last { get; private set; }

        public void Report(RunProgress value)
        {
            lock (guard) if (Last is null || value.Done > Last.Done) Last = value;
            stop?.Cancel();
        }
    }
}
