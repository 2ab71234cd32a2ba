using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// The random numbers of the sampler by address: seed, particle over all populations, name, iteration. Rows of normals are made for a
/// whole population at once; single uniforms serve the few particles that need them.
/// </summary>
internal sealed unsafe class SamplerDraws
{
    private readonly ulong seed;
    private readonly uint first;
    private readonly int count;
    private readonly ulong[] normals;
    private readonly ulong[] picks;
    private readonly double[] rows;
    private readonly uint[] numbers;

    public SamplerDraws(ulong seed, TemperedDensity landscape, int population, int count)
    {
        (this.seed, this.count, first) = (seed, count, (uint)(population * count));
        normals = [.. Enumerable.Range(0, landscape.Dimension).Select(j => DrawKey.Of($"inference normal {landscape[j].Name}"))];
        picks = [.. Enumerable.Range(0, landscape.Dimension).Select(j => DrawKey.Of($"inference pick {j}"))];
        rows = new double[landscape.Dimension * count];
        numbers = [.. Enumerable.Range(0, count).Select(i => first + (uint)i)];
    }

    /// <summary>Makes the normals of an iteration, for the coordinates from one on.</summary>
    public void Fill(uint iteration, int firstCoordinate, int threads) =>
        Parallel.For(firstCoordinate, normals.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, j =>
        {
            fixed (double* row = &rows[j * count])
            fixed (uint* particles = numbers)
            {
                Philox.Fill(row, seed, particles, normals[j], iteration, count);
                PackedNormals.Apply(row, row, count);
            }
        });

    /// <summary>A normal of the last iteration that was filled.</summary>
    public double Normal(int particle, int coordinate) => rows[(coordinate * count) + particle];

    public double Uniform(Purpose purpose, int particle, uint iteration) =>
        Philox.Uniform(seed, first + (uint)particle, DrawKey.Finalise((ulong)purpose), iteration);

    public double Pick(int slot, int particle, uint iteration) => Philox.Uniform(seed, first + (uint)particle, picks[slot], iteration);

    public uint Number(int particle, uint iteration) => (uint)(Uniform(Purpose.DrawNumber, particle, iteration) * 4294967296.0);

    public enum Purpose : ulong
    {
        Kind = 0x696E666572656E63,
        Scale,
        Count,
        Accept,
        Fresh,
        DrawNumber,
        Resample,
    }
}
