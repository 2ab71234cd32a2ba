using System.Numerics;

namespace Supply.Inference;

/// <summary>
/// Which claims cannot be true together, by the books of the model alone: taken literally, without scope factors, in the scenario before
/// it was conditioned on anything.
/// </summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class Compatibility : IShown
{
    private const int Bits = 64;

    /// <summary>A claim is possible alone if it holds in this share of the replications.</summary>
    public const double LeastAlone = 0.02;

    /// <summary>Claims are in conflict if they hold together less often than this share of what chance would give.</summary>
    public const double MostTogether = 0.1;

    // At least this many replications must be expected by chance; with fewer a small number proves nothing.
    private const double LeastExpected = 20;

    private readonly Claim[] claims;
    private readonly ulong[][] holds;
    private readonly int replications;

    private Compatibility(Claim[] claims, ulong[][] holds, int replications) =>
        (this.claims, this.holds, this.replications) = (claims, holds, replications);

    /// <summary>Runs a scenario and notes in which replications each claim holds.</summary>
    /// <param name="calibration">The scenario and the claims.</param>
    /// <param name="replications">At least 1. Default 20,000.</param>
    public static Compatibility Of(Calibration calibration, int replications = 20_000)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var said = calibration.Prior(replications);
        return new([.. calibration.Claims], [.. calibration.Claims.Select((claim, i) => Where(claim, said[i]))], replications);
    }

    /// <summary>The replications in which it was looked whether claims hold.</summary>
    public int Replications => replications;

    /// <summary>The probability that a claim holds.</summary>
    public double Alone(Claim claim) => Share(holds[Array.IndexOf(claims, claim)]);

    /// <summary>Claims that hold almost nowhere if taken literally, whatever the others say.</summary>
    public IReadOnlyList<Claim> Impossible => [.. claims.Where(claim => Alone(claim) < LeastAlone)];

    /// <summary>Pairs in conflict, and triples in conflict that contain no such pair; the worst first.</summary>
    public IReadOnlyList<Conflict> Conflicts()
    {
        int[] possible = [.. Enumerable.Range(0, claims.Length).Where(i => Share(holds[i]) >= LeastAlone)];
        var found = new List<Conflict>();
        var pairs = new Dictionary<(int, int), double>();
        foreach (var (a, i) in possible.Index())
        {
            foreach (var j in possible.Skip(a + 1))
            {
                var (together, expected) = (Share(And(holds[i], holds[j])), Share(holds[i]) * Share(holds[j]));
                if (IsConflict(together, expected))
                {
                    found.Add(new([claims[i], claims[j]], [Share(holds[i]), Share(holds[j])], together, expected));
                }
                else pairs[(i, j)] = together;
            }
        }

        foreach (var (a, i) in possible.Index())
        {
            foreach (var (b, j) in possible.Skip(a + 1).Index())
            {
                if (!pairs.TryGetValue((i, j), out var ij)) continue;
                var both = And(holds[i], holds[j]);
                foreach (var k in possible.Skip(a + 1 + b + 1))
                {
                    if (!pairs.TryGetValue((i, k), out var ik) || !pairs.TryGetValue((j, k), out var jk)) continue;
                    var (si, sj, sk) = (Share(holds[i]), Share(holds[j]), Share(holds[k]));
                    var expected = Math.Min(ij * sk, Math.Min(ik * sj, jk * si));
                    if (expected * replications < LeastExpected) continue;
                    var together = Share(And(both, holds[k]));
                    if (IsConflict(together, expected)) found.Add(new([claims[i], claims[j], claims[k]], [si, sj, sk], together, expected));
                }
            }
        }

        return [.. found.OrderBy(conflict => conflict.Claims.Count).ThenBy(conflict => conflict.Together / conflict.Expected)];
    }

    private bool IsConflict(double together, double expected) =>
        expected * replications >= LeastExpected && together < MostTogether * expected;

    private double Share(ulong[] where) => where.Sum(word => BitOperations.PopCount(word)) / (double)replications;

    private static ulong[] And(ulong[] a, ulong[] b)
    {
        var both = new ulong[a.Length];
        for (var i = 0; i < both.Length; i++) both[i] = a[i] & b[i];
        return both;
    }

    private static ulong[] Where(Claim claim, double[] said)
    {
        var where = new ulong[(said.Length + Bits - 1) / Bits];
        for (var i = 0; i < said.Length; i++)
        {
            if (claim.Holds(said[i])) where[i / Bits] |= 1UL << (i % Bits);
        }

        return where;
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ClaimTables.Impossible(this).ToHtml() + ClaimTables.Conflicts(this).ToHtml();

    string IShown.ToPlainText() => ClaimTables.Conflicts(this).ToString(Answer.Width);
}
