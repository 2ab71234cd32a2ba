using FsCheck.Fluent;
using Supply.Compilation;
using Supply.Engines;
using Supply.Maths;
using Supply.Programs;
using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>Fused instructions give the bits of the plain ones, which the scalar engine runs.</summary>
public class FusionTests
{
    [Fact]
    public void AnyProgram_EqualsTheScalarEngine()
    {
        var programs = from seed in Gen.Choose(0, 1_000_000) from size in Gen.Choose(0, 200) select (seed, size);
        Law.Check(60, Arb.From(programs), one => Agree(RandomProgram.Of(one.seed, one.size)));
    }

    [Fact]
    public void Baseline_EqualsTheScalarEngine_WithAQuarterFewerInstructions()
    {
        var program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);
        Fusion.Of(program, program.Rows).Step.Length.ShouldBeLessThan(program.Step.Length * 3 / 4);
        Agree(program);
    }

    [Fact]
    public void Share_IsOneInstruction()
    {
        var (program, fused) = Fused(b => b.Share(b.Normal("wanted"), b.Add(b.Normal("pool"), b.One)));
        fused.ShouldContain(instruction => instruction.Operation == RowOperation.Share);
        Agree(program);
    }

    [Fact]
    public void PartOfAWhole_IsOneInstruction()
    {
        var (program, fused) = Fused(b =>
        {
            var (whole, part) = (b.Normal("whole"), b.Normal("part"));
            return b.Select(b.Less(b.Multiply(b.Constant(0.5), whole), part), part, b.Zero);
        });
        fused.ShouldContain(instruction => instruction.Operation == RowOperation.IfAbove);
        Agree(program);
    }

    /// <summary>Neither 0 &lt; pool nor 0 otherwise: only an expression with the meaning of a share may become one.</summary>
    [Fact]
    public void AlmostAShare_StaysWhatItIs()
    {
        foreach (var (low, otherwise, most) in new[] { (0.5, 0.0, 1.0), (0.0, 0.5, 1.0), (0.0, 0.0, 2.0) })
        {
            var (program, fused) = Fused(b =>
            {
                var (wanted, pool) = (b.Normal("wanted"), b.Normal("pool"));
                return b.Select(b.Less(b.Constant(low), pool), b.Min(b.Constant(most), b.Divide(wanted, pool)), b.Constant(otherwise));
            });
            fused.ShouldNotContain(instruction => instruction.Operation == RowOperation.Share);
            Agree(program);
        }
    }

    /// <summary>A state is overwritten between an instruction that reads it and the one that would absorb that instruction.</summary>
    [Fact]
    public void OperandOverwrittenInBetween_IsReadBefore()
    {
        var b = new ProgramBuilder(9);
        var (first, second) = (b.NewState("first", b.Constant(2)), b.NewState("second", b.Constant(3)));
        var inner = b.Multiply(b.Read(first), b.Constant(3));
        b.Set(first, b.Add(b.Read(first), b.Normal("draw")));
        b.Set(second, b.Add(b.Read(second), inner));
        var program = new Assembler(b)
            .Assemble(Horizon.PlainSteps(9), Metrics.Standard with { Every = 1 }, [new(Metric.OnHand, SampleRule.Value, b.Read(second))],
                [], []);
        Fusion.Of(program, program.Rows).Step.Select(instruction => instruction.Plain.Op)
            .ShouldBe(program.Step.Select(instruction => instruction.Op));
        Agree(program);
    }

    private static (StepProgram Program, FusedInstruction[] Fused) Fused(Func<ProgramBuilder, Term> write)
    {
        var b = new ProgramBuilder(9);
        var state = b.NewState("sum", b.Zero);
        var value = b.Add(b.Read(state), write(b));
        b.Set(state, value);
        var program = new Assembler(b)
            .Assemble(Horizon.PlainSteps(9), Metrics.Standard with { Every = 2 }, [new(Metric.OnHand, SampleRule.Value, value)], [], []);
        return (program, Fusion.Of(program, program.Rows).Step);
    }

    private static void Agree(StepProgram program)
    {
        var expected = EngineRun.OnBlock(program, 19, 1);
        foreach (var width in new[] { 2, 8, 19 }) EngineRun.ShouldEqual(EngineRun.OnBlock(program, 19, width), expected, program);
    }
}
