using System.Text;

namespace Supply.Benchmarks.Peers;

/// <summary>The draws of one replication as MODEL.md addresses them, written from that page with <see cref="Math"/>.</summary>
internal sealed class PeerDraws(ulong seed, uint replication)
{
    private const double Z95 = 1.6448536269514722;

    private static readonly double[] A = [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
        67265.770927008700853, 33430.575583588128105, 2509.0809287301226727];
    private static readonly double[] B = [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610,
        28729.085735721942674, 5226.4952788528545610];
    private static readonly double[] C = [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258,
        0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4];
    private static readonly double[] D = [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966,
        5.47593808499534494600e-4, 1.05075007164441684324e-9];
    private static readonly double[] E = [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930,
        0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7];
    private static readonly double[] F = [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
        1.42151175831644588870e-7, 2.04426310338993978564e-15];

    /// <summary>FNV-1a 64 of the name, then the finaliser of SplitMix64.</summary>
    public static ulong KeyOf(string name)
    {
        unchecked
        {
            var z = Encoding.UTF8.GetBytes(name).Aggregate(0xCBF29CE484222325, (hash, letter) => (hash ^ letter) * 0x100000001B3);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    public double Uniform(string name, double low, double high) => low + (high - low) * Unit(KeyOf(name), 0);

    public double Triangular(string name, double low, double mode, double high)
    {
        var u = Unit(KeyOf(name), 0);
        var width = high - low;
        return u < (mode - low) / width ? low + Math.Sqrt(u * width * (mode - low)) : high - Math.Sqrt((1 - u) * width * (high - mode));
    }

    public double LogNormal(string name, double low, double high) =>
        Math.Exp((Math.Log(low) + Math.Log(high)) / 2 + (Math.Log(high) - Math.Log(low)) / (2 * Z95) * Normal(name));

    public double Normal(string name) => Normal(KeyOf(name), 0);

    public double Normal(ulong key, uint step) => InverseNormal(Unit(key, step));

    /// <summary>Philox4x32-10 at the address of the draw, its first two words as a number between 0 and 1.</summary>
    private double Unit(ulong key, uint step)
    {
        var (c0, c1, c2, c3) = (step, replication, (uint)key, (uint)(key >> 32));
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var p0 = 0xD2511F53UL * c0;
                var p1 = 0xCD9E8D57UL * c2;
                (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
                k0 += 0x9E3779B9;
                k1 += 0xBB67AE85;
            }
        }

        return (((((ulong)c1 << 32) | c0) >> 12) + 0.5) / (1UL << 52);
    }

    /// <summary>Wichura 1988, AS 241, PPND16.</summary>
    private static double InverseNormal(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q * Polynomial(A, r) / Polynomial(B, r);
        }

        var t = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        var z = t <= 5 ? Polynomial(C, t - 1.6) / Polynomial(D, t - 1.6) : Polynomial(E, t - 5) / Polynomial(F, t - 5);
        return q < 0 ? -z : z;
    }

    private static double Polynomial(double[] c, double x)
    {
        var sum = c[^1];
        for (var i = c.Length - 2; i >= 0; i--) sum = sum * x + c[i];
        return sum;
    }
}
