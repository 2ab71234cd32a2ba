using Supply.Files;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Scenarios in longer steps than their own, for exploring.</summary>
internal static class LongerSteps
{
    private const int MostDays = 366;

    /// <summary>Whether a scenario runs in other steps than its own.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="days">Days of a step; null: its own.</param>
    public static bool Change(Scenario scenario, int? days) => days is { } length && scenario.Horizon.StepDays != length;

    /// <summary>
    /// The scenario in steps of some days. As many ships may call at random in a step as come in it at the shortest mean interval, and one
    /// more.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="days">Days of a step, a multiple of its own; null: its own.</param>
    public static Scenario Of(Scenario scenario, int? days) => !Change(scenario, days) ? scenario : scenario with
    {
        Horizon = scenario.Horizon.InStepsOf(days!.Value),
        Networks = Items.From(scenario.Networks.Select(network => network with
        {
            Parts = Items.From(network.Parts.Select(part => part is Route { Sailings: { Timetable: RenewalTimetable calls } ships } route
                ? route with { Sailings = ships with { Timetable = Calls(calls, days.Value, days.Value / scenario.Horizon.StepDays) } }
                : part)),
        })),
    };

    /// <summary>The metrics with points of series after about as many days as in the scenario's own steps.</summary>
    public static Metrics Of(Metrics metrics, Scenario scenario, int? days)
    {
        if (!Change(scenario, days) || metrics.Every < 1) return metrics;
        var steps = metrics.Every * scenario.Horizon.StepDays / days!.Value;
        return metrics with { Every = Math.Max(1, (int)Math.Round(steps)) };
    }

    /// <summary>That scenarios run in longer steps than their own, in a sentence.</summary>
    public static string Words(IEnumerable<Scenario> scenarios, int days)
    {
        var own = scenarios.Select(scenario => scenario.Horizon.StepDays).Where(length => length != days).Min();
        return $"In steps of {MessageText.Days(days)} instead of {MessageText.Days(own)}, for exploring.";
    }

    /// <summary>Why scenarios cannot run in steps of some days, in sentences; none: they can.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Scenario> scenarios, int? days) => days switch
    {
        null => [],
        < 1 or > MostDays => [$"StepDays is {days}; it must lie in 1..{MostDays}."],
        { } length => scenarios.Select(scenario => Fault(scenario, length)).OfType<string>().Take(1),
    };

    /// <summary>Why a scenario cannot run in steps of some days, in a sentence; null: it can.</summary>
    private static string? Fault(Scenario scenario, int days)
    {
        var own = scenario.Horizon.StepDays;
        return !Change(scenario, days) ? null
            : scenario.Horizon.Start is null ? $"StepDays is {days}, but \"{scenario.Name}\" has plain steps; only dates can be moved to "
                + "longer steps."
            : days % own != 0 ? $"StepDays is {days}; it must be a multiple of the {MessageText.Days(own)} that a step of "
                + $"\"{scenario.Name}\" has."
            : null;
    }

    private static RenewalTimetable Calls(RenewalTimetable calls, int days, double times)
    {
        var needed = Math.Ceiling(days / Bounds.Of(calls.Interval.Value).Low) + 1;
        var most = Math.Min(ShipmentShapes.MostCalls, calls.MostPerStep * times);
        return calls with { MostPerStep = (int)Math.Max(calls.MostPerStep, Math.Min(most, needed)) };
    }
}
