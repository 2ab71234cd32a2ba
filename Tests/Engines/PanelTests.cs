using Supply.Compilation;
using Supply.Engines;
using Supply.Programs;
using Supply.Studies;

namespace Supply.Tests.Engines;

/// <summary>Large ensembles are run and added up panel by panel; this changes no scalar, and series only as stated.</summary>
public class PanelTests
{
    private static readonly Metric[] metrics = [Metric.FiredPerDay, Metric.OnHand, Metric.FillRate, Metric.DaysOfSupply];

    private static Metrics Record { get; } = new Metrics { Every = 20 }.And(metrics);

    /// <summary>Against all values of all replications at once; the last panel is not full.</summary>
    [Theory]
    [InlineData(128)]
    [InlineData(100)]
    public void Panels_ShowInNothingButTheBins(int width)
    {
        const int replications = (2 * Recorder.PanelSize) + 300;
        var program = Compiler.Compile(RichScenario.Of(), Record);
        var all = new Recorder(program, replications, new SampleArrays());
        using var block = new Block(program, 64, EngineRun.Seed);
        for (var first = 0; first < replications; first += block.Width) block.Run((uint)first, null, all);
        var study = new Ensemble(replications, EngineRun.Seed, Record) { Engine = Engine.Block, BlockWidth = width }.Run(RichScenario.Of());
        for (var i = 0; i < program.Scalars.Count; i++)
        {
            study.Baseline.Scalar(program.Scalars[i].Probe.Metric, program.Scalars[i].Window).ShouldBe(all.Scalar(i));
        }

        foreach (var key in all.Parameters().Keys) study.Baseline.Parameters.Column(key).ShouldBe(all.Parameters().Column(key));
        for (var i = 0; i < program.Series.Count; i++)
        {
            var points = study.Baseline.Series(program.Series[i].Metric).Points;
            for (var sample = 0; sample < points.Count; sample++)
            {
                var exact = Distribution.Of(EngineRun.Series(all, i, sample));
                points[sample].Undefined.ShouldBe(exact.Undefined);
                Bits.Same(points[sample].Mean, exact.Mean).ShouldBeTrue();
                Bits.Same(points[sample].StandardError, exact.StandardError).ShouldBeTrue();
                for (var level = 0; level < exact.Quantiles.Count; level++)
                {
                    points[sample].Quantiles[level].ShouldBe(exact.Quantiles[level],
                        Math.Abs(exact.Quantiles[level]) * Tolerance.HistogramBin);
                }
            }
        }
    }

    /// <summary>Beyond one panel the results are still those of any number of threads and of either engine, bit by bit.</summary>
    [Fact]
    public void LargeEnsembles_HaveTheSameBits_WhateverRunsThem()
    {
        var ensemble = new Ensemble((2 * Recorder.PanelSize) + 100, Record: Record);
        Scenario[] scenarios = [RichScenario.Of(), RichScenario.Of("other")];
        var expected = (ensemble with { Threads = 1, Engine = Engine.Block }).Run(scenarios).Digest();
        foreach (var other in Matrix.Engines.Select(engine => ensemble with { Engine = engine, BlockWidth = 200, Threads = 3 }))
        {
            other.Run(scenarios).Digest().ShouldBe(expected);
        }
    }

    /// <summary>Rows change no distribution by more than the width of a bin.</summary>
    [Fact]
    public void WithoutRows_DistributionsAreTheSame()
    {
        var ensemble = new Ensemble((2 * Recorder.PanelSize) + 100, Record: Record.And(Metric.Exhaustion));
        Scenario[] scenarios = [RichScenario.Of(), RichScenario.Of("cut").With("cut",
            new DepotStrike("Rear", new(2024, 2, 1), Fraction.Of(0.5)))];
        var rows = ensemble.Run(scenarios);
        var sums = (ensemble with { KeepRows = false }).Run(scenarios);
        foreach (var metric in ensemble.Record!.Scalars)
        {
            Alike(sums.Baseline.Distribution(metric), rows.Baseline.Distribution(metric));
            Alike(sums.Difference(scenarios[1], metric), rows.Difference(scenarios[1], metric));
            Bits.Same(sums.Scenarios[1].Probability(metric), rows.Scenarios[1].Probability(metric)).ShouldBeTrue();
        }

        Should.Throw<InvalidOperationException>(() => sums.Baseline.Scalar(Metric.FiredPerDay)).Message.ShouldBe(
            "The values of \"fired per day\" in each replication were not kept, only their distribution; ask for them before the run: "
            + "KeepRows = true.");
        sums.Baseline.HasRows.ShouldBeFalse();

        static void Alike(Distribution sum, Distribution exact)
        {
            Bits.Same(sum.Mean, exact.Mean).ShouldBeTrue();
            sum.Undefined.ShouldBe(exact.Undefined);
            for (var i = 0; i < exact.Quantiles.Count; i++)
            {
                // A difference close to 0 is one by the size of the others.
                if (sum.Quantiles[i].Equals(exact.Quantiles[i])) continue;
                sum.Quantiles[i].ShouldBe(exact.Quantiles[i],
                    Math.Max(Math.Abs(exact.Quantiles[i]), exact.High90 - exact.Low90) * Tolerance.HistogramBin);
            }
        }
    }

    /// <summary>
    /// Cancelled in its second panel, a run holds all scenarios with the replications of two panels: the panel that runs is finished.
    /// </summary>
    [Fact]
    public void Cancelled_HoldsWholePanelsOfAllScenarios()
    {
        using var source = new CancellationTokenSource();
        var ensemble = new Ensemble(5 * Recorder.PanelSize, Record: Record) { Threads = 1 };
        var study = ensemble.Prepare(RichScenario.Of(), RichScenario.Of("other"))
            .Run(progress: new After(source, (2 * Recorder.PanelSize) + 10), cancellation: source.Token);
        study.IsComplete.ShouldBeFalse();

        // Progress is told ten times a second, so that a panel more may be finished by then.
        var done = study.Ensemble.Replications;
        done.ShouldBeOneOf(2 * Recorder.PanelSize, 3 * Recorder.PanelSize, 4 * Recorder.PanelSize);
        study.Digest().ShouldBe((ensemble with { Replications = done }).Run(RichScenario.Of(), RichScenario.Of("other")).Digest());
    }

    /// <summary>A million replications of the shipped case, without what each recorded: no more than a few panels need.</summary>
    [Fact]
    public void Memory_WithoutRows_DoesNotDependOnReplications()
    {
        var record = Metrics.Standard.Over([.. Enumerable.Range(2023, 5).Select(TimeWindow.Year)]);
        long Needed(int replications, bool rows) =>
            new Ensemble(replications, Record: record) { Threads = 2, KeepRows = rows }.Prepare(AsBuilt.Russia).MemoryNeeded;
        (Needed(1_000_000, rows: false) / (double)Needed(10_000, rows: false)).ShouldBeLessThan(1.05);
        Needed(1_000_000, rows: true).ShouldBeLessThan(1L << 30);
    }

    /// <summary>Memory is as it was said before the run, within a tenth.</summary>
    [Fact]
    public void Memory_IsAsPredicted()
    {
        const int replications = 24 * Recorder.PanelSize;
        var prepared = new Ensemble(replications, Record: Metrics.Standard) { KeepRows = false, Threads = 2 }.Prepare(RichScenario.Of());
        var predicted = prepared.BytesOfSums;
        var sums = prepared.Run(cancellation: TestContext.Current.CancellationToken).Baseline.Sums;
        var withoutBins = ScenarioSums.UsualBytes(prepared.Cells[0].Count, replications, null);
        ((withoutBins + sums.HistogramBytes) / (double)predicted).ShouldBeInRange(0.9, 1.1);
    }

    private sealed class After(CancellationTokenSource source, long replications) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done >= replications) source.Cancel();
        }
    }
}
