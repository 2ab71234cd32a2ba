using Supply.Compilation;
using Supply.Engines;
using Supply.Programs;
using Supply.Studies;

namespace Supply.Tests.Engines;

/// <summary>Large ensembles are run and reduced panel by panel; this changes no scalar, and series only as stated.</summary>
public class PanelTests
{
    private static readonly Metric[] metrics = [Metric.FiredPerDay, Metric.OnHand, Metric.FillRate, Metric.DaysOfSupply];

    private static Metrics Record { get; } = new Metrics { Every = 20 }.And(metrics);

    /// <summary>The same program, recorded in one panel and in several, of which the last is not full.</summary>
    [Theory]
    [InlineData(128)]
    [InlineData(100)]
    [InlineData(48)]
    public void Panels_ShowInNothingButTheBins(int width)
    {
        var program = Compiler.Compile(RichScenario.Of(), Record);
        var (whole, wholeSeries) = Run(program, width, 1000, panel: 1000);
        var (parts, partSeries) = Run(program, width, 1000, panel: 300);
        for (var scalar = 0; scalar < program.Scalars.Count; scalar++) parts.Scalar(scalar).ShouldBe(whole.Scalar(scalar));
        foreach (var key in whole.Parameters().Keys) parts.Parameters().Column(key).ShouldBe(whole.Parameters().Column(key));
        foreach (var (part, exact) in partSeries.Zip(wholeSeries))
        {
            for (var i = 0; i < exact.Points.Count; i++)
            {
                part.Points[i].Undefined.ShouldBe(exact.Points[i].Undefined);
                part.Points[i].Mean.ShouldBe(exact.Points[i].Mean, Math.Abs(exact.Points[i].Mean) * Tolerance.Rounding);
                part.Points[i].Median.ShouldBe(exact.Points[i].Median, Math.Abs(exact.Points[i].Median) * Tolerance.HistogramBin);
                part.Points[i].High90.ShouldBe(exact.Points[i].High90, Math.Abs(exact.Points[i].High90) * Tolerance.HistogramBin);
            }
        }
    }

    /// <summary>Beyond one panel the results are still those of any number of threads and of either engine, bit by bit.</summary>
    [Fact]
    public void LargeEnsembles_HaveTheSameBits_WhateverRunsThem()
    {
        var ensemble = new Ensemble(Recorder.MostInOnePanel + 100, Record: Record);
        var expected = (ensemble with { Threads = 1, Engine = Engine.Block }).Run(RichScenario.Of()).Baseline;
        foreach (var other in Matrix.Engines.Select(engine => ensemble with { Engine = engine, BlockWidth = 200, Threads = 3 }))
        {
            var actual = other.Run(RichScenario.Of()).Baseline;
            foreach (var metric in metrics)
            {
                actual.Series(metric).Points.ShouldBe(expected.Series(metric).Points);
                actual.Scalar(metric).ShouldBe(expected.Scalar(metric));
            }
        }
    }

    /// <summary>
    /// A million replications of the shipped case, ten scalars over five windows each, need less than 2 GiB by the estimate.
    /// </summary>
    [Fact]
    public void Memory_OfAMillionReplications_IsBounded()
    {
        var record = Metrics.Standard.Over([.. Enumerable.Range(2023, 5).Select(TimeWindow.Year)]);
        record.Scalars.Count.ShouldBe(10);
        new Ensemble(1_000_000, Record: record) { Threads = 2 }.Prepare(AsBuilt.Russia).MemoryNeeded.ShouldBeLessThan(2L << 30);
    }

    private static (Recorder Recorder, MetricSeries[] Series) Run(StepProgram program, int width, int replications, int panel)
    {
        var recorder = new Recorder(program, replications, new SampleArrays(), panel: panel);
        var reducer = new SeriesReducer(program, recorder, threads: 2);
        using var block = new Block(program, width, EngineRun.Seed);
        for (var first = 0; first < replications; first += panel)
        {
            var count = Math.Min(panel, replications - first);
            for (var at = 0; at < count; at += width) block.Run((uint)(first + at), null, recorder);
            reducer.Take(first, count);
        }

        return (recorder, [.. reducer.Results()]);
    }
}
