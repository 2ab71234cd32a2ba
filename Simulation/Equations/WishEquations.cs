using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Whether a force wants what is given or as much as supply allows, up to a ceiling; and the rate by which its stock is reckoned: what it
/// requires where its wish is given, what it fires where it follows supply.
/// </summary>
internal static class WishEquations
{
    /// <summary>1 in replications in which the wish of a consumer follows supply, else 0; null where it never does.</summary>
    public static Term? Follows(Consumer consumer, Side side)
    {
        if (consumer.FollowsSupply is null) return null;
        var follows = side.Number(consumer, "followsSupply") > 0.5;
        return IsZero(follows) ? null : follows;
    }

    /// <summary>Rounds that a consumer requires: those given, or its ceiling.</summary>
    public static Term Wish(Consumer consumer, Calibre calibre, Term given, Side side)
    {
        var ceiling = consumer.Demands.First(demand => demand.Calibre == calibre).Ceiling;
        return ceiling is null || Follows(consumer, side) is not { } follows
            ? given
            : If(follows, side.PerStep(consumer, $"ceiling/{calibre}"), given);
    }

    /// <summary>Rounds of this step by which the stock of a consumer is reckoned.</summary>
    public static Term Reckoned(ControlledFire fired, Side side)
    {
        var required = side.Requirements.Of(fired.Consumer, fired.Calibre);
        return Follows(fired.Consumer, side) is { } follows ? If(follows, fired.Rounds, required) : required;
    }
}
