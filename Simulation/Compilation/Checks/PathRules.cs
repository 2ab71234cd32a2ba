namespace Supply.Compilation;

/// <summary>Rules that the shape of a path cannot express: how its points and values fit together and to the horizon.</summary>
internal static class PathRules
{
    public static void Check(string place, string what, RatePath path, NumberChecks numbers)
    {
        if (path is TablePath table) Table(place, what, table, numbers);
        if (path is PerStepPath perStep && numbers.Times.Steps is { } steps && perStep.RoundsPerDay.Count != steps)
        {
            numbers.Problems.Add(place, $"{what} has {perStep.RoundsPerDay.Count} values; it needs one for each of the {steps} steps.");
        }
    }

    private static void Table(string place, string what, TablePath table, NumberChecks numbers)
    {
        if (table.Points.Count == 0) numbers.Problems.Add(place, $"{what} is a table without points; it needs at least one.");
        if (!table.Points.All(point => numbers.Times.Fits(point.At))) return;
        for (var i = 1; i < table.Points.Count; i++)
        {
            var (before, at) = (table.Points[i - 1].At, table.Points[i].At);
            if (numbers.Times.InOrder(before, at)) continue;
            numbers.Problems.Add(place, $"{what} has a point at {at} behind one at {before}; points must be in order of time.");
        }
    }
}
