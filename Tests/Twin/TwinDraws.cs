using System.Text;

namespace Supply.Tests.Twin;

/// <summary>Section 2 of MODEL.md: random numbers by address.</summary>
internal sealed class TwinDraws(ulong seed, uint replication)
{
    /// <summary>U(key, step).</summary>
    public double Uniform(string key, int step)
    {
        var (x0, x1) = Block((uint)step, Hash(key));
        var m = (((ulong)x1 << 32) + x0) >> 12;
        return (m + 0.5) * Math.Pow(2, -52);
    }

    /// <summary>Z(key, step).</summary>
    public double Normal(string key, int step) => InverseNormal(Uniform(key, step));

    public static double InverseNormal(double probability) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);

    private static ulong Hash(string key)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in Encoding.UTF8.GetBytes(key)) hash = (hash ^ letter) * 0x100000001B3;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    /// <summary>Philox4x32-10 as published by Salmon and others (2011), its first two words.</summary>
    private (uint X0, uint X1) Block(uint step, ulong hash)
    {
        uint c0 = step, c1 = replication, c2 = (uint)hash, c3 = (uint)(hash >> 32);
        uint k0 = (uint)seed, k1 = (uint)(seed >> 32);
        for (var round = 0; round < 10; round++)
        {
            var a = 0xD2511F53UL * c0;
            var b = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (c0, c1);
    }
}
