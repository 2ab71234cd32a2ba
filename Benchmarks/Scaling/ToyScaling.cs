using Supply.Benchmarks.Measures;
using Supply.Compilation;
using Supply.Engines.Kernels;
using static System.FormattableString;

namespace Supply.Benchmarks.Scaling;

/// <summary>Runs of the toy model per second and core, and where their time goes: by stage, and by leaving things out.</summary>
internal sealed class ToyScaling : IScaling
{
    private const double RunsPerSecond = 100_000;
    private const int Replications = 16_384;

    private readonly Measurement whole;
    private readonly Measurement[] stages;
    private readonly Variant[] variants;

    public ToyScaling()
    {
        var ensemble = new Ensemble(Replications, Record: Toy.Record) { Threads = 1, Engine = Engine.Kernel };
        var program = Compiler.Compile(Toy.Of(), Toy.Record);
        var study = ensemble.Run(Toy.Of());
        var begin = StepRun.OnKernel(Compiler.Compile(Toy.Of(days: 1), Toy.Record), Replications);
        whole = Of("the whole call", () => Toy.Summarise(ensemble.Run(Toy.Of())));
        stages =
        [
            Of("compiling the scenario", () => Compiler.Compile(Toy.Of(), Toy.Record)),
            Of("making the kernel", () => KernelCompiler.Compile(program)),
            Of("parameters, the first day and the books", begin.Run),
            Of("quantiles of six metrics", () => Toy.Summarise(study)),
        ];
        variants =
        [
            new("the model", Toy.Of(), Toy.Record),
            new("without the day of exhaustion", Toy.Of(), Toy.Record with { Scalars = Without(Quantity.Exhaustion) }),
            new("without days of supply and exhaustion", Toy.Of(),
                Toy.Record with { Scalars = Without(Quantity.Exhaustion, Quantity.DaysOfSupply) }),
            new("one metric, stock at the end", Toy.Of(), new Metrics { Scalars = [Metric.OnHand] }),
            new("lead time fixed, not drawn", Toy.Of(drawnLead: false), Toy.Record),
            new("without rationing", Toy.Of(rationed: false), Toy.Record),
            new("without the third stock and its route", Toy.Of(front: false), Toy.Record),
            new("with a requirement that varies by day", Toy.Of(noise: true), Toy.Record),
        ];
    }

    public IReadOnlyList<Measurement> Measurements => [whole, .. stages, .. variants.Select(variant => variant.Steps)];

    public IEnumerable<string> Report()
    {
        var model = variants[0];
        yield return "### A toy model of two years";
        yield return "";
        yield return Invariant($"{Toy.Days} days, three stocks, two delays, six uncertain numbers, six metrics with their quantiles: a ")
            + Invariant($"call of {Replications:#,0} replications on");
        yield return Invariant($"one thread with the kernel engine takes {Microseconds(whole):0.00} µs a run ")
            + Invariant($"({Micro(whole.Times.Minimum):0.00} by the clock, spread {whole.Times.Spread:0 %}). Where it goes:");
        yield return "";
        yield return "| stage | µs a run | share |";
        yield return "|---|---|---|";
        foreach (var stage in stages.Append(model.Steps)) yield return Share(stage.Times.Name, Microseconds(stage));
        yield return Share("the rest: memory for samples, threads, rounds that differ",
            Microseconds(whole) - stages.Append(model.Steps).Sum(Microseconds));
        yield return "";
        yield return Invariant($"The steps by leaving something out, and by adding noise. A metric over days costs running sums and ")
            + Invariant($"their delays in each step.");
        yield return "";
        yield return "| steps of | operations a step | ns a step | by the clock | ns an operation | µs a run less |";
        yield return "|---|---|---|---|---|---|";
        foreach (var variant in variants)
        {
            yield return Invariant($"| {variant.Name} | {variant.Operations} | {variant.Steps.Cells(Toy.Days)} | ")
                + Invariant($"{variant.Steps.Cost / Toy.Days / variant.Operations:0.000} | ")
                + Invariant($"{Microseconds(model.Steps) - Microseconds(variant.Steps):0.00} |");
        }

        yield return "";
        yield return Goal.AtLeast("Runs per second and core, summaries included", 1e6 / Microseconds(whole), RunsPerSecond, "");
    }

    private static Items<Metric> Without(params Quantity[] quantities) =>
        Items.From(Toy.Record.Scalars.Where(metric => !quantities.Contains(metric.Quantity)));

    private static Measurement Of(string name, Action action) => new(new Times(name, Replications), () => Taken.By(action));

    private static Measurement Of<T>(string name, Func<T> function) => Of(name, () => { GC.KeepAlive(function()); });

    private static double Microseconds(Measurement measurement) => Micro(measurement.Cost);

    private static double Micro(double nanoseconds) => nanoseconds / 1e3;

    private string Share(string name, double microseconds) =>
        Invariant($"| {name} | {microseconds:0.00} | {microseconds / Microseconds(whole):0 %} |");

    private sealed class Variant
    {
        public Variant(string name, Scenario scenario, Metrics record)
        {
            var program = Compiler.Compile(scenario, record);
            var run = StepRun.OnKernel(program, Replications);
            (Name, Operations) = (name, program.Step.Length);
            Steps = new(new Times("steps", run.Replications), () => Taken.By(run.Run));
        }

        public string Name { get; }

        public int Operations { get; }

        public Measurement Steps { get; }
    }
}
