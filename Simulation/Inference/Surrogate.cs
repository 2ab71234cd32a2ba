using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// An approximation of payloads that needs no simulation: each feature of the payload is a sum of terms in single heavy coordinates,
/// linear and quadratic in numbers and free in the cases of choices, by least squares over what was simulated.
/// </summary>
internal sealed class Surrogate
{
    // Rows of sums that stay in registers, and simulations that stay in the cache.
    private const int RowsAtOnce = 8, SimulationsAtOnce = 64;

    // Simulations that a term needs before the fit is used.
    private const int SimulationsPerTerm = 4;

    // How much earlier simulations still count after the exponent has risen.
    private const double Fading = 0.3;
    private readonly Target target;
    private readonly int[] numbers;
    private readonly (int Coordinate, double Value)[] cases;
    private readonly int terms;
    private readonly int features;
    private readonly double[] squares;
    private readonly double[] products;
    private double[] coefficients;
    private double weight;

    public Surrogate(TemperedDensity landscape)
    {
        (target, features) = (landscape.Target, Padded(landscape.Target.FeatureCount));
        numbers = [.. Enumerable.Range(0, landscape.HeavyCount).Where(j => !landscape.Choices[j])];
        cases = [.. Enumerable.Range(0, landscape.HeavyCount).Where(j => landscape.Choices[j])
            .SelectMany(j => landscape[j].Cases.Select(value => (j, value)))];
        terms = Padded(1 + (2 * numbers.Length) + cases.Length);
        (squares, products, coefficients) = (new double[terms * terms], new double[terms * features], []);
    }

    private Surrogate(Surrogate other)
    {
        (target, numbers, cases, terms, features) = (other.target, other.numbers, other.cases, other.terms, other.features);
        (squares, products, coefficients, weight) = ([.. other.squares], [.. other.products], other.coefficients, other.weight);
    }

    /// <summary>Whether it was fitted.</summary>
    public bool IsReady => coefficients.Length > 0;

    /// <summary>Whether enough was simulated for a fit.</summary>
    public bool IsFed => weight >= SimulationsPerTerm * terms;

    public Surrogate Copy() => new(this);

    /// <summary>Takes simulations in.</summary>
    /// <param name="z">The standard normal coordinates of each.</param>
    /// <param name="batch">The simulations.</param>
    /// <param name="parallel">How many threads may work.</param>
    public void Feed(Func<int, ReadOnlySpan<double>> z, SimulationBatch batch, ParallelOptions parallel)
    {
        var (inputs, outputs, sound) = (new double[batch.Count * terms], new double[batch.Count * features], new bool[batch.Count]);
        Parallel.For(0, batch.Count, parallel, i =>
        {
            var output = outputs.AsSpan(i * features, features);
            if (!batch.HasFailed(i)) target.Features(batch.Payload(i), output);
            sound[i] = !batch.HasFailed(i) && Array.TrueForAll(output.ToArray(), double.IsFinite);
            if (sound[i]) Terms(z(i), batch.Values(i), inputs.AsSpan(i * terms, terms));
            else output.Clear();
        });
        weight += sound.Count(one => one);
        Parallel.For(0, terms / RowsAtOnce, parallel, block =>
        {
            for (var first = 0; first < batch.Count; first += SimulationsAtOnce)
            {
                var last = Math.Min(batch.Count, first + SimulationsAtOnce);
                Add(squares, terms, inputs, block * RowsAtOnce, inputs, first, last);
                Add(products, features, inputs, block * RowsAtOnce, outputs, first, last);
            }
        });
    }

    /// <summary>Least squares over what was taken in, each coefficient held by one simulation in which its term is worth nothing.</summary>
    public void Fit()
    {
        var left = Matrix<double>.Build.Dense(terms, terms, (row, column) => squares[(row * terms) + column] + (row == column ? 1 : 0));
        var right = Matrix<double>.Build.Dense(terms, features, (row, column) => products[(row * features) + column]);
        coefficients = left.Cholesky().Solve(right).ToColumnMajorArray();
    }

    /// <summary>Lets earlier simulations count for less, since the particles have moved on.</summary>
    public void Fade()
    {
        foreach (var sums in new[] { squares, products })
            for (var i = 0; i < sums.Length; i++) sums[i] *= Fading;
        weight *= Fading;
    }

    /// <summary>The payload of a particle, approximately.</summary>
    public void Predict(ReadOnlySpan<double> z, ReadOnlySpan<double> x, Span<double> payload)
    {
        Span<double> input = stackalloc double[terms], output = stackalloc double[features];
        Terms(z, x, input);
        for (var k = 0; k < features; k++) output[k] = ReferenceDistribution.Dot(coefficients.AsSpan(k * terms, terms), input);
        target.Approximate(output, payload);
    }

    /// <summary>Writes it to a checkpoint.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(weight);
        foreach (var sums in new[] { squares, products, coefficients }) CheckpointArrays.Write(writer, sums);
    }

    /// <summary>Takes what was written to a checkpoint.</summary>
    public void Read(BinaryReader reader)
    {
        weight = reader.ReadDouble();
        CheckpointArrays.Read<double>(reader).CopyTo(squares, 0);
        CheckpointArrays.Read<double>(reader).CopyTo(products, 0);
        coefficients = CheckpointArrays.Read<double>(reader);
    }

    private static int Padded(int count) => (count + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;

    private void Terms(ReadOnlySpan<double> z, ReadOnlySpan<double> x, Span<double> input)
    {
        input.Clear();
        input[0] = 1;
        for (var k = 0; k < numbers.Length; k++)
        {
            var number = z[numbers[k]];
            (input[1 + (2 * k)], input[2 + (2 * k)]) = (number, ((number * number) - 1) / Math.Sqrt(2));
        }

        for (var k = 0; k < cases.Length; k++)
        {
            if (x[cases[k].Coordinate] == cases[k].Value) input[1 + (2 * numbers.Length) + k] = 1;
        }
    }

    /// <summary>Adds a' b over some simulations to eight rows of sums.</summary>
    private void Add(double[] sums, int columns, double[] a, int row, double[] b, int first, int last)
    {
        for (var column = 0; column < columns; column += Vector512<double>.Count)
        {
            var at = (row * columns) + column;
            var (sum0, sum1, sum2, sum3) = (Vector512.Create<double>(sums.AsSpan(at)), Vector512.Create<double>(sums.AsSpan(at + columns)),
                Vector512.Create<double>(sums.AsSpan(at + (2 * columns))), Vector512.Create<double>(sums.AsSpan(at + (3 * columns))));
            at += 4 * columns;
            var (sum4, sum5, sum6, sum7) = (Vector512.Create<double>(sums.AsSpan(at)), Vector512.Create<double>(sums.AsSpan(at + columns)),
                Vector512.Create<double>(sums.AsSpan(at + (2 * columns))), Vector512.Create<double>(sums.AsSpan(at + (3 * columns))));
            for (var i = first; i < last; i++)
            {
                var factors = a.AsSpan((i * terms) + row, RowsAtOnce);
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
