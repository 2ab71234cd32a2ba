using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Target shares of several origins that count in one step: what is left to the other sources must be more than nothing.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="numbers">Checks of numbers, which know which of them are sound.</param>
/// <param name="placeOf">Name of a change in messages.</param>
internal sealed class ShareSumChecks(Scenario scenario, NumberChecks numbers, Func<Change, string> placeOf)
{
    /// <summary>
    /// The least that shares which count together must leave to the others, and the least that an added share must leave: orders are a
    /// quotient by it.
    /// </summary>
    public const double LeastRest = 1e-9;

    private readonly HashSet<string> said = [];

    public void Run(IReadOnlyList<PlacedChange> placed)
    {
        PlacedChange[] shares = [.. placed.Where(one => one.Change is TargetShare share && IsSound(share))];
        foreach (var network in scenario.Networks)
        {
            var suppliers = network.Parts.OfType<Supplier>().ToDictionary(supplier => supplier.Name, supplier => supplier.Offers);
            PlacedChange[] here = [.. shares.Where(one => one.Side == network.Name)];
            foreach (var calibre in suppliers.Values.SelectMany(offers => offers).Select(offer => offer.Calibre).Distinct())
            {
                Run([.. here.Where(one => suppliers[one.Part].Any(offer => offer.Calibre == calibre))]);
            }
        }
    }

    // The set of shares that count changes only at the steps in which one begins or ends.
    private void Run(PlacedChange[] shares)
    {
        var steps = shares.SelectMany(one => new[] { Acting(one).Begin, Acting(one).End }).Distinct().Order();
        foreach (var step in steps)
        {
            PlacedChange[] together = [.. shares.GroupBy(one => one.Part).Select(group => Counting(group, step)).OfType<PlacedChange>()];
            var sum = together.Sum(one => Bounds.Of(((TargetShare)one.Change).Share.Value).High);
            if (together.Length < 2 || sum <= 1 - LeastRest) continue;
            if (!said.Add(string.Join(' ', together.Select(one => one.Key).Order()))) continue;
            var others = together[..^1].Select(one => placeOf(one.Change));
            numbers.Problems.Add(placeOf(together[^1].Change), $"its share and {Shares(others)} may come to {MessageText.Reach(sum, 1)} "
                + "while they act together; the sum must stay below 1. Lower them, or end one before the other begins.");
        }
    }

    private static string Shares(IEnumerable<string> places) =>
        places.ToArray() is [var one] ? $"that of \"{one}\"" : $"those of {MessageText.All(places)}";

    /// <summary>The share of one supplier that counts in a step; null if none acts.</summary>
    private PlacedChange? Counting(IEnumerable<PlacedChange> shares, int step) =>
        shares.OrderBy(one => Acting(one).Begin).LastOrDefault(one => step >= Acting(one).Begin && step < Acting(one).End);

    private (int Begin, int End) Acting(PlacedChange one) => (
        scenario.Horizon.StepAt(one.Change.From),
        one.Change.Until is { } until ? scenario.Horizon.StepAt(until) : scenario.Horizon.Steps);

    private bool IsSound(TargetShare share) => numbers.Trusts(share.Share.Value) && numbers.Times.Fits(share.From)
        && (share.Until is not { } until || numbers.Times.Fits(until));
}
