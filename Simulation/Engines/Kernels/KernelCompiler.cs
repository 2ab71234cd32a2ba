using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>Makes a kernel from a program.</summary>
internal static class KernelCompiler
{
    // Beyond this width, caches lose what interleaving gains: on the shipped baseline, 16 replications are best.
    private const int MostRowBytes = 1 << 18;

    // More vectors side by side gain nothing, because no latency is left to hide, and take longer to compile.
    private const int MostGroups = 4;

    // From this many operations on (each on one replication), a kernel saves the time it takes to make; measured on the shipped baseline,
    // where the limit is about 300 replications.
    private const double OperationsToCompile = 5e8;

    /// <summary>Whether machine code can be made here and vectors are worth using.</summary>
    public static bool IsSupported =>
        RuntimeFeature.IsDynamicCodeSupported && RuntimeFeature.IsDynamicCodeCompiled && Vector256.IsHardwareAccelerated;

    /// <summary>Whether an ensemble is large enough to gain from a kernel.</summary>
    public static bool PaysOff(StepProgram program, int replications) =>
        IsSupported && (double)program.Step.Length * program.Horizon.Steps * replications > OperationsToCompile;

    /// <summary>The most memory that the blocks of a kernel take.</summary>
    public static long BlockBytes(StepProgram program, int threads)
    {
        // A value may need a row of its own, and a call another one for its argument; a table has one column, a delay two, a path three,
        // and the tile one.
        var layout = new BlockLayout(program, Groups(program) * Rows.Lanes);
        var rows = layout.Rows + (2 * (program.Planned.Length + program.Step.Length));
        return sizeof(double) * (long)threads * rows * Groups(program) * Rows.Lanes;
    }

    /// <summary>The memory that a kernel takes itself.</summary>
    public static long Bytes(StepProgram program)
    {
        var columns = 1 + program.Tables.Length + (2 * program.Delays.Length) + (3 * program.Lookups.Length);
        return sizeof(double) * (long)columns * program.Horizon.Steps;
    }

    /// <summary>A kernel as wide as suits the program and the processor.</summary>
    public static Kernel Compile(StepProgram program) => Compile(program, Groups(program), Vector512.IsHardwareAccelerated);

    /// <param name="program">The program whose steps are compiled.</param>
    /// <param name="groups">Replications side by side, in groups of eight.</param>
    /// <param name="wide">Whether vectors have 512 bits; otherwise 256.</param>
    public static Kernel Compile(StepProgram program, int groups, bool wide)
    {
        var methods = VectorMethods.Of(wide);
        var width = groups * Rows.Lanes;
        var vectors = width / methods.Lanes;
        var layout = new BlockLayout(program, width);
        var plan = new KernelPlan(program, vectors, methods.Lanes, layout);
        var lines = new StepLines(program, layout);
        var constants = program.Constants.ToDictionary(constant => constant.Row, constant => constant.Value);
        var stages = plan.Stages.Select(stage => (
            stage.Parts.Select(nodes =>
                (new PartEmitter(program, methods, vectors, lines, layout, constants, nodes).Compile(), nodes[0].Changes)).ToArray(),
            stage.Calls.ToArray())).ToArray();
        return new Kernel(program, width, plan.ScratchRows, stages, lines.ToArray(), lines.Columns);
    }

    private static int Groups(StepProgram program) =>
        Math.Clamp(MostRowBytes / (program.Rows * Rows.Lanes * sizeof(double)), 1, Vector512.IsHardwareAccelerated ? MostGroups : 1);
}
