using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A force that answers fire requires (1 - weight) times its own requirement plus weight times ratio times the opponent's fire of
/// the last days. Both are counts of all calibres; the answer is divided among calibres as the own requirement is.
/// </summary>
internal static class ResponseEquations
{
    public static Term Mix(Consumer consumer, Calibre calibre, Side side)
    {
        var own = side.Requirements.Own(consumer, calibre);
        return consumer.Response is { } response ? Mix(consumer, own.Named("own requirement", consumer, calibre), response, side) : own;
    }

    private static Term Mix(Consumer consumer, Term own, Response response, Side side)
    {
        var weight = DemandEquations.Strength(consumer, DemandMechanism.Response, side.Number(consumer, "response/weight"), side);
        var all = side.Sum(consumer.Demands.Select(demand => side.Requirements.Own(consumer, demand.Calibre)));
        var part = If(all > 0, own / all, 0);
        var answer = Answer(consumer, response, side) * part * weight;
        var mixed = own * (1 - weight) + answer;
        // Before the first step nobody has fired.
        return If(side.Builder.Flag(1, side.Builder.Steps), mixed, own);
    }

    private static Term Answer(Consumer consumer, Response response, Side side)
    {
        var (opponentSide, opponent) = OpponentName.Split(response.Opponent);
        var steps = Math.Max(1, (int)Math.Floor(response.TrailingDays / side.StepDays + 0.5));
        return side.Number(consumer, "response/ratio") * side.Opponents.MeanPerStep(opponentSide, opponent, steps);
    }
}
