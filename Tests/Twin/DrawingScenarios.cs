using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Stockpiles and reserves that draw by preference, newest first, or one or the other.</summary>
internal static class DrawingScenarios
{
    private static readonly DateOnly First = TwinScenarios.Full.Horizon.Start!.Value;

    /// <summary>
    /// The network of the full twin scenario with drawings. Depot and Forward draw the same case; Rail yard and Rework shed hold one
    /// origin of each calibre at most, Old rounds has a choice of its own.
    /// </summary>
    public static Scenario Drawings { get; } = new Scenario("Drawings", Network(), TwinScenarios.Full.Horizon).With("Drawings",
        new DepotStrike("Depot", At(60), Fraction.Of(Uniform(0.1, 0.3))),
        new DepotStrike("Forward", At(61), Fraction.Of(0.37)),
        new StrikeHazard("Front", At(30), 20, Fraction.Of(Uniform(0.05, 0.1)), Factor.Of(0.9)),
        new CapacityChange("Sea", At(100), Uniform(2, 4)) { Until = At(170) });

    /// <summary>The same in steps of a week, and in whole rounds.</summary>
    public static Scenario Weeks { get; } = (Drawings with { Name = "Drawings, weeks", Horizon = Horizon.Dated(First, new(2025, 2, 3), 7) })
        .Stretched();

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Drawings with { Name = "Whole drawings", WholeRounds = true };

    private static Moment At(int day) => First.AddDays(day);

    private static Network Network()
    {
        var full = TwinScenarios.Full.Networks[0];
        return full with { Parts = Items.From(full.Parts.Select(Edited).Append(
            new Consumer("Forward battery", "Forward", [new(Mm152, Rate.PerDay(Uniform(300, 500))), new(Mm122, Rate.PerDay(91))]))) };
    }

    private static DrawingChoice Shared(int cohorts, double span) => Drawing.OneOf(
        new("as it comes", 1, Drawing.Proportional),
        new("fresh", 2, Drawing.NewestFirst(cohorts, Days.Of(span))),
        new("foreign", 1.5, Drawing.ByPreference(Dprk, Iran)),
        new("fresher", 2, Drawing.NewestFirst(cohorts + 3, Days.Of(span / 3)))).Named("drawing");

    private static Part Edited(Part part) => part switch
    {
        Stockpile { Name: "Depot" } depot => depot with { Drawing = Shared(4, 30), Allocation = Allocation.ByPriority(1.3),
            Opening = depot.Opening.Add(new Lot(Mm152, Iran, Rounds.Of(5_003))) },
        Stockpile { Name: "Forward" } depot => depot with { Drawing = Shared(3, 21) },
        Stockpile { Name: "Front" } depot => depot with { Drawing = Drawing.NewestFirst(5, Days.Of(9.4)) },
        Stockpile { Name: "Other front" } depot => depot with { Drawing = Drawing.ByPreference(Dprk, Russia) },
        Stockpile { Name: "Rail yard" } depot => depot with { Drawing = Drawing.NewestFirst(2, Days.Of(30)) },
        Reserve { Name: "Old rounds" } reserve => reserve with
        {
            Drawing = Drawing.OneOf(
                new("legacy", 1, Drawing.ByPreference(Russia)), new("all", 1, Drawing.Proportional),
                new("as they came", 2, Drawing.NewestFirst(3, Days.Of(20)))),
        },
        Reserve reserve => reserve with { Drawing = Drawing.ByPreference(Belarus) },
        Supplier { Name: "Land supplier" } supplier => supplier with { Rework = Fraction.Of(0.31), ReworkTo = "Old rounds" },
        _ => part,
    };
}
