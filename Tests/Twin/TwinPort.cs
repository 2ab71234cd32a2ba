namespace Supply.Tests.Twin;

/// <summary>Sailings of MODEL.md for one route: the rounds waiting at its port, when ships call and what they take.</summary>
internal sealed class TwinPort(
    Route route, Network network, Horizon horizon, TwinNumbers numbers, TwinRounding rounding, TwinChanges changes)
{
    private readonly SortedDictionary<Calibre, double> waiting =
        new(Comparer<Calibre>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
    private readonly Sailings sailings = route.Sailings!;
    private double clock;
    private double next;
    private double idle;

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
        var still = Math.Min(horizon.StepDays, idle);
        idle -= still;
        var due = sailings.Timetable switch
        {
            EveryTimetable every => horizon.StepDays / Once("interval", every.Interval.Value),
            RenewalTimetable one => (horizon.StepDays - still) / Once("interval", one.Interval.Value),
            _ => ((OnTimetable)sailings.Timetable).Calls.Count(call => numbers.StepAt(call) == t),
        };
        for (var i = 0; i < sailings.Factors.Count; i++) due *= numbers.Value(sailings.Factors[i].Value, Address($"factors/{i}"), t);
        for (var i = 0; i < sailings.Months.Count; i++)
        {
            var factor = Once($"months/{i + 1}", sailings.Months[i].Value);
            if (horizon.Start!.Value.AddDays((int)(t * horizon.StepDays)).Month == i + 1) due *= factor;
        }

        clock += due * changes.SailingFactor(network, route);
        if (sailings.Timetable is RenewalTimetable renewal) return Calls(renewal, t);
        var calls = Math.Floor(clock + 1e-9);
        clock -= calls;
        return calls;
    }

    // Event 5, calls at random intervals.
    private double Calls(RenewalTimetable renewal, int t)
    {
        if (next == 0) next = Interval(renewal.Spacing, 1, t);
        var calls = 0;
        while (calls < renewal.MostPerStep && clock + 1e-9 >= next)
        {
            calls++;
            clock -= next;
            next = calls < renewal.MostPerStep ? Interval(renewal.Spacing, calls + 1, t) : 0;
            if (renewal.Idle is not { } spells) continue;
            var length = Once("idle/median", spells.Median.Value)
                * Math.Exp(Once("idle/spread", spells.Spread.Value) * numbers.Normal(Address($"idle/{calls}/length"), t));
            if (numbers.Normal(Address($"idle/{calls}/event"), t)
                < TwinDraws.InverseNormal(Once("idle/probability", spells.Probability.Value))) idle += length;
        }

        return calls;
    }

    private double Interval(Spacing spacing, int call, int t)
    {
        if (spacing is LogNormalSpacing logNormal)
        {
            var spread = Once("spread", logNormal.Spread.Value);
            return Math.Exp(spread * numbers.Normal(Address($"call/{call}"), t) - spread * spread / 2);
        }

        var draws = 2 * ((ErlangSpacing)spacing).Order;
        return Enumerable.Range(1, draws).Sum(i => Math.Pow(numbers.Normal(Address($"call/{call}/{i}"), t), 2)) / draws;
    }

    private double Once(string property, Uncertain number) => numbers.Value(number, Address(property));

    private string Address(string property) => $"{network.Key}/{route.Key}/sailings/{property}";
}
