using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Rules that the shape of a path cannot express: how its points and values fit together and to the horizon.</summary>
internal static class PathRules
{
    private const int MostSizes = 100;
    private const int MostValues = 10_000;

    public static void Check(string place, string what, RatePath path, NumberChecks numbers)
    {
        if (path is TablePath table) Table(place, what, table, numbers);
        if (path is DrawnPath drawn) Drawn(place, what, drawn, numbers);
        if (path is PerStepPath perStep && numbers.Times.Steps is { } steps && perStep.RoundsPerDay.Count != steps)
        {
            numbers.Problems.Add(place, $"{what} has {perStep.RoundsPerDay.Count} values; it needs one for each of the {steps} steps.");
        }
    }

    private static void Drawn(string place, string what, DrawnPath path, NumberChecks numbers)
    {
        void Problem(string message) => numbers.Problems.Add(place, $"{what} {message}");
        if (numbers.Times.StepDays is { } step && path.StepDays is >= 0.001 and <= 366 && !path.StepDays.Equals(step))
        {
            Problem($"is drawn in each step of {MessageText.Days(path.StepDays)}, but a step of the horizon is "
                + $"{MessageText.Days(step)}; give the distribution of that.");
        }

        var (outcomes, most, noun) = path.Amount switch
        {
            CompoundPoissonDraw compound => (compound.Sizes, MostSizes, "sizes"),
            DiscreteDraw discrete => (discrete.Values, MostValues, "values"),
            _ => (null, 0, ""),
        };
        if (outcomes is null) return;
        if (outcomes.Count == 0 || outcomes.Count > most)
        {
            Problem($"is drawn from {outcomes.Count} {noun}; there must be 1 to {MessageText.Number(most)}.");
        }
        else if (outcomes.All(one => one.Weight == 0))
        {
            Problem($"is drawn from {noun} whose weights are all 0; one must be above 0.");
        }

        if (noun != "sizes") return;
        foreach (var one in outcomes.Where(one => one.Value is >= 1 and <= Files.StepDrawShapes.MostSize && one.Value % 1 != 0))
        {
            Problem($"has the size {MessageText.Number(one.Value)}; a size is a whole number.");
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
