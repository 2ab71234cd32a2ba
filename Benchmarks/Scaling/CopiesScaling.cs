using Supply.Benchmarks.Measures;
using Supply.Benchmarks.Peers;
using Supply.Compilation;
using Supply.Programs;
using static System.FormattableString;

namespace Supply.Benchmarks.Scaling;

/// <summary>The cost of a part in a small and in a large model: one to sixty-four sides of the peers' model in one scenario.</summary>
internal sealed class CopiesScaling : IScaling
{
    private const double Limit = 1.4;

    /// <summary>Copies times replications in a round, as far as blocks allow.</summary>
    private const int Work = 4096;

    private readonly List<Row> rows = [.. new[] { 1, 2, 4, 8, 16, 32, 64 }.Select(copies => new Row(copies))];

    public IReadOnlyList<Measurement> Measurements => [.. rows.SelectMany(row => new[] { row.Block, row.Kernel })];

    public IEnumerable<string> Report()
    {
        yield return "### Cost of a part in small and large models";
        yield return "";
        yield return Invariant($"Sides of the peers' model in one scenario, {rows[0].Parts} parts each, {OneCalibre.Days:#,0} days. ")
            + Invariant($"Steps alone, on one thread, kernels made before.");
        yield return "Nanoseconds per replication, day and part. Where the rows of a block or kernel outgrow";
        yield return $"the level-2 cache ({Machine.Level2 ?? "size unknown"} a core), every operation reads them from farther away: a "
            + $"block keeps its width whatever the model.";
        yield return "";
        yield return "| copies | parts | operations a step | block engine | by the clock | to one copy | its rows, KiB | kernel engine | "
            + "by the clock | to one copy | its rows, KiB |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (var row in rows)
        {
            var (block, kernel) = (row.Block.Cost / rows[0].Block.Cost, row.Kernel.Cost / rows[0].Kernel.Cost);
            yield return Invariant($"| {row.Copies} | {row.Copies * row.Parts} | {row.Operations:#,0} | {row.Block.Cells()} | ")
                + Invariant($"{block:0.00} | {row.BlockKibibytes:#,0} | {row.Kernel.Cells()} | {kernel:0.00} | ")
                + Invariant($"{row.KernelKibibytes:#,0} |");
        }

        yield return "";
        yield return Goal.AtMost("Block engine, dearest over cheapest", Range(rows.Select(row => row.Block)), Limit, " times");
        yield return Goal.AtMost("Kernel engine, dearest over cheapest", Range(rows.Select(row => row.Kernel)), Limit, " times");
    }

    private static double Range(IEnumerable<Measurement> measurements)
    {
        var times = measurements.Select(one => one.Cost).ToArray();
        return times.Max() / times.Min();
    }

    private sealed class Row
    {
        private readonly StepProgram program;

        public Row(int copies)
        {
            var scenario = OneCalibre.Copies(copies);
            (Copies, Parts) = (copies, scenario.Networks[0].Parts.Count);
            program = Compiler.Compile(scenario, OneCalibre.Record);
            var block = StepRun.OnBlock(program, new Ensemble().BlockWidth, Work / copies);
            var kernel = StepRun.OnKernel(program, Work / copies);
            (Block, Kernel) = (Of("block", block), Of("kernel", kernel));
            (BlockKibibytes, KernelKibibytes) = (Kibibytes(block), Kibibytes(kernel));
        }

        public int Copies { get; }

        public int Parts { get; }

        public int Operations => program.Step.Length;

        public Measurement Block { get; }

        public Measurement Kernel { get; }

        public long BlockKibibytes { get; }

        public long KernelKibibytes { get; }

        private Measurement Of(string engine, StepRun run) => new(
            new Times($"{Copies} copies, {engine}", (double)run.Replications * OneCalibre.Days * Copies * Parts), () => Taken.By(run.Run));

        private long Kibibytes(StepRun run) => (long)program.Rows * run.Width * sizeof(double) >> 10;
    }
}
