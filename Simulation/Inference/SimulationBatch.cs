namespace Supply.Inference;

/// <summary>Particles to simulate. Different particles may be worked on by different threads.</summary>
public sealed class SimulationBatch
{
    private readonly double[] values;
    private readonly uint[] drawNumbers;
    private readonly double[] payloads;
    private readonly bool[] failed;
    private readonly int dimension;
    private readonly int payloadLength;

    internal SimulationBatch(int capacity, int dimension, int payloadLength)
    {
        (this.dimension, this.payloadLength) = (dimension, payloadLength);
        (values, drawNumbers) = (new double[capacity * dimension], new uint[capacity]);
        (payloads, failed) = (new double[capacity * payloadLength], new bool[capacity]);
    }

    /// <summary>Particles in the batch, at least 1.</summary>
    public int Count { get; private set; }

    /// <summary>The values of all coordinates of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public ReadOnlySpan<double> Values(int particle) => values.AsSpan(particle * dimension, dimension);

    /// <summary>The number that identifies the random draws inside the simulation of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public uint DrawNumber(int particle) => drawNumbers[particle];

    /// <summary>Where the simulation of a particle leaves its numbers; 0 at first.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public Span<double> Payload(int particle) => payloads.AsSpan(particle * payloadLength, payloadLength);

    /// <summary>Marks a particle whose simulation failed: it is counted and never accepted.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public void Fail(int particle) => failed[particle] = true;

    internal bool HasFailed(int particle) => failed[particle];

    internal int FailedCount => failed.AsSpan(0, Count).Count(true);

    internal void Clear() => Count = 0;

    internal int Add(ReadOnlySpan<double> x, uint drawNumber)
    {
        x.CopyTo(values.AsSpan(Count * dimension));
        (drawNumbers[Count], failed[Count]) = (drawNumber, false);
        Payload(Count).Clear();
        return Count++;
    }
}
