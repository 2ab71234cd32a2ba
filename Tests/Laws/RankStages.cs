using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Supply.Inference;

namespace Supply.Tests.Laws;

/// <summary>
/// The ranks of truths in a folder, a file each, so that a check of hours goes on where it was stopped. The names of the files hold a hash
/// of everything that the ranks depend on.
/// </summary>
/// <param name="folder">The folder; it is made if it is missing.</param>
/// <param name="identity">Everything that the ranks depend on, in words.</param>
internal sealed class RankStages(string folder, string identity)
{
    private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..12];

    /// <summary>The ranks of a truth, one for each statistic; null: they are not kept.</summary>
    public int[]? Read(int run) => File.Exists(Name(run))
        ? [.. File.ReadLines(Name(run)).First().Split(' ').Select(rank => int.Parse(rank, CultureInfo.InvariantCulture))] : null;

    /// <summary>Keeps the ranks of a truth, with what its fit took.</summary>
    public void Write(int run, int[] ranks, TimeSpan took, SamplingDiagnostics diagnostics)
    {
        Directory.CreateDirectory(folder);
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(' ', ranks)}\n{took.TotalSeconds:F0} s, {diagnostics.Simulations} runs, {diagnostics.Verdict}\n");
        File.WriteAllText(Name(run) + ".draft", words);
        File.Move(Name(run) + ".draft", Name(run), overwrite: true);
    }

    private string Name(int run) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{hash}-{run:000}.txt"));
}
