using Supply.Programs;

namespace Supply.Tests.Engines;

/// <summary>
/// Programs that no scenario would give: any operation on any operand, states that read each other, values that are not finite. The
/// behaviour of an engine is still defined for them.
/// </summary>
internal static class RandomProgram
{
    private static readonly double[] numbers = [
        0, 1, -1, 0.5, 3, 1e-31, 1e-29, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly StepDraw[] draws =
        [StepDraw.Poisson(3.3), StepDraw.Gamma(0.7, 2), StepDraw.CompoundPoisson(1, (2, 1)), StepDraw.Discrete((5, 1))];

    /// <param name="seed">The same seed and size give the same program.</param>
    /// <param name="size">Operations to try; equal ones are shared.</param>
    public static StepProgram Of(int seed, int size)
    {
        var random = new Random(seed);
        var steps = random.Next(1, 30);
        var b = new ProgramBuilder(steps);
        var setup = new List<Term>();
        for (var i = 0; i < 4; i++)
        {
            setup.Add(b.Parameter($"parameter {i}", $"parameter {i}", new(0, 4), uniform => b.Multiply(uniform, b.Constant(4))));
        }
        setup.Add(b.Subtract(setup[0], setup[1]));
        setup.Add(b.Constant(-2));
        Term[] lags = [b.Constant(1), b.Constant(5), b.Floor(b.Add(b.One, setup[0])), b.Floor(b.Add(b.One, setup[1]))];

        List<Term> pool = [.. setup, .. numbers.Select(b.Constant)];
        for (var i = 0; i < 3; i++)
        {
            pool.Add(b.Table([.. Enumerable.Range(0, steps)
                .Select(_ => random.Next(3) == 0 ? -0.0 : Pick(numbers) * random.NextDouble())]));
        }
        for (var i = 0; i < 3; i++) pool.Add(b.Table([.. Enumerable.Range(0, steps).Select(_ => (double)random.Next(2))]));
        pool.Add(b.Normal("first"));
        pool.Add(b.Normal("second"));
        for (var i = 0; i < 3; i++) pool.Add(Path(setup));

        var states = Enumerable.Range(0, 6).Select(i => b.NewState($"state {i}", Pick(setup))).ToArray();
        var delays = Enumerable.Range(0, 5).Select(i => b.NewDelay($"delay {i}", Pick(lags), 5)).ToArray();
        pool.AddRange(states.Select(b.Read));
        pool.AddRange(delays.Select(b.Delayed));
        Term[] lagsOfSteps = [b.Add(b.Constant(2), b.Normal("lag")), b.Multiply(b.Read(states[0]), b.Constant(2)), setup[0]];
        var shipments = lagsOfSteps.Select((lag, i) => b.NewDelay($"shipments {i}", b.Floor(lag), 5, perShipment: true)).ToArray();
        pool.AddRange(shipments.Select(b.Delayed));
        for (var i = 0; i < size; i++) pool.Add(Operation());
        foreach (var state in states) b.Set(state, Recent());
        foreach (var delay in delays.Concat(shipments)) b.Push(delay, Recent());
        var recorded = Enumerable.Range(0, 30).Select(_ => new RecordedSeries(Metric.OnHand, SampleRule.Value, Pick(pool))).ToArray();
        var scalars = recorded.Take(2)
            .Select(one => new RecordedScalar(one, new TimeWindow("all", Moment.AtStep(0), Moment.AtStep(steps - 1)), steps / 2, steps - 1))
            .ToArray();
        var books = states.Select(state => (state.Name, b.AtEnd(state), b.One));
        return new Assembler(b).Assemble(
            Horizon.PlainSteps(steps), Metrics.Standard with { Every = random.Next(1, 9) }, recorded, scalars, [.. books]);

        T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

        Term Recent() => pool[Math.Max(random.Next(pool.Count), random.Next(pool.Count))];

        Term Path(IReadOnlyList<Term> among)
        {
            var left = Enumerable.Range(0, steps).Select(_ => random.Next(3)).ToArray();
            return b.Lookup([Pick(among), Pick(among), Pick(among)], left,
                [.. left.Select(point => point == 2 || random.Next(3) == 0 ? 0 : random.NextDouble())]);
        }

        Term PartOf(Term whole, Term part) => b.Select(b.Less(b.Multiply(b.Constant(0.5), whole), part), part, b.Zero);

        Term Operation() => random.Next(20) switch
        {
            0 or 1 or 2 => b.Add(Recent(), Recent()),
            3 or 4 => b.Subtract(Recent(), Recent()),
            5 or 6 => b.Multiply(Recent(), Recent()),
            7 => b.Divide(Recent(), Recent()),
            8 => b.Min(Recent(), Recent()),
            9 => b.Max(Recent(), Recent()),
            10 => b.Select(b.Less(Recent(), Recent()), Recent(), Recent()),
            11 => b.Select(Recent(), Recent(), Recent()),
            12 => b.Less(Recent(), Recent()),
            13 => b.FlushTiny(Recent()),
            16 => b.Share(Recent(), Recent()),
            17 => PartOf(Recent(), Recent()),
            18 => Path(pool),
            19 => b.Quantile(Pick(draws), Recent()),
            14 => random.Next(3) == 0 ? b.Sqrt(Recent()) : b.Floor(Recent()),
            _ => random.Next(2) == 0 ? b.Exp(Recent()) : b.InverseNormal(Recent()),
        };
    }
}
