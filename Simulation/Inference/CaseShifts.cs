namespace Supply.Inference;

/// <summary>
/// By how much the other coordinates differ between the cases of each choice, where particles tell it from chance: a particle that takes
/// another case takes them along.
/// </summary>
internal sealed class CaseShifts
{
    // Standard errors that a difference must have, and particles that a case must have.
    private const double Chance = 3, FewestParticles = 20;
    private readonly int dimension;
    private readonly int[] first;
    private readonly double[] means;

    private CaseShifts(int dimension, int[] first, double[] means) => (this.dimension, this.first, this.means) = (dimension, first, means);

    /// <param name="landscape">The coordinates.</param>
    /// <param name="z">The particles, one after another.</param>
    /// <param name="weights">Their weights, which add up to 1.</param>
    /// <param name="likelihood">The differences that the likelihood asks for, as in <see cref="Information.Shifts"/>; null: those of the
    /// particles.</param>
    public static CaseShifts Of(TemperedDensity landscape, double[] z, double[] weights, double[]? likelihood)
    {
        var d = landscape.Dimension;
        var first = new int[d + 1];
        for (var j = 0; j < d; j++) first[j + 1] = first[j] + landscape[j].Cases.Count;
        if (likelihood is not null) return new(d, first, likelihood);
        var (means, sums, squares) = (new double[first[d] * d], new double[first[d]], new double[first[d]]);
        var (all, spread) = (new double[d], new double[d]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            var particle = z.AsSpan(i * d, d);
            for (var k = 0; k < d; k++)
            {
                all[k] += weights[i] * particle[k];
                spread[k] += weights[i] * particle[k] * particle[k];
            }

            for (var j = 0; j < d; j++)
            {
                if (CaseOf(landscape, first, particle, j) is not (>= 0 and var row)) continue;
                sums[row] += weights[i];
                squares[row] += weights[i] * weights[i];
                for (var k = 0; k < d; k++) means[(row * d) + k] += weights[i] * particle[k];
            }
        }

        for (var row = 0; row < sums.Length; row++)
        {
            var count = squares[row] > 0 ? sums[row] * sums[row] / squares[row] : 0;
            for (var k = 0; k < d; k++)
            {
                var shift = count < FewestParticles || landscape.Choices[k] ? 0 : (means[(row * d) + k] / sums[row]) - all[k];
                var error = Math.Sqrt(Math.Max(spread[k] - (all[k] * all[k]), 0) / Math.Max(count, 1));
                means[(row * d) + k] = Math.Abs(shift) > Chance * error ? shift : 0;
            }
        }

        return new(d, first, means);
    }

    /// <summary>Writes them to a checkpoint.</summary>
    public void Write(BinaryWriter writer)
    {
        CheckpointArrays.Write(writer, first);
        CheckpointArrays.Write(writer, means);
    }

    /// <summary>Reads them from a checkpoint.</summary>
    public static CaseShifts Read(BinaryReader reader)
    {
        var first = CheckpointArrays.Read<int>(reader);
        return new(first.Length - 1, first, CheckpointArrays.Read<double>(reader));
    }

    /// <summary>Shifts the numbers of a particle whose choice has changed; the way back shifts them back.</summary>
    /// <param name="landscape">The coordinates.</param>
    /// <param name="choice">The coordinate of the choice.</param>
    /// <param name="from">The particle before.</param>
    /// <param name="to">The same with another value of the choice.</param>
    public void Apply(TemperedDensity landscape, int choice, ReadOnlySpan<double> from, Span<double> to)
    {
        var (before, after) = (CaseOf(landscape, first, from, choice), CaseOf(landscape, first, to, choice));
        if (before < 0 || after < 0 || before == after) return;
        for (var k = 0; k < dimension; k++) to[k] += means[(after * dimension) + k] - means[(before * dimension) + k];
    }

    /// <summary>The row of the case that a particle has; -1: a case so rare that it was not seen, or no choice.</summary>
    private static int CaseOf(TemperedDensity landscape, int[] first, ReadOnlySpan<double> z, int j)
    {
        var cases = landscape[j].Cases;
        if (cases.Count == 0) return -1;
        var value = landscape[j].Value(z[j]);
        for (var c = 0; c < cases.Count; c++)
        {
            if (cases[c] == value) return first[j] + c;
        }

        return -1;
    }
}
