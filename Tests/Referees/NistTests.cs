using System.Globalization;
using System.Text.Json.Nodes;
using Supply.Studies;

namespace Supply.Tests.Referees;

/// <summary>Mean and standard deviation of the sets that NIST certifies, in one chunk and in several.</summary>
public class NistTests
{
    private static readonly JsonNode sets =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Referees", "nist-strd-univariate.json")))!["datasets"]!;

    public static TheoryData<string> Names() => [.. sets.AsObject().Select(set => set.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_AreTheCertifiedOnes(string name)
    {
        var set = sets[name]!;
        var values = set["data"] is JsonArray data ? data.Select(value => (double)value!).ToArray()
            : Generated(set["generate"]!.ToString());
        values.Length.ShouldBe((int)set["n"]!);
        var (mean, deviation) = (Number(set["mean"]!), Number(set["sd"]!));
        var parts = values.Chunk(64).Aggregate(default(Moments), (moments, chunk) => moments.With(Moments.Of(chunk)));
        foreach (var moments in new[] { Moments.Of(values), parts })
        {
            moments.Mean.ShouldBe(mean, Math.Abs(mean) * Tolerance.NistMean);
            (moments.StandardError * Math.Sqrt(values.Length)).ShouldBe(deviation, deviation * Tolerance.NistDeviation);
        }
    }

    /// <summary>"a then n pairs of b, c".</summary>
    private static double[] Generated(string text)
    {
        var words = text.Replace(",", "", StringComparison.Ordinal).Split(' ');
        double[] pair = [Number(words[5]), Number(words[6])];
        return [Number(words[0]), .. Enumerable.Range(0, int.Parse(words[2], CultureInfo.InvariantCulture)).SelectMany(_ => pair)];
    }

    private static double Number(JsonNode node) => Number(node.ToString());

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
