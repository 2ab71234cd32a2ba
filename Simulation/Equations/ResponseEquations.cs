using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A force that answers fire requires (1 - weight) times its own requirement plus weight times ratio times the opponent's fire of
/// the last days. Both are counts of all calibres; the answer is divided among calibres as the own requirement is.
/// </summary>
internal static class ResponseEquations
{
    public static Term Mix(Consumer consumer, Calibre calibre, Side side)
    {
        var b = side.Builder;
        var own = side.OwnRequirement(consumer, calibre);
        if (consumer.Response is not { } response) return own;
        own.Label ??= side.Label("own requirement", consumer.Name, calibre);
        var weight = side.Numbers.Of(response.Weight.Value, side.Address(consumer, "response/weight"));
        weight = DemandEquations.Strength(consumer, DemandMechanism.Response, weight, side);
        var all = b.Sum(consumer.Demands.Select(demand => side.OwnRequirement(consumer, demand.Calibre)));
        var part = b.Select(b.Less(b.Zero, all), b.Divide(own, all), b.Zero);
        var answer = b.Multiply(b.Multiply(Answer(consumer, response, side), part), weight);
        var mixed = b.Add(b.Multiply(own, b.Rest(weight)), answer);
        // Before the first step nobody has fired.
        return b.Select(b.Flag(1, b.Steps), mixed, own);
    }

    private static Term Answer(Consumer consumer, Response response, Side side)
    {
        var b = side.Builder;
        var (opponentSide, opponent) = OpponentName.Split(response.Opponent);
        var steps = Math.Max(1, (int)Math.Floor(response.TrailingDays / side.Horizon.StepDays + 0.5));
        var ratio = side.Numbers.Of(response.Ratio.Value, side.Address(consumer, "response/ratio"));
        return b.Multiply(ratio, side.Opponents.MeanPerStep(opponentSide, opponent, steps));
    }
}
