using Supply.Programs;

namespace Supply.Equations;

/// <summary>
/// Everything that a side carries over from step to step: rounds of each cell, rounds owed, rounds in delays, and levels of other things.
/// Rounds of cells, delays of fixed lead times and rounds owed are made at once, in the order of the parts; the rest when first asked for.
/// </summary>
internal sealed class Stores
{
    private readonly Side side;
    private readonly Dictionary<(string Part, Cell Cell), StateRef> rounds = [];
    private readonly Dictionary<(string Part, Calibre Calibre), StateRef> owed = [];
    private readonly Dictionary<(string Part, string Name), StateRef> levels = [];
    private readonly Dictionary<string, Cohorts[]> cohorts = [];
    private readonly Dictionary<(string Route, Cell Cell), DelayRef> delays = [];
    private readonly Dictionary<(string Route, Cell Cell, string Name), DelayRef> furtherDelays = [];

    public Stores(Side side)
    {
        this.side = side;
        foreach (var part in side.Network.Parts)
        {
            foreach (var cell in side.Topology.Cells(part.Name)) Open(part, cell);
        }

        foreach (var part in side.Network.Parts)
        {
            foreach (var calibre in side.Topology.OwedCalibres(part)) Owe(part, calibre);
        }

        foreach (var part in side.Network.Parts)
        {
            cohorts[part.Name] = [.. DrawingEquations.Cohorts(part, side)];
        }
    }

    /// <summary>Rounds of a cell at a part.</summary>
    public StateRef this[string part, Cell cell] => rounds[(part, cell)];

    /// <summary>The cohorts of a place, for each of its rules that takes the newest first; most places have none.</summary>
    public IReadOnlyList<Cohorts> Cohorts(string part) => cohorts[part];

    public void Add(string part, Cell cell, Term rounds)
    {
        this[part, cell].Now += rounds;
        foreach (var one in cohorts[part]) one.Add(cell, rounds);
    }

    public void Remove(string part, Cell cell, Term rounds) => this[part, cell].Now -= rounds;

    /// <summary>Rounds of a calibre at a part, all origins, at this point of the step.</summary>
    public Term Pool(string part, Calibre calibre) => Pool(part, side.Topology.Cells(part, calibre));

    /// <summary>Rounds of some cells at a part, at this point of the step.</summary>
    public Term Pool(string part, IEnumerable<Cell> cells) => side.Sum(cells.Select(cell => this[part, cell].Now));

    /// <summary>Rounds of a calibre that a route has on order or a consumer is owed; null where nothing is carried over.</summary>
    public StateRef? Owed(string part, Calibre calibre) => owed.GetValueOrDefault((part, calibre));

    /// <summary>A level of a part other than the rounds of a cell; it opens when it is first asked for.</summary>
    public StateRef Level(string name, Part part, Func<Term> opening)
    {
        if (levels.TryGetValue((part.Name, name), out var level)) return level;
        return levels[(part.Name, name)] = side.Builder.NewState(side.Label(name, part.Name), opening());
    }

    /// <summary>A level of a part that opens empty.</summary>
    public StateRef Level(string name, Part part) => Level(name, part, () => side.Zero);

    /// <summary>The rounds of a cell under way on a route without stages.</summary>
    public DelayRef Delay(Route route, Cell cell) => delays.TryGetValue((route.Name, cell), out var delay)
        ? delay
        : delays[(route.Name, cell)] = TransitEquations.NewDelay(route, cell, side);

    /// <summary>A further delay of a route and cell; made when first asked for.</summary>
    /// <param name="route">The route.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="name">The rounds that go that way.</param>
    /// <param name="longer">Time it takes beyond the lead time of the route, if any.</param>
    /// <param name="address">The address of its draw.</param>
    public DelayRef FurtherDelay(Route route, Cell cell, string name, Days? longer = null, string address = "")
    {
        if (furtherDelays.TryGetValue((route.Name, cell, name), out var delay)) return delay;
        return furtherDelays[(route.Name, cell, name)] = TransitEquations.NewFurtherDelay(route, cell, name, longer, address, side);
    }

    private void Open(Part part, Cell cell)
    {
        var (kind, opening) = part switch
        {
            Stockpile stockpile => ("stock", Opening(part, stockpile.Opening, cell)),
            Reserve reserve => ("reserve", Opening(part, reserve.Opening, cell)),
            Supplier => ("exportable", side.Number(part, $"exportable/{cell.Calibre}")),
            Route route => ("transit", OpeningEquations.UnderWay(route, cell, side)),
            _ => throw new NotSupportedException($"{part.GetType().Name} holds no rounds."),
        };
        rounds[(part.Name, cell)] = side.Builder.NewState(side.Label(kind, part.Name, cell), side.Rounding.Nearest(opening));
        if (part is Route { Transit: FixedTransit, IsInstant: false } conveyor) Delay(conveyor, cell);
    }

    private Term Opening(Part part, Items<Lot> lots, Cell cell) => lots.Any(lot => lot.Calibre == cell.Calibre && lot.Origin == cell.Origin)
        ? side.Number(part, $"opening/{cell.Calibre}/{cell.Origin}")
        : side.Zero;

    private void Owe(Part part, Calibre calibre)
    {
        var (kind, key, outstanding) = part switch
        {
            Route route => ("on order", "onOrder", route.OnOrder),
            Consumer consumer => ("backlog", "backordered", consumer.Backordered),
            _ => throw new NotSupportedException($"{part.GetType().Name} is owed no rounds."),
        };
        var opening = outstanding.Any(one => one.Calibre == calibre) ? side.Number(part, $"{key}/{calibre}") : side.Zero;
        owed[(part.Name, calibre)] = side.Builder.NewState(side.Label(kind, part.Name, calibre), side.Rounding.Nearest(opening));
    }
}
