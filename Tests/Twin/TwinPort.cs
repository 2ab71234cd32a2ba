namespace Supply.Tests.Twin;

/// <summary>Sailings of MODEL.md for one route: the rounds waiting at its port, when ships call and what they take.</summary>
internal sealed class TwinPort(
    Route route, Network network, Horizon horizon, TwinNumbers numbers, TwinRounding rounding, TwinChanges changes)
{
    private readonly SortedDictionary<Calibre, double> waiting =
        new(Comparer<Calibre>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
    private readonly Sailings sailings = route.Sailings!;
    private double clock;

    public IReadOnlyDictionary<Calibre, double> Waiting => waiting;

    public double? Room =>
        sailings.Storage is { } storage ? Math.Max(0, rounding.Down(Once("storage", storage.Value)) - waiting.Values.Sum()) : null;

    public void Take(Calibre calibre, double rounds) => waiting[calibre] = waiting.GetValueOrDefault(calibre) + rounds;

    /// <summary>Takes the rounds that sail from the port, and the number of ships they fill.</summary>
    public (Dictionary<Calibre, double> Rounds, double Ships) Sail(int t)
    {
        var calls = Calls(t);
        var ship = Once("containersPerVoyage", sailings.ContainersPerVoyage.Value)
            * Once("roundsPerContainer", sailings.RoundsPerContainer.Value);
        Calibre[] calibres = [.. waiting.Keys];
        var loaded = rounding.Limit([.. waiting.Values], calls * ship, $"loaded {route.Name}");
        var remaining = changes.Remaining(network, route);
        var sailed = calibres.Index().ToDictionary(
            pair => pair.Item, pair => rounding.Run(loaded[pair.Index] * remaining, $"sailed {route.Name} {pair.Item}"));
        foreach (var (calibre, rounds) in sailed) waiting[calibre] -= rounds;
        return (sailed, ship > 0 ? Math.Ceiling(sailed.Values.Sum() / ship - 1e-9) : 0);
    }

    public void Flush()
    {
        foreach (var calibre in waiting.Keys.ToArray())
            if (waiting[calibre] < 1e-30) waiting[calibre] = 0;
    }

    private double Calls(int t)
    {
        var due = sailings.Timetable is EveryTimetable every
            ? horizon.StepDays / Once("interval", every.Interval.Value)
            : ((OnTimetable)sailings.Timetable).Calls.Count(call => numbers.StepAt(call) == t);
        for (var i = 0; i < sailings.Factors.Count; i++) due *= numbers.Value(sailings.Factors[i].Value, Address($"factors/{i}"), t);
        for (var i = 0; i < sailings.Months.Count; i++)
        {
            var factor = Once($"months/{i + 1}", sailings.Months[i].Value);
            if (horizon.Start!.Value.AddDays((int)(t * horizon.StepDays)).Month == i + 1) due *= factor;
        }

        clock += due * changes.SailingFactor(network, route);
        var calls = Math.Floor(clock + 1e-9);
        clock -= calls;
        return calls;
    }

    private double Once(string property, Uncertain number) => numbers.Value(number, Address(property));

    private string Address(string property) => $"{network.Key}/{route.Key}/sailings/{property}";
}
