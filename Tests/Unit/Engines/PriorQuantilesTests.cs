using Supply.Compilation;
using Supply.Engines;
using Supply.Inference;
using Supply.Maths;

namespace Supply.Tests.Unit.Engines;

public sealed class PriorQuantilesTests
{
    private const ulong Seed = 99;
    private const int Replications = 9;

    public static TheoryData<string> Cases => [.. scenarios.Keys];

    private static readonly Dictionary<string, Func<Scenario>> scenarios = new()
    {
        ["baseline"] = () => AsBuilt.Russia,
        ["baseline, opened"] = () => AsBuilt.Russia.Open(),
        ["both sides"] = () => Supply.Baselines.BothSides,
        ["every kind of part"] = () => Supply.Tests.Engines.RichScenario.Of(),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantile_AtTheUniformOfAnAddress_IsTheParameterThatAnEnsembleDraws(string name)
    {
        var (keys, quantiles, drawn) = Of(name);
        keys.Count.ShouldBe(drawn.Keys.Count);
        keys.Count.ShouldBeGreaterThan(5);
        var moved = 0;
        foreach (var (key, quantile) in keys.Zip(quantiles))
        {
            var address = DrawKey.Of(key);
            for (var replication = 0; replication < Replications; replication++)
            {
                var actual = quantile(Philox.Uniform(Seed, (uint)replication, address, 0));
                Bits.Same(actual, drawn.Column(key)[replication])
                    .ShouldBeTrue($"{key}, replication {replication}: {actual:R}, not {drawn.Column(key)[replication]:R}");
                if (quantile(Philox.Uniform(Seed + 1, (uint)replication, address, 0)) != actual) moved++;
            }
        }

        // The negative control: the uniforms of another seed give other values, except for choices of few cases.
        moved.ShouldBeGreaterThan(keys.Count * Replications / 2);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantile_NeverFalls(string name)
    {
        var (keys, quantiles, _) = Of(name);
        foreach (var (key, quantile) in keys.Zip(quantiles))
        {
            double[] values = [.. Enumerable.Range(0, 200).Select(i => quantile((i + 0.5) / 200))];
            values.Order().ToArray().ShouldBe(values, key);
            values[^1].ShouldBeGreaterThan(values[0], key);
        }
    }

    private static (IReadOnlyList<string> Keys, Func<double, double>[] Quantiles, ParameterMatrix Drawn) Of(string name) =>
        found.GetOrAdd(name, _ =>
    {
        var scenario = scenarios[name]();
        var program = Compiler.Compile(scenario, new Metrics());
        var drawn = new Ensemble(Replications, Seed, new Metrics()) { Engine = Engine.Block, Threads = 1 }
            .Run(scenario).Baseline.Parameters;
        return ([.. program.Parameters.Select(parameter => parameter.Key)], PriorQuantiles.Of(program), drawn);
    });

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, (
        IReadOnlyList<string>, Func<double, double>[], ParameterMatrix)> found = new();
}
