namespace Supply.Inference;

/// <summary>The particles of a population: one row each in every array.</summary>
internal sealed class Particles(int count, int dimension, int payloadLength)
{
    private double[] z = new double[count * dimension];
    private double[] x = new double[count * dimension];
    private double[] payload = new double[count * payloadLength];

    public int Count => count;

    public int Dimension => dimension;

    public int PayloadLength => payloadLength;

    /// <summary>The numbers of the random draws inside the simulations.</summary>
    public uint[] DrawNumber { get; private set; } = new uint[count];

    /// <summary>The log density, less that of z, at either end of the path of exponents, and the log-likelihood alone.</summary>
    public Level[] Level { get; private set; } = new Level[count];

    public double[] AllZ => z;

    public double[] AllX => x;

    public double[] AllPayload => payload;

    public Span<double> Z(int i) => z.AsSpan(i * dimension, dimension);

    public Span<double> X(int i) => x.AsSpan(i * dimension, dimension);

    public Span<double> Payload(int i) => payload.AsSpan(i * payloadLength, payloadLength);

    /// <summary>Replaces each particle by the one whose number is given.</summary>
    public void Select(int[] ancestors)
    {
        (z, x, payload) = (Rows(z, dimension, ancestors), Rows(x, dimension, ancestors), Rows(payload, payloadLength, ancestors));
        DrawNumber = [.. ancestors.Select(i => DrawNumber[i])];
        Level = [.. ancestors.Select(i => Level[i])];
    }

    public Particles Copy()
    {
        var copy = new Particles(count, dimension, payloadLength);
        (copy.z, copy.x, copy.payload) = ([.. z], [.. x], [.. payload]);
        (copy.DrawNumber, copy.Level) = ([.. DrawNumber], [.. Level]);
        return copy;
    }

    /// <summary>Takes the coordinates of others.</summary>
    public void Take(Particles others)
    {
        others.z.CopyTo(z, 0);
        others.x.CopyTo(x, 0);
    }

    /// <summary>A copy with room for other payloads, all 0.</summary>
    public Particles Onto(int otherPayloadLength)
    {
        var copy = new Particles(count, dimension, otherPayloadLength);
        (copy.z, copy.x) = ([.. z], [.. x]);
        (copy.DrawNumber, copy.Level) = ([.. DrawNumber], [.. Level]);
        return copy;
    }

    private static double[] Rows(double[] from, int length, int[] ancestors)
    {
        var to = new double[from.Length];
        for (var i = 0; i < ancestors.Length; i++) from.AsSpan(ancestors[i] * length, length).CopyTo(to.AsSpan(i * length));
        return to;
    }
}

/// <summary>A particle's height on a path of densities: log N(z) + (1 - exponent) start + exponent end.</summary>
internal readonly record struct Level(double Start, double End, double LogLikelihood)
{
    public static Level Impossible => new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public bool IsPossible => End > double.NegativeInfinity;

    /// <summary>The log weight that raising the exponent by 1 would add.</summary>
    public double Rise => IsPossible ? End - Start : double.NegativeInfinity;

    // At an exponent where one end does not count it may be impossible, and 0 times infinity is NaN.
    public double At(double exponent) => exponent <= 0 ? Start : exponent >= 1 ? End : ((1 - exponent) * Start) + (exponent * End);
}
