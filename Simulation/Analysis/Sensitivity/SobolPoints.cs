using System.Globalization;
using System.Numerics;
using Supply.Maths;

namespace Supply.Analysis;

/// <summary>
/// Points of Sobol's sequence in the unit cube, with the direction numbers of Joe and Kuo (2008), in Gray-code order: the first 2^m points
/// divide every axis evenly. Scrambled by random linear matrices and a digital shift (Matousek 1998), each point is uniform and the whole
/// as even as before; a longer design begins with the points of a shorter one.
/// </summary>
public sealed class SobolPoints
{
    /// <summary>The most dimensions.</summary>
    public const int MostDimensions = 1024;

    private const int Bits = 32;
    private const string Resource = "Supply.Analysis.joe-kuo.txt";
    private static readonly Lazy<uint[][]> numbers = new(Read);

    private readonly uint[][] directions;
    private readonly uint[] shifts;
    private readonly double middle;

    /// <param name="dimensions">1..1024.</param>
    /// <param name="seed">The seed of the scrambling; null: the plain sequence, whose first point is 0. Default null.</param>
    public SobolPoints(int dimensions, ulong? seed = null)
    {
        if (dimensions is < 1 or > MostDimensions)
        {
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"Dimensions must lie in 1..{MostDimensions}.");
        }

        (Dimensions, middle) = (dimensions, seed is null ? 0 : 0.5);
        directions = [.. numbers.Value.Take(dimensions).Select((one, d) => seed is { } own ? Scrambled(one, own, d) : one)];
        shifts = [.. directions.Select((_, d) => seed is { } own ? Word(own, d, Bits) : 0)];
    }

    /// <summary>The dimensions of a point.</summary>
    public int Dimensions { get; }

    /// <summary>A coordinate of a point.</summary>
    /// <param name="point">The number of the point, from 0.</param>
    /// <param name="dimension">The dimension, from 0.</param>
    /// <returns>0..1; never 0 or 1 if scrambled.</returns>
    public double this[int point, int dimension]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(point);
            var (x, own) = (shifts[dimension], directions[dimension]);
            for (var gray = (uint)point ^ ((uint)point >> 1); gray != 0; gray &= gray - 1) x ^= own[BitOperations.TrailingZeroCount(gray)];
            return (x + middle) / (1L << Bits);
        }
    }

    /// <summary>All coordinates of a point.</summary>
    public double[] Point(int point) => [.. Enumerable.Range(0, Dimensions).Select(d => this[point, d])];

    private static uint[] Scrambled(uint[] own, ulong seed, int dimension)
    {
        // Row i of a random lower triangular matrix with ones on its diagonal: bit i of the result, from the top, mixes bits 0..i.
        var rows = new uint[Bits];
        for (var i = 0; i < Bits; i++)
        {
            var top = i == 0 ? 0 : Word(seed, dimension, i) & (uint.MaxValue << (Bits - i));
            rows[i] = top | (1u << (Bits - 1 - i));
        }

        return [.. own.Select(number =>
        {
            var mixed = 0u;
            for (var i = 0; i < Bits; i++) mixed |= (uint)(BitOperations.PopCount(rows[i] & number) & 1) << (Bits - 1 - i);
            return mixed;
        })];
    }

    private static uint Word(ulong seed, int dimension, int row) =>
        Philox.Block((uint)row, (uint)dimension, 0x736f626f, 0x6c000000, (uint)seed, (uint)(seed >> 32)).X0;

    private static uint[][] Read()
    {
        using var stream = typeof(SobolPoints).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var all = new List<uint[]> { Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit)).ToArray() };
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            uint[] row = [.. line.Split(' ').Select(word => uint.Parse(word, CultureInfo.InvariantCulture))];
            all.Add(Directions(row[0], row[1..]));
        }

        return [.. all];
    }

    /// <summary>Bratley and Fox's recurrence over a primitive polynomial, whose bits include the first and the last.</summary>
    private static uint[] Directions(uint polynomial, uint[] first)
    {
        var (m, degree) = (new uint[Bits], first.Length);
        for (var k = 0; k < Bits; k++)
        {
            if (k < degree)
            {
                m[k] = first[k];
                continue;
            }

            m[k] = m[k - degree] ^ (m[k - degree] << degree);
            for (var j = 1; j < degree; j++)
            {
                if (((polynomial >> (degree - j)) & 1) == 1) m[k] ^= m[k - j] << j;
            }
        }

        return [.. m.Select((one, k) => one << (Bits - 1 - k))];
    }
}
