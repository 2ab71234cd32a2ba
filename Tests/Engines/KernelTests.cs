using FsCheck.Fluent;
using Supply.Compilation;
using Supply.Engines.Kernels;
using Supply.Programs;
using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>The kernel engine gives the bits of the block engine.</summary>
public class KernelTests
{
    private static readonly DateOnly date = new(2025, 1, 1);

    public static TheoryData<int, bool> Shapes =>
        new(from groups in Matrix.KernelGroups from wide in new[] { true, false } select (groups, wide));

    public static TheoryData<string> Changes => [.. EveryChange.Keys];

    private static Dictionary<string, Change[]> EveryChange { get; } = new()
    {
        ["none"] = [],
        ["export limit"] = [new ExportLimit(Origin.Dprk, date, Rate.PerMonth(Uncertain.Uniform(0, 50_000)))],
        ["target share, added"] = [new TargetShare(Origin.Dprk, date, Fraction.Of(0.4), ShareMeaning.Added)],
        ["target share, substituted"] = [new TargetShare(Origin.Dprk, date, Fraction.Of(Uncertain.Uniform(0.1, 0.6)),
            ShareMeaning.Substituted)],
        ["interdiction"] = [new Interdiction(Part<Route>(), date, Fraction.Of(0.5)) { Loss = Fraction.Of(0.1) }],
        ["depot strike"] = [new DepotStrike(Part<Stockpile>(), date, Fraction.Of(Uncertain.Uniform(0.05, 0.3)))],
        ["capacity change"] = [new CapacityChange(Part<ProductionLine>(), date, Uncertain.Uniform(0.5, 1.5))],
        ["order change"] = [new OrderChange(Origin.Dprk, date, Uncertain.Uniform(0, 2)) { Onset = Days.Of(90) }],
        ["order rate"] = [new OrderRate(Origin.Dprk, Calibre.Mm152, date, Rate.PerMonth(Uncertain.Uniform(0, 90_000)))
            { Onset = Days.Of(90) }],
        ["condition"] = [new CapacityChange(Part<ProductionLine>(), date, 2)
            { If = new(Calibre.Mm152, Rounds.Of(Uncertain.Uniform(1e5, 1e6))) }],
        ["required rate"] = [new RequiredRate(Part<Consumer>(), Calibre.Mm152, date, Rate.PerDay(Uncertain.Uniform(0, 9000)))],
        ["requirement change"] = [new RequirementChange(Part<Consumer>(), date, Uncertain.Noise(0.2, 20))],
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Baseline_AnyShape_SameBits(int groups, bool wide) =>
        Agree(Compiler.Compile(Baselines.Russia2022, Metrics.Standard), groups, wide, 26);

    [Theory, MemberData(nameof(Changes))]
    public void Baseline_EachChange_SameBits(string change)
    {
        var scenario = Baselines.Russia2022.With(change, EveryChange[change]);
        Agree(Compiler.Compile(scenario, Metrics.Standard.And(Metric.Share(Origin.Dprk))), 1, true, 9);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void EveryKindOfPart_AnyShape_SameBits(int groups, bool wide) =>
        Agree(Compiler.Compile(RichScenario.Of(), Recorded.Everything(RichScenario.Of())), groups, wide, 50);

    [Theory, MemberData(nameof(Shapes))]
    public void Samples_AnyShape_SameBits(int groups, bool wide) =>
        Law.ForAll(Matrix.Cases(10, 100),
            sample => Agree(Compiler.Compile(sample.Scenario, Recorded.Everything(sample.Scenario, every: 5)), groups, wide, 35));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(130)]
    [InlineData(1000)]
    public void Ensemble_OfAnySize_SameBits(int replications)
    {
        var program = Compiler.Compile(Small.TwoStocks(200), Metrics.Standard);
        foreach (var groups in Matrix.KernelGroups) Agree(program, groups, true, replications);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void AnyProgram_SameBits(int groups, bool wide)
    {
        var programs = from seed in Gen.Choose(0, 1_000_000) from size in Gen.Choose(0, 150) select (seed, size);
        Law.Check(Matrix.Cases(30, 200), Arb.From(programs), one => Agree(RandomProgram.Of(one.seed, one.size), groups, wide, 20));
    }

    [Fact]
    public void LargeProgram_TakesSeveralParts_SameBits()
    {
        var program = Compiler.Compile(Small.Copies(64, 60), Metrics.Standard);
        var kernel = KernelCompiler.Compile(program, 2, true);
        kernel.Parts.ShouldBeGreaterThan(5);
        EngineRun.ShouldEqual(EngineRun.OnKernel(kernel, 40), EngineRun.OnBlock(program, 40), program);
    }

    [Fact]
    public void LargeRandomProgram_TakesSeveralParts_SameBits() => Agree(RandomProgram.Of(1, 3000), 3, true, 30);

    [Fact]
    public void GivenParameters_ReplaceTheDraws_SameBits()
    {
        var program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);
        var drawn = EngineRun.OnBlock(program, 30).Parameters();
        var turned = new ParameterMatrix(drawn.Keys, [.. drawn.Keys.Select(key => drawn.Column(key).Reverse().ToArray())]);
        EngineRun.ShouldEqual(EngineRun.OnKernel(program, 30, 2, true, turned), EngineRun.OnBlock(program, 30, 128, turned), program);
    }

    /// <summary>A value that is computed only when it changes still enters a delay in every step.</summary>
    [Fact]
    public void Delay_OfAValueThatSeldomChanges_TakesItInEveryStep()
    {
        const int steps = 12;
        var b = new ProgramBuilder(steps);
        var seldom = b.Multiply(b.Parameter("number", "number", new(0, 1), uniform => uniform),
            b.Table([.. Enumerable.Range(0, steps).Select(step => step < 7 ? 1.0 : 2.0)]));
        var (delay, total) = (b.NewDelay("delay", b.Constant(3), 3), b.NewState("total", b.Zero));
        b.Push(delay, seldom);
        var sum = b.Add(b.Read(total), b.Delayed(delay));
        b.Set(total, sum);
        RecordedSeries recorded = new(Metric.OnHand, SampleRule.Value, sum);
        RecordedScalar scalar = new(recorded, new TimeWindow("all", Moment.AtStep(0), Moment.AtStep(steps - 1)), 0, steps - 1);
        var program = new Assembler(b).Assemble(Horizon.PlainSteps(steps), new Metrics { Every = 1 }, [recorded], [scalar], []);
        program.Planned.ShouldNotBeEmpty();
        Agree(program, 1, true, 9);
    }

    [Fact]
    public void AlteredInstruction_IsNoticed()
    {
        var program = Compiler.Compile(Small.TwoStocks(100), Metrics.Standard);
        var expected = EngineRun.OnBlock(program, 20);
        var at = Array.FindIndex(program.Step, instruction => instruction.Op == Op.Min);
        program.Step[at] = program.Step[at] with { Op = Op.Max };
        Should.Throw<ShouldAssertException>(() => EngineRun.ShouldEqual(EngineRun.OnKernel(program, 20, 1, true), expected, program));
    }

    private static void Agree(StepProgram program, int groups, bool wide, int replications) =>
        EngineRun.ShouldEqual(EngineRun.OnKernel(program, replications, groups, wide), EngineRun.OnBlock(program, replications), program);

    private static string Part<T>() where T : Part =>
        Baselines.Russia2022.Networks.SelectMany(network => network.Parts).OfType<T>().First().Name;
}
