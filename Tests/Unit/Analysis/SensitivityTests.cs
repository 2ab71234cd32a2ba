using System.Text.Json.Nodes;
using MathNet.Numerics.Distributions;
using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Functions whose indices are known exactly.</summary>
public class SensitivityTests
{
    private static readonly JsonNode referee =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Referees", "sensitivity-analytic.json")))!;

    private static readonly Dictionary<string, Func<double[], double>> functions = new()
    {
        ["ishigami"] = x => Ishigami(x, 0.1),
        ["ishigami_b005"] = x => Ishigami(x, 0.05),
        ["sobol_g_8"] = x => G(x, Numbers("sobol_g_8", "a")),
        ["sobol_g_6"] = x => G(x, Numbers("sobol_g_6", "a")),
        ["sobol_gstar_10"] = x => GStar(x, Numbers("sobol_gstar_10", "a"), 1),
        ["sobol_gstar_alpha2"] = x => GStar(x, Numbers("sobol_gstar_alpha2", "a"), 0.5),
        ["bratley_K_10"] = Bratley,
        ["linear_normal"] = x => x.Select((u, i) => (i + 1) * Normal.InvCDF(0, 1, u)).Sum(),
    };

    public static TheoryData<string> Names() => [.. functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Indices_AreTheExactOnes_WithAnySeed(string name)
    {
        var (first, total) = (Numbers(name, "S1"), Numbers(name, "ST"));
        for (var seed = 2026UL; seed < 2026UL + (ulong)Matrix.Cases(2, 12); seed++)
        {
            var design = new SobolDesign(first.Length, 8192, seed: seed);
            var indices = SobolIndices.Of(design, design.Run(functions[name]));
            indices.IsComplete.ShouldBeTrue();
            for (var i = 0; i < first.Length; i++)
            {
                indices.Inputs[i].First.Value.ShouldBe(first[i], Tolerance.SobolIndex, $"first order {i}, seed {seed}");
                indices.Inputs[i].Total.Value.ShouldBe(total[i], Tolerance.SobolIndex, $"total {i}, seed {seed}");
            }

            indices.IsSettled().ShouldBeTrue();
            indices.Verdict().ShouldStartWith("The indices are settled to 0.0");
        }
    }

    // Functions for which nothing simple stands are estimated as before: at worst a control does nothing.
    [Fact]
    public void Control_OfAnOutcomeThatNothingSimpleFollows_IsNone()
    {
        var design = new SobolDesign(2, 1024);
        static double Chequered(double[] x) => (int)(x[0] * 97) % 2 == (int)(x[1] * 89) % 2 ? 1 : 0;
        var values = design.Run(Chequered);
        SobolControl.Of(design, [.. Enumerable.Range(0, 1024)], [.. values]).ShouldBeNull();
        SobolControl.Of(design, [.. Enumerable.Range(0, 1024)], [.. design.Run(x => x[0] * x[1])]).ShouldNotBeNull();
        SobolControl.Of(design, [.. Enumerable.Range(0, 511)], [.. design.Run(x => x[0] * x[1]).Take(511)]).ShouldBeNull();
        SobolIndices.Of(design, values).Inputs[0].Total.Value.ShouldBe(1, Tolerance.SobolIndexOfAChequer);
    }

    [Fact]
    public void PairsAndGroups_OfAProduct_AreExactToo()
    {
        // (1 + x)(1 + y)(1 + z) with all in -1..1: each factor has the variance 1/3, so that V = (4/3)^3 - 1.
        static double Product(double[] x) => x.Aggregate(1.0, (all, one) => all * 2 * one);
        var (v, whole) = (1.0 / 3, Math.Pow(4.0 / 3, 3) - 1);
        var design = new SobolDesign(3, 1024, pairs: true);
        foreach (var pair in SobolIndices.Of(design, design.Run(Product)).Pairs)
        {
            pair.Second.Value.ShouldBe(v * v / whole, Tolerance.SobolIndex);
        }

        var grouped = new SobolDesign([new("two", [0, 2], []), new("one", [1], [])], 1024);
        var indices = SobolIndices.Of(grouped, grouped.Run(Product));
        indices.Inputs[0].First.Value.ShouldBe(((2 * v) + (v * v)) / whole, Tolerance.SobolIndex);
        indices.Inputs[0].Total.Value.ShouldBe(1 - (v / whole), Tolerance.SobolIndex);
        indices.Inputs[1].First.Value.ShouldBe(v / whole, Tolerance.SobolIndex);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Verdict_RefusesFewPoints_AndSaysHowManyMore(string name)
    {
        var count = Numbers(name, "S1").Length;
        var design = new SobolDesign(count, 64);
        var indices = SobolIndices.Of(design, design.Run(functions[name]));
        indices.IsSettled().ShouldBeFalse();
        indices.Verdict().ShouldMatch("^The indices are not settled: 90 % intervals reach 0\\.\\d+ either way\\. Settled to 0\\.05 "
            + "needs about "
            + "[\\d,]+ more runs \\([\\d,]+ base points\\)\\.$");
    }

    [Fact]
    public void Pairs_TellInteractions()
    {
        var design = new SobolDesign(3, 4096, pairs: true);
        var pairs = SobolIndices.Of(design, design.Run(functions["ishigami"])).Pairs;
        var exact = referee["ishigami"]!["S2"]!;
        pairs.Select(pair => $"{pair.One.Name}{pair.Other.Name}").ShouldBe(["x1x2", "x1x3", "x2x3"]);
        foreach (var pair in pairs)
        {
            pair.Second.Value.ShouldBe((double)exact[$"{pair.One.Name}{pair.Other.Name}"]!, Far(pair.Second));
        }
    }

    [Fact]
    public void Group_HasTheShareOfItsMembersTogether()
    {
        // Of a linear function of independent inputs shares add up.
        var exact = Numbers("linear_normal", "S1");
        var design = new SobolDesign([new("both", [0, 3], []), new("one", [1], []), new("two", [2], [])], 4096);
        var indices = SobolIndices.Of(design, design.Run(functions["linear_normal"]));
        indices.Inputs[0].First.Value.ShouldBe(exact[0] + exact[3], Tolerance.SobolIndex);
        indices.Inputs[0].Total.Value.ShouldBe(exact[0] + exact[3], Tolerance.SobolIndex);
    }

    [Fact]
    public void Longer_BeginsWithTheShorter_AndFailedPointsAreLeftOutAndCounted()
    {
        SobolDesign few = new(3, 64), many = new(3, 128);
        many.Points(63).ShouldBe(few.Points(63));
        double[][] values = [.. few.Run(functions["ishigami"])];
        values[5][2] = double.NaN;
        var indices = SobolIndices.Of(few, values);
        (indices.BasePoints, indices.LeftOut).ShouldBe((63, 1));
        indices.Verdict().ShouldContain("1 base points with an undefined value or a failed replication are left out.");
        SobolIndices.Of(few, values[..32]).IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void ConstantOutcome_HingesOnNothing()
    {
        var design = new SobolDesign(2, 16);
        SobolIndices.Of(design, design.Run(_ => 3)).Verdict().ShouldBe("The outcome is the same in all runs and hinges on no input.");
    }

    [Fact]
    public void Designs_ListTheirMistakes() => Should.Throw<ArgumentException>(() =>
            new SobolDesign([new("a", [0], []), new("a", [0], []), new("b", [], [])], 1)).Message.Split('\n')
        .ShouldBe(["Dimension 0 belongs to 2 inputs; it must belong to one.", "\"b\" has no members.", "Two inputs are named \"a\".",
            "Base points are 1; they must be 2..16777216."]);

    [Fact]
    public void ElementaryEffects_OfALinearFunction_AreItsCoefficients()
    {
        var design = new MorrisDesign(3, 12);
        var effects = MorrisEffects.Of(design, design.Run(x => (2 * x[0]) - (5 * x[1])));
        effects.Inputs.Select(one => Math.Round(one.Mean, 12)).ShouldBe([2, -5, 0]);
        effects.Inputs.Select(one => Math.Round(one.MeanSize, 12)).ShouldBe([2, 5, 0]);
        effects.Inputs.ShouldAllBe(one => one.Spread < Tolerance.Rounding);
        effects.Verdict.ShouldStartWith("Largest effects: x2; x1; x3. 1 of 3 inputs surely do less than 5 % of the largest.");
    }

    [Fact]
    public void ElementaryEffects_OfIshigami_AreThoseOfTheReferee()
    {
        var design = new MorrisDesign(3, 1000);
        var effects = MorrisEffects.Of(design, design.Run(functions["ishigami"]));
        var exact = referee["morris"]!["salib_ishigami_mu_star"]!.AsArray();
        for (var i = 0; i < 3; i++) effects.Inputs[i].MeanSize.ShouldBe((double)exact[i]!, Tolerance.MorrisMean * (double)exact[i]!);
        effects.Inputs[1].MeanSize.ShouldBe(7.875, Tolerance.Rounding);
        effects.Inputs[0].Spread.ShouldBeGreaterThan(effects.Inputs[0].MeanSize / 10);
    }

    // Three standard errors, as the 90 % interval tells them.
    private static double Far(SobolIndex index) => index.Half / 1.645 * 3;

    private static double[] Numbers(string name, string part) => [.. referee[name]![part]!.AsArray().Select(one => (double)one!)];

    private static double Ishigami(double[] x, double b)
    {
        double[] u = [.. x.Select(one => Math.PI * ((2 * one) - 1))];
        return Math.Sin(u[0]) + (7 * Math.Pow(Math.Sin(u[1]), 2)) + (b * Math.Pow(u[2], 4) * Math.Sin(u[0]));
    }

    private static double G(double[] x, double[] a) => x.Zip(a, (u, own) => (Math.Abs((4 * u) - 2) + own) / (1 + own))
        .Aggregate((one, other) => one * other);

    private static double GStar(double[] x, double[] a, double alpha) => x.Zip(a, (u, own) =>
        (((1 + alpha) * Math.Pow(Math.Abs((2 * u) - 1), alpha)) + own) / (1 + own)).Aggregate((one, other) => one * other);

    private static double Bratley(double[] x)
    {
        var (sum, product) = (0.0, 1.0);
        for (var i = 0; i < x.Length; i++)
        {
            product *= x[i];
            sum += i % 2 == 0 ? -product : product;
        }

        return sum;
    }
}
