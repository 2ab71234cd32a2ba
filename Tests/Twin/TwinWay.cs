namespace Supply.Tests.Twin;

/// <summary>Event 2 of MODEL.md for one route: the rounds in transit, and the part of them that arrives or is lost.</summary>
internal sealed class TwinWay(Route route, Network network, double stepDays, double leadTime, TwinRounding rounding, TwinChanges changes)
{
    private readonly Dictionary<((Calibre, Origin) Cell, int Arrival), double> conveyor = [];
    private readonly Dictionary<(Calibre, Origin), double[]> stages = [];
    private readonly Dictionary<(Calibre, Origin), double> held = [];

    private int Order => route.Transit is ErlangTransit erlang ? erlang.Order : 0;

    /// <summary>Puts in rounds that are under way at the start: in equal parts over the lag or the stages, or all in one step.</summary>
    public void Open((Calibre, Origin) cell, double rounds, int? arrives, int lag)
    {
        double Upto(int part, int of) => rounding.Whole ? Math.Floor(rounds * part / of + (Order > 0 ? 0.5 : 1e-9)) : rounds * part / of;
        for (var i = 0; i < Order; i++) Stages(cell)[i] += Upto(i + 1, Order) - Upto(i, Order);
        if (Order > 0) return;
        if (arrives is { } at) Send(cell, rounds, at, 0);
        for (var i = 0; arrives is null && i < lag; i++) Send(cell, Upto(i + 1, lag) - Upto(i, lag), i, 0);
    }

    /// <summary>Forgets the rounds that a closure loses; called before arrivals of the step.</summary>
    public bool Loses((Calibre, Origin) cell)
    {
        if (!changes.Loses(network, route)) return false;
        foreach (var key in conveyor.Keys.Where(key => key.Cell == cell).ToArray()) conveyor.Remove(key);
        stages.Remove(cell);
        held.Remove(cell);
        return true;
    }

    public double Arrive((Calibre, Origin) cell, int t, double furtherHaul)
    {
        var due = Order > 0 ? Advance(cell, furtherHaul) : conveyor.Remove((cell, t), out var amount) ? amount : 0;
        due += held.GetValueOrDefault(cell);
        held[cell] = changes.Waits(network, route) ? due : 0;
        return due - held[cell];
    }

    public void Send((Calibre, Origin) cell, double rounds, int t, int lag)
    {
        if (Order > 0) Stages(cell)[0] += rounds;
        else conveyor[(cell, t + lag)] = conveyor.GetValueOrDefault((cell, t + lag)) + rounds;
    }

    /// <summary>Event 9.</summary>
    public void Flush()
    {
        foreach (var row in stages.Values)
            for (var i = 0; i < row.Length; i++)
                if (row[i] < 1e-30) row[i] = 0;
    }

    private double[] Stages((Calibre, Origin) cell)
    {
        if (!stages.TryGetValue(cell, out var row)) stages.Add(cell, row = new double[Order]);
        return row;
    }

    private double Advance((Calibre, Origin) cell, double furtherHaul)
    {
        var g = Math.Min(1, Order * stepDays / ((leadTime + furtherHaul) * changes.LeadTimeFactor(network, route)));
        var row = Stages(cell);
        var before = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            var leaves = rounding.Run(row[i] * g, $"stage {i} {route.Name} {cell}");
            row[i] = row[i] - leaves + before;
            before = leaves;
        }

        return before;
    }
}
