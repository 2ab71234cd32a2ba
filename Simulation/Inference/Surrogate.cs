using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// An approximation of payloads that needs no simulation: each feature of the payload is a sum of terms in single heavy coordinates,
/// linear and quadratic in numbers and free in the cases of choices, and of products of a few directions, in which the features change
/// most, with each other and with the cases; by least squares over what was simulated.
/// </summary>
internal sealed class Surrogate
{
    // Rows of sums that stay in registers, and simulations that stay in the cache.
    private const int RowsAtOnce = 8, SimulationsAtOnce = 64;

    // Simulations that a term needs before the fit is used.
    private const int SimulationsPerTerm = 4;
    private const int MostDirections = 6;
    private readonly Target target;
    private readonly int[] numbers;
    private readonly (int Coordinate, double Value)[] cases;
    private readonly int features;
    private double[] squares;
    private double[] products;
    private double[] directions = [];
    private double[] coefficients = [];
    private double[] fittedDirections = [];
    private double weight;

    public Surrogate(TemperedDensity landscape)
    {
        (target, features) = (landscape.Target, Padded(landscape.Target.FeatureCount));
        numbers = [.. Enumerable.Range(0, landscape.HeavyCount).Where(j => !landscape.Choices[j])];
        cases = [.. Enumerable.Range(0, landscape.HeavyCount).Where(j => landscape.Choices[j])
            .SelectMany(j => landscape[j].Cases.Select(value => (j, value)))];
        var terms = TermsOf(directions);
        (squares, products) = (new double[terms * terms], new double[terms * features]);
    }

    private Surrogate(Surrogate other)
    {
        (target, numbers, cases, features) = (other.target, other.numbers, other.cases, other.features);
        (squares, products, directions, weight) = ([.. other.squares], [.. other.products], other.directions, other.weight);
        (coefficients, fittedDirections) = (other.coefficients, other.fittedDirections);
    }

    /// <summary>Whether it was fitted.</summary>
    public bool IsReady => coefficients.Length > 0;

    /// <summary>Whether enough was simulated for a fit.</summary>
    public bool IsFed => weight >= SimulationsPerTerm * TermsOf(directions);

    public Surrogate Copy() => new(this);

    /// <summary>Takes simulations in.</summary>
    /// <param name="count">Their number.</param>
    /// <param name="z">The standard normal coordinates of each.</param>
    /// <param name="x">The values of the coordinates.</param>
    /// <param name="payload">The payload; empty where the simulation failed.</param>
    /// <param name="parallel">How many threads may work.</param>
    public void Feed(
        int count, Func<int, ReadOnlySpan<double>> z, Func<int, ReadOnlySpan<double>> x, Func<int, ReadOnlySpan<double>> payload,
        ParallelOptions parallel)
    {
        if (count == 0) return;
        var terms = TermsOf(directions);
        var (inputs, outputs, sound) = (new double[count * terms], new double[count * features], new bool[count]);
        Parallel.For(0, count, parallel, i =>
        {
            var output = outputs.AsSpan(i * features, features);
            if (!payload(i).IsEmpty) target.Features(payload(i), output);
            sound[i] = !payload(i).IsEmpty && Array.TrueForAll(output.ToArray(), double.IsFinite);
            if (sound[i]) Terms(directions, z(i), x(i), inputs.AsSpan(i * terms, terms));
            else output.Clear();
        });
        weight += sound.Count(one => one);
        Parallel.For(0, terms / RowsAtOnce, parallel, block =>
        {
            for (var first = 0; first < count; first += SimulationsAtOnce)
            {
                var last = Math.Min(count, first + SimulationsAtOnce);
                // The sums of squares are symmetric: what lies left of the diagonal is never made.
                Add(squares, terms, inputs, terms, block * RowsAtOnce, block * RowsAtOnce, inputs, first, last);
                Add(products, features, inputs, terms, block * RowsAtOnce, 0, outputs, first, last);
            }
        });
    }

    /// <summary>Least squares over what was taken in, each coefficient held by one simulation in which its term is worth nothing.</summary>
    public void Fit()
    {
        var terms = TermsOf(directions);
        var left = Matrix<double>.Build.Dense(terms, terms, (row, column) =>
            squares[(Math.Min(row, column) * terms) + Math.Max(row, column)] + (row == column ? 1 : 0));
        var right = Matrix<double>.Build.Dense(terms, features, (row, column) => products[(row * features) + column]);
        (coefficients, fittedDirections) = (left.Cholesky().Solve(right).ToRowMajorArray(), directions);
    }

    /// <summary>
    /// Forgets earlier simulations, since the particles have moved on, and turns to the directions in which the features change most by
    /// what was fitted; the fit stays until the next.
    /// </summary>
    public void Turn()
    {
        if (IsReady)
        {
            var slopes = Matrix<double>.Build.Dense(
                features, numbers.Length, (feature, k) => coefficients[((1 + (2 * k)) * features) + feature]);
            var found = slopes.TransposeThisAndMultiply(slopes).Evd(Symmetricity.Symmetric);
            directions = [.. Enumerable.Range(1, Math.Min(MostDirections, numbers.Length)).SelectMany(
                k => found.EigenVectors.Column(numbers.Length - k))];
        }

        var next = TermsOf(directions);
        (squares, products, weight) = (new double[next * next], new double[next * features], 0);
    }

    /// <summary>Doubles that the features of a particle take.</summary>
    public int Features => features;

    /// <summary>The payload of a particle, approximately.</summary>
    public void Predict(ReadOnlySpan<double> z, ReadOnlySpan<double> x, Span<double> payload)
    {
        Span<double> output = stackalloc double[features];
        Predict(z, x, output, payload);
    }

    /// <summary>The features of a particle and its payload, approximately.</summary>
    public void Predict(ReadOnlySpan<double> z, ReadOnlySpan<double> x, Span<double> output, Span<double> payload)
    {
        var terms = TermsOf(fittedDirections);
        Span<double> input = stackalloc double[terms], factors = stackalloc double[terms];
        Span<int> rows = stackalloc int[terms];
        Terms(fittedDirections, z, x, input);
        var count = 0;
        for (var term = 0; term < terms; term++)
        {
            if (input[term] != 0) (rows[count], factors[count++]) = (term, input[term]);
        }

        output.Clear();
        AddRows(rows[..count], factors, output);
        target.Approximate(output, payload);
    }

    /// <summary>The same from the features of a particle that differs in a few coordinates.</summary>
    /// <param name="fromZ">The other's standard normal coordinates.</param>
    /// <param name="fromX">The other's values.</param>
    /// <param name="from">The other's features.</param>
    /// <param name="z">The standard normal coordinates.</param>
    /// <param name="x">The values.</param>
    /// <param name="output">Takes the features.</param>
    /// <param name="payload">Takes the payload.</param>
    public void PredictFrom(
        ReadOnlySpan<double> fromZ, ReadOnlySpan<double> fromX, ReadOnlySpan<double> from, ReadOnlySpan<double> z, ReadOnlySpan<double> x,
        Span<double> output, Span<double> payload)
    {
        var terms = TermsOf(fittedDirections);
        Span<double> input = stackalloc double[terms], before = stackalloc double[terms], factors = stackalloc double[terms];
        Span<int> rows = stackalloc int[terms];
        Terms(fittedDirections, z, x, input);
        Terms(fittedDirections, fromZ, fromX, before);
        var count = 0;
        for (var term = 0; term < terms; term++)
        {
            if (input[term] != before[term]) (rows[count], factors[count++]) = (term, input[term] - before[term]);
        }

        from.CopyTo(output);
        AddRows(rows[..count], factors, output);
        target.Approximate(output, payload);
    }

    /// <summary>Writes it to a checkpoint.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(weight);
        foreach (var numbersOf in new[] { squares, products, directions, coefficients, fittedDirections })
        {
            CheckpointArrays.Write(writer, numbersOf);
        }
    }

    /// <summary>Takes what was written to a checkpoint.</summary>
    public void Read(BinaryReader reader)
    {
        weight = reader.ReadDouble();
        double[] Next() => CheckpointArrays.Read<double>(reader);
        (squares, products, directions, coefficients, fittedDirections) = (Next(), Next(), Next(), Next(), Next());
    }

    private int TermsOf(double[] along)
    {
        var several = numbers.Length == 0 ? 0 : along.Length / numbers.Length;
        return Padded(1 + (2 * numbers.Length) + cases.Length + (several * (several + 1) / 2) + (several * cases.Length));
    }

    private static int Padded(int count) => (count + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;

    private void Terms(double[] along, ReadOnlySpan<double> z, ReadOnlySpan<double> x, Span<double> input)
    {
        input.Clear();
        input[0] = 1;
        Span<double> own = stackalloc double[numbers.Length];
        for (var k = 0; k < own.Length; k++)
        {
            own[k] = z[numbers[k]];
            (input[1 + (2 * k)], input[2 + (2 * k)]) = (own[k], ((own[k] * own[k]) - 1) / Math.Sqrt(2));
        }

        var several = own.Length == 0 ? 0 : along.Length / own.Length;
        Span<double> parts = stackalloc double[several];
        for (var k = 0; k < several; k++) parts[k] = ReferenceDistribution.Dot(along.AsSpan(k * own.Length, own.Length), own);
        var at = 1 + (2 * own.Length) + cases.Length;
        for (var k = 0; k < several; k++)
            for (var l = 0; l <= k; l++) input[at++] = parts[k] * parts[l];
        for (var k = 0; k < cases.Length; k++)
        {
            if (x[cases[k].Coordinate] != cases[k].Value) continue;
            input[1 + (2 * own.Length) + k] = 1;
            parts.CopyTo(input[(at + (k * several))..]);
        }
    }

    /// <summary>Adds rows of coefficients times factors, in order, to the features.</summary>
    private void AddRows(ReadOnlySpan<int> rows, ReadOnlySpan<double> factors, Span<double> output)
    {
        var width = Vector512<double>.Count;
        ref var first = ref coefficients[0];
        var column = 0;
        for (; column <= features - (4 * width); column += 4 * width)
        {
            var sums = output.Slice(column, 4 * width);
            var (sum0, sum1) = (Vector512.Create<double>(sums), Vector512.Create<double>(sums[width..]));
            var (sum2, sum3) = (Vector512.Create<double>(sums[(2 * width)..]), Vector512.Create<double>(sums[(3 * width)..]));
            for (var k = 0; k < rows.Length; k++)
            {
                ref var row = ref Unsafe.Add(ref first, (rows[k] * features) + column);
                var factor = Vector512.Create(factors[k]);
                sum0 += factor * Vector512.LoadUnsafe(ref row);
                sum1 += factor * Vector512.LoadUnsafe(ref row, 8);
                sum2 += factor * Vector512.LoadUnsafe(ref row, 16);
                sum3 += factor * Vector512.LoadUnsafe(ref row, 24);
            }

            sum0.CopyTo(sums);
            sum1.CopyTo(sums[width..]);
            sum2.CopyTo(sums[(2 * width)..]);
            sum3.CopyTo(sums[(3 * width)..]);
        }

        for (; column < features; column += width)
        {
            var sum = Vector512.Create<double>(output[column..]);
            for (var k = 0; k < rows.Length; k++)
            {
                sum += Vector512.Create(factors[k]) * Vector512.LoadUnsafe(ref Unsafe.Add(ref first, (rows[k] * features) + column));
            }

            sum.CopyTo(output[column..]);
        }
    }

    /// <summary>Adds a' b over some simulations to eight rows of sums, from a column on.</summary>
    private static void Add(double[] sums, int columns, double[] a, int rows, int row, int from, double[] b, int first, int last)
    {
        for (var column = from; column < columns; column += Vector512<double>.Count)
        {
            var at = (row * columns) + column;
            var (sum0, sum1, sum2, sum3) = (Vector512.Create<double>(sums.AsSpan(at)), Vector512.Create<double>(sums.AsSpan(at + columns)),
                Vector512.Create<double>(sums.AsSpan(at + (2 * columns))), Vector512.Create<double>(sums.AsSpan(at + (3 * columns))));
            at += 4 * columns;
            var (sum4, sum5, sum6, sum7) = (Vector512.Create<double>(sums.AsSpan(at)), Vector512.Create<double>(sums.AsSpan(at + columns)),
                Vector512.Create<double>(sums.AsSpan(at + (2 * columns))), Vector512.Create<double>(sums.AsSpan(at + (3 * columns))));
            for (var i = first; i < last; i++)
            {
                var factors = a.AsSpan((i * rows) + row, RowsAtOnce);
                var values = Vector512.Create<double>(b.AsSpan((i * columns) + column));
                sum0 += Vector512.Create(factors[0]) * values;
                sum1 += Vector512.Create(factors[1]) * values;
                sum2 += Vector512.Create(factors[2]) * values;
                sum3 += Vector512.Create(factors[3]) * values;
                sum4 += Vector512.Create(factors[4]) * values;
                sum5 += Vector512.Create(factors[5]) * values;
                sum6 += Vector512.Create(factors[6]) * values;
                sum7 += Vector512.Create(factors[7]) * values;
            }

            at = (row * columns) + column;
            foreach (var sum in new[] { sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7 })
            {
                sum.CopyTo(sums.AsSpan(at));
                at += columns;
            }
        }
    }
}
