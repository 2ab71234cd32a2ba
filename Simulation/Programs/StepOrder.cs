namespace Supply.Programs;

/// <summary>The order of events in a step.</summary>
internal static class StepOrder
{
    public const int Changes = 1;
    public const int Arrivals = 2;
    public const int Making = 3;
    public const int Strikes = 4;
    public const int Dispatch = 5;
    public const int Requirement = 6;
    public const int Rationing = 7;
    public const int Expenditure = 8;
    public const int Recording = 9;

    /// <summary>The heading of an event in the listing.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [
        "before the first step",
        "changes take effect",
        "arrivals are received",
        "lines produce, works refurbish, suppliers produce",
        "strikes",
        "dispatch",
        "requirement",
        "rationing",
        "expenditure",
        "recording",
        "after the last step: books that balance to 0, apart from rounding",
    ];
}
