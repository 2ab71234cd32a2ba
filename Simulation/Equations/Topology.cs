namespace Supply.Equations;

/// <summary>Where in a network rounds can ever be, who fires them further down, and who can be owed some.</summary>
internal sealed class Topology
{
    private readonly Network network;
    private readonly Dictionary<string, Cell[]> cells;

    public Topology(Network network)
    {
        this.network = network;
        cells = CellFlow.Of(network, Carries).ToDictionary(reached => reached.Key, reached => InOrder(reached.Value));
    }

    /// <summary>The cells that can hold rounds at a stockpile, reserve or supplier, or on a route, in a stable order.</summary>
    public IReadOnlyList<Cell> Cells(string part) => cells[part];

    public IEnumerable<Cell> Cells(string part, Calibre calibre) => cells[part].Where(cell => cell.Calibre == calibre);

    public IEnumerable<Calibre> Calibres(string part) => cells[part].Select(cell => cell.Calibre).Distinct();

    /// <summary>The routes that lead to a place.</summary>
    public IEnumerable<Route> Inbound(string place) => Routes.Where(route => route.To == place);

    /// <summary>The consumers at a stockpile and at those that its routes lead to, directly or through others.</summary>
    public IEnumerable<Consumer> ConsumersDownstream(string stockpile)
    {
        var places = Downstream(stockpile);
        return network.Parts.OfType<Consumer>().Where(consumer => places.Contains(consumer.At));
    }

    /// <summary>
    /// The calibres of which a route keeps rounds on order, or a consumer a backlog; none where nothing is carried over to the next step.
    /// </summary>
    public IEnumerable<Calibre> OwedCalibres(Part part) => part switch
    {
        Route route => Calibres(route.Name).Where(calibre => route.RuleFor(calibre) is OrderingReplenishment),
        Consumer { Unmet: Unmet.Backordered } consumer => consumer.Demands.Select(demand => demand.Calibre),
        Consumer or Stockpile or Reserve or ProductionLine or RefurbishmentWorks or Supplier or InputStock or InputSource or GunPark => [],
        _ => throw new NotSupportedException($"{part.GetType().Name} has no equations."),
    };

    private IEnumerable<Route> Routes => network.Parts.OfType<Route>();

    private static Cell[] InOrder(IEnumerable<Cell> cells) =>
    [
        .. cells.OrderBy(cell => cell.Calibre.Name, StringComparer.Ordinal).ThenBy(cell => cell.Origin.Name, StringComparer.Ordinal),
    ];

    /// <summary>A route from a stockpile carries what is fired further down, unless its rule says what it carries.</summary>
    private bool Carries(Route route, Calibre calibre) => route.Replenishment switch
    {
        PushReplenishment => true,
        CalibreReplenishment each => each.For(calibre) is not null,
        null or CoverReplenishment or OrderingReplenishment =>
            ConsumersDownstream(route.To).Any(consumer => consumer.Demands.Any(demand => demand.Calibre == calibre)),
        _ => throw new NotSupportedException($"{route.Replenishment.GetType().Name} does not say what a route carries."),
    };

    private HashSet<string> Downstream(string stockpile)
    {
        var found = new HashSet<string> { stockpile };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var place))
        {
            foreach (var route in Routes.Where(route => route.From == place && found.Add(route.To))) open.Enqueue(route.To);
        }

        return found;
    }
}
