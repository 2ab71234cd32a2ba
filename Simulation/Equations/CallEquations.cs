using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Calls at random intervals. A clock runs with a call per mean interval; a ship calls when it reaches the interval that was drawn for
/// it, with mean 1, and then starts again with what is over. Behind a call the clock may stand still for an idle spell.
/// </summary>
internal static class CallEquations
{
    /// <summary>Days of this step in which the clock runs.</summary>
    public static Term Running(Route route, Side side)
    {
        if (Of(route).Idle is null) return side.Builder.Constant(side.StepDays);
        if (side.Numbers.IsQuiet) return side.StepDays * MeanRunning(route, side);
        var idle = Idle(route, side);
        var still = Min(side.StepDays, idle.Now).Named("idle days", route);
        idle.Now -= still;
        return side.StepDays - still;
    }

    /// <summary>Ships that call in this step.</summary>
    /// <param name="route">A route with calls at random intervals.</param>
    /// <param name="due">How far the clock runs in this step.</param>
    /// <param name="side">The network.</param>
    public static Term Calls(Route route, Term due, Side side)
    {
        var most = Of(route).MostPerStep;
        var clock = side.Stores.Level("clock of calls", route);
        var next = side.Stores.Level("interval to the next call", route);
        clock.Now += due;

        // An interval is above 0, so 0 says that it is still to be drawn.
        next.Now = If(0 < next.Now, next.Now, Interval(route, 1, side));
        var calls = side.Zero;
        for (var i = 1; i <= most; i++)
        {
            var waits = clock.Now + SailingEquations.Slack < next.Now;
            clock.Now = If(waits, clock.Now, clock.Now - next.Now);
            next.Now = If(waits, next.Now, i < most ? Interval(route, i + 1, side) : side.Zero);
            calls += 1 - waits;
            if (Of(route).Idle is not null && !side.Numbers.IsQuiet) Idle(route, side).Now += (1 - waits) * Spell(route, i, side);
        }

        return calls.Named("calls", route);
    }

    private static RenewalTimetable Of(Route route) => (RenewalTimetable)route.Sailings!.Timetable;

    private static StateRef Idle(Route route, Side side) => side.Stores.Level("days of idle spells left", route);

    /// <summary>The part of the time in which the clock runs on average: a mean interval of one and a mean idle spell.</summary>
    private static Term MeanRunning(Route route, Side side)
    {
        var (interval, spread) = (side.Number(route, "sailings/interval"), side.Number(route, "sailings/idle/spread"));
        var spell = side.Number(route, "sailings/idle/median") * Exp(spread * spread / 2);
        return interval / (interval + side.Number(route, "sailings/idle/probability") * spell);
    }

    /// <summary>The interval, in means, that is drawn at a call of this step; without draws the mean.</summary>
    private static Term Interval(Route route, int call, Side side)
    {
        if (side.Numbers.IsQuiet) return side.One;
        switch (Of(route).Spacing)
        {
            case ErlangSpacing erlang:
                // The sum of two squared standard normal numbers is exponential with mean 2.
                var draws = Enumerable.Range(1, 2 * erlang.Order).Select(i => Draw(route, $"call/{call}/{i}", side));
                return side.Sum(draws.Select(draw => draw * draw)) / (2 * erlang.Order);
            case LogNormalSpacing:
                var spread = side.Number(route, "sailings/spread");
                return Exp(spread * Draw(route, $"call/{call}", side) - spread * spread / 2);
            default:
                throw new NotSupportedException($"{Of(route).Spacing.GetType().Name} has no equations.");
        }
    }

    /// <summary>Days of the idle spell behind a call; 0 if none follows.</summary>
    private static Term Spell(Route route, int call, Side side)
    {
        var follows = Draw(route, $"idle/{call}/event", side) < InverseNormal(side.Number(route, "sailings/idle/probability"));
        var factor = Exp(side.Number(route, "sailings/idle/spread") * Draw(route, $"idle/{call}/length", side));
        return follows * (side.Number(route, "sailings/idle/median") * factor);
    }

    private static Term Draw(Route route, string name, Side side) => side.Builder.Normal(side.Address(route, $"sailings/{name}"), route);
}
