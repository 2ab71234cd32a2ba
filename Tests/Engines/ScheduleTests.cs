using FsCheck;
using FsCheck.Fluent;
using Supply.Tests.Laws;
using Supply.Programs;

namespace Supply.Tests.Engines;

/// <summary>A value does not depend on when it is computed.</summary>
public class ScheduleTests
{
    private static readonly Gen<(int Seed, int Size)> programs = from seed in Gen.Choose(0, 1_000_000) from size in Gen.Choose(0, 150)
        select (seed, size);

    /// <summary>Computing planned values in every step gives the same results.</summary>
    [Fact]
    public void Planned_InEveryStep_IsTheSame() => Law.Check(60, Arb.From(programs), one =>
    {
        var program = RandomProgram.Of(one.Seed, one.Size);
        var expected = EngineRun.OnBlock(program, 9);
        for (var i = 0; i < program.Planned.Length; i++)
        {
            program.Planned[i] = program.Planned[i] with { Changes = [.. program.Planned[i].Changes.Select(_ => true)] };
        }
        EngineRun.ShouldEqual(EngineRun.OnBlock(program, 9), expected, program);
    });

    [Fact]
    public void Planned_ChangesWhereItsTableDoes()
    {
        var b = new ProgramBuilder(6);
        var parameter = b.Parameter("p", "p", new(0, 1), uniform => uniform);
        var rate = b.Exp(b.Multiply(parameter, b.Table([1, 1, 2, 2, 2, 1])));
        var path = b.Lookup([parameter, b.One, parameter], [0, 0, 0, 1, 2, 2], [0, 0.5, 0.5, 0, 0, 0]);
        var program = Program(b, b.Add(rate, path), 1);
        program.Planned.Select(planned => planned.Instruction.Op).ShouldBe([Op.Multiply, Op.Exp, Op.Lookup, Op.Add]);
        program.Planned.Select(planned => string.Concat(planned.Changes.Select(change => change ? '*' : '.')))
            .ShouldBe(["*.*..*", "*.*..*", "**.**.", "******"]);
    }

    [Fact]
    public void Observed_IsWhatOnlyTheRecorderReads()
    {
        var b = new ProgramBuilder(6);
        var state = b.NewState("s", b.One);
        var next = b.Multiply(b.Read(state), b.Constant(1.5));
        b.Set(state, next);
        var program = Program(b, b.Add(next, b.Multiply(next, b.Constant(3))), 4);
        program.Observed.Select(instruction => instruction.Op).ShouldBe([Op.Multiply, Op.Add]);
        program.Step.Select(instruction => instruction.Op).ShouldBe([Op.Multiply]);
        var recorder = EngineRun.OnBlock(program, 3);
        EngineRun.Series(recorder, 0, 0).Distinct().ShouldBe([4 * Math.Pow(1.5, 4)]);
        EngineRun.Series(recorder, 0, 1).Distinct().ShouldBe([4 * Math.Pow(1.5, 6)]);
    }

    /// <summary>The content of a state from the beginning of the step is gone when the recorder runs.</summary>
    [Fact]
    public void Observed_IsNothingThatReadsAnOldState()
    {
        var b = new ProgramBuilder(6);
        var state = b.NewState("s", b.One);
        var old = b.Multiply(b.Read(state), b.Constant(7));
        b.Set(state, b.Multiply(b.Read(state), b.Constant(1.5)));
        var program = Program(b, old, 6);
        program.Observed.ShouldBeEmpty();
        EngineRun.Series(EngineRun.OnBlock(program, 3), 0, 0).Distinct().ShouldBe([7 * Math.Pow(1.5, 5)]);
    }

    private static StepProgram Program(ProgramBuilder b, Term recorded, int every) =>
        new Assembler(b).Assemble(Horizon.PlainSteps(b.Steps), Metrics.Standard with { Every = every },
            [new(Metric.OnHand, SampleRule.Value, recorded)], [], []);
}
