using Supply.Files;
using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// One network while it is compiled: which cells can hold rounds where, their states, and the changes that act on its parts.
/// Equations read and set the states; they know names only through this.
/// </summary>
internal sealed class Side
{
    private readonly Dictionary<(string Part, Cell Cell), StateRef> states = [];
    private readonly Dictionary<string, List<Cell>> cells = [];
    private readonly Dictionary<(string Consumer, Calibre Calibre), Term> required = [];
    private readonly Dictionary<(string Consumer, Calibre Calibre), Term> own = [];
    private readonly Dictionary<(string Route, Cell Cell), DelayRef> delays = [];
    private readonly Dictionary<(string Part, string What), StateRef> levels = [];
    private readonly Dictionary<(string Route, Cell Cell, string What), DelayRef> besides = [];
    private readonly Dictionary<(string Part, Calibre Calibre), StateRef> owed = [];
    private readonly Dictionary<string, NumbersByKey> numbersOfParts = [];
    private NumbersByKey? ownNumbers;

    public Side(
        Network network, bool only, ProgramBuilder builder, NumberTerms numbers, Ledger ledger, Horizon horizon, Rounding rounding,
        IReadOnlyList<PlacedChange> changes)
    {
        (Network, Builder, Numbers, Ledger, Horizon, Rounding) = (network, builder, numbers, ledger, horizon, rounding);
        Prefix = only ? "" : network.Name + "/";
        Changes = [.. changes.Where(change => change.Side == network.Name)];
        FindCells();
    }

    public Network Network { get; }

    public ProgramBuilder Builder { get; }

    public NumberTerms Numbers { get; }

    public Ledger Ledger { get; }

    public Horizon Horizon { get; }

    public Rounding Rounding { get; }

    public double StepDays => Horizon.StepDays;

    public Term Zero => Builder.Zero;

    public Term One => Builder.One;

    public Term Sum(IEnumerable<Term> terms) => Builder.Sum(terms);

    /// <summary>A value for each step, the same in every replication.</summary>
    public Term Table(Func<int, double> ofStep) => Builder.Table([.. Enumerable.Range(0, Builder.Steps).Select(ofStep)]);

    public IReadOnlyList<PlacedChange> Changes { get; }

    /// <summary>Recent fire of the consumers of all sides.</summary>
    public required OpponentFire Opponents { get; init; }

    /// <summary>Prefix of the names of its parts in labels: its name, if it is not alone.</summary>
    public string Prefix { get; }

    public IEnumerable<T> Parts<T>() where T : Part => Network.Parts.OfType<T>();

    public T Part<T>(string name) where T : Part => Parts<T>().First(part => part.Name == name);

    public bool Has<T>(string name) where T : Part => Parts<T>().Any(part => part.Name == name);

    /// <summary>The address of the draws of a part's number.</summary>
    public string Address(Part part, string property) => $"{Network.Key}/{part.Key}/{property}";

    /// <summary>The value of a number of a part, by the key that its shape gives it, for example <c>account/price</c>.</summary>
    public Term Number(Part part, string key) => OfPart(part).Number(key, Numbers);

    /// <summary>A rate of a part in this step, by the key that its shape gives it.</summary>
    public Term PerStep(Part part, string key) => OfPart(part).PerStep(key, Numbers);

    /// <summary>The value of a number of a change.</summary>
    public Term Number(PlacedChange change, string key) => change.Numbers.Number(key, Numbers);

    /// <summary>A rate of a change in this step.</summary>
    public Term PerStep(PlacedChange change, string key) => change.Numbers.PerStep(key, Numbers);

    /// <summary>The value of a number of the network itself.</summary>
    public Term NumberOfNetwork(string key) => OfNetwork().Number(key, Numbers);

    /// <summary>All numbers by kind of noun and key, and whether an equation has asked for each.</summary>
    public IEnumerable<(string Noun, string Key, bool Asked)> NumberUses() =>
        Network.Parts.Select(part => (Noun: Files.PartShapes.WordsOf(part), Numbers: OfPart(part)))
            .Concat(Changes.Select(change => (Noun: ChangeWords.KindOf(change.Change), change.Numbers)))
            .Append((Noun: "network", Numbers: OfNetwork()))
            .SelectMany(noun => noun.Numbers.Uses, (noun, use) => (noun.Noun, use.Key, use.Asked));

    private NumbersByKey OfNetwork() => ownNumbers ??= new(Network.Key, NumberFinder.Own(Network));

    private NumbersByKey OfPart(Part part) => numbersOfParts.TryGetValue(part.Name, out var known)
        ? known
        : numbersOfParts[part.Name] = new($"{Network.Key}/{part.Key}", NumberFinder.Of(part, Network));

    /// <summary>Name in the listing of a term of a part.</summary>
    public string Label(string what, string part, object? detail = null) =>
        detail is null ? $"{what}[{Prefix}{part}]" : $"{what}[{Prefix}{part}, {detail}]";

    /// <summary>The cells that can hold rounds at a stockpile, reserve, or on a route, in a stable order.</summary>
    public IReadOnlyList<Cell> Cells(string part) => cells[part];

    public IEnumerable<Cell> Cells(string part, Calibre calibre) => cells[part].Where(cell => cell.Calibre == calibre);

    public IEnumerable<Calibre> Calibres(string part) => cells[part].Select(cell => cell.Calibre).Distinct();

    public StateRef State(string part, Cell cell) => states[(part, cell)];

    /// <summary>
    /// A level of a part other than the rounds of a cell; made when first asked for, and then it opens with <paramref name="opening"/>.
    /// </summary>
    public StateRef Level(string what, Part part, Func<Term> opening)
    {
        if (levels.TryGetValue((part.Name, what), out var level)) return level;
        return levels[(part.Name, what)] = Builder.NewState(Label(what, part.Name), opening());
    }

    /// <summary>Rounds off what is too small to count and books the level at the end of the step.</summary>
    public void Close(Quantity quantity, Part part, StateRef level, Calibre? calibre = null, Origin? origin = null)
    {
        level.Now = FlushTiny(level.Now);
        Ledger.Book(quantity, this, part.Name, calibre, origin, level.Now);
    }

    /// <summary>Whole steps of a time, halves up, at least one and at most all.</summary>
    /// <param name="days">The time, known at set-up.</param>
    public Term Lag(Term days) => Min(Horizon.Steps, Max(1, Floor(days / StepDays + 0.5)));

    /// <summary>The longest lag of a time of at most this many days.</summary>
    public int LongestLag(double days) => (int)Math.Clamp(Math.Floor(days / StepDays + 0.5), 1, Horizon.Steps);

    /// <summary>Rounds of a calibre at a part, all origins, at this point of the step.</summary>
    public Term Pool(string part, Calibre calibre) =>
        Sum(Cells(part, calibre).Select(cell => State(part, cell).Now));

    public void Increase(string part, Cell cell, Term rounds) => State(part, cell).Now += rounds;

    public void Decrease(string part, Cell cell, Term rounds) => State(part, cell).Now -= rounds;

    public DelayRef Delay(string route, Cell cell) => delays.TryGetValue((route, cell), out var delay)
        ? delay
        : delays[(route, cell)] = TransitEquations.NewDelay(Part<Route>(route), cell, this);

    /// <summary>A further delay of a route and cell; made when first asked for.</summary>
    /// <param name="route">The route.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="what">The rounds that go that way.</param>
    /// <param name="further">Time it takes beyond the lead time of the route, if any.</param>
    /// <param name="address">The address of its draw.</param>
    public DelayRef Delay(Route route, Cell cell, string what, Days? further = null, string address = "")
    {
        if (besides.TryGetValue((route.Name, cell, what), out var delay)) return delay;
        var usual = Delay(route.Name, cell);
        var (lag, longest) = (usual.Lag, usual.MaxLag);
        if (further is not null)
        {
            lag = Lag(LeadTime(route) + Numbers.Of(further.Value, address));
            longest = LongestLag(Bounds.Of(route.LeadTime.Value).High + Bounds.Of(further.Value).High);
        }

        var name = Label($"delay of {what}", route.Name, cell);
        return besides[(route.Name, cell, what)] = Builder.NewDelay(name, lag, longest, usual.PerShipment);
    }

    /// <summary>Rounds of a calibre that a route has on order or a consumer is owed; null where nothing is carried over.</summary>
    public StateRef? Owed(string part, Calibre calibre) => owed.GetValueOrDefault((part, calibre));

    public IEnumerable<Calibre> OwedCalibres(string part) => owed.Keys.Where(key => key.Part == part).Select(key => key.Calibre);

    /// <summary>Rounds of a calibre that a consumer requires in this step or is owed.</summary>
    public Term Wanted(Consumer consumer, Calibre calibre) => Owed(consumer.Name, calibre) is { } backlog
        ? Required(consumer, calibre) + backlog.Now
        : Required(consumer, calibre);

    /// <summary>Rounds of a calibre required in this step by the consumers at a stockpile and further down its routes.</summary>
    public Term RequiredDownstream(string stockpile, Calibre calibre) =>
        Sum(ConsumersDownstream(stockpile).Select(consumer => Required(consumer, calibre)));

    /// <summary>Rounds of a calibre that a consumer requires in this step.</summary>
    public Term Required(Consumer consumer, Calibre calibre)
    {
        if (required.TryGetValue((consumer.Name, calibre), out var term)) return term;
        if (!consumer.Demands.Any(demand => demand.Calibre == calibre)) return Zero;
        var mixed = Rounding.Run(ResponseEquations.Mix(consumer, calibre, this), Label("required", consumer.Name, calibre));
        return required[(consumer.Name, calibre)] = mixed.Named("required", consumer, calibre);
    }

    /// <summary>Rounds of a calibre that a consumer would require in this step if there were no opponent.</summary>
    public Term OwnRequirement(Consumer consumer, Calibre calibre) => own.TryGetValue((consumer.Name, calibre), out var term)
        ? term
        : own[(consumer.Name, calibre)] = DemandEquations.Own(consumer, consumer.Demands.First(demand => demand.Calibre == calibre), this);

    /// <summary>Rounds in each step that a line, works or route may pass, with its dated changes.</summary>
    public Term Capacity(Part part) => (PerStep(part, "capacity") * Dated.CapacityFactor(this, part.Name)).Named("capacity", part);

    public IEnumerable<Consumer> ConsumersDownstream(string stockpile) => Parts<Consumer>()
        .Where(consumer => Downstream(stockpile).Contains(consumer.At));

    private HashSet<string> Downstream(string stockpile)
    {
        var found = new HashSet<string> { stockpile };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var place))
        {
            foreach (var route in Parts<Route>().Where(route => route.From == place && found.Add(route.To))) open.Enqueue(route.To);
        }

        return found;
    }

    private void FindCells()
    {
        var reached = CellFlow.Of(Network, Carries);
        foreach (var part in Network.Parts)
        {
            var found = reached[part.Name].OrderBy(cell => cell.Calibre.Name, StringComparer.Ordinal);
            cells[part.Name] = [.. found.ThenBy(cell => cell.Origin.Name, StringComparer.Ordinal)];
            Open(part);
        }

        foreach (var part in Network.Parts) Owe(part);
    }

    /// <summary>A route from a stockpile carries what is fired further down, unless its rule says what it carries.</summary>
    private bool Carries(Route route, Calibre calibre) => route.Replenishment switch
    {
        PushReplenishment => true,
        CalibreReplenishment each => each.For(calibre) is not null,
        null or CoverReplenishment or OrderingReplenishment =>
            ConsumersDownstream(route.To).Any(consumer => consumer.Demands.Any(demand => demand.Calibre == calibre)),
        _ => throw new NotSupportedException($"{route.Replenishment.GetType().Name} does not say what a route carries."),
    };

    private void Owe(Part part)
    {
        IEnumerable<Calibre> calibres = part switch
        {
            Route route => Calibres(route.Name).Where(calibre => route.RuleFor(calibre) is OrderingReplenishment),
            Consumer consumer => consumer.Unmet == Unmet.Backordered ? consumer.Demands.Select(demand => demand.Calibre) : [],
            Stockpile or Reserve or ProductionLine or RefurbishmentWorks or Supplier or InputStock or InputSource or GunPark => [],
            _ => throw new NotSupportedException($"{part.GetType().Name} has no equations."),
        };
        var kind = part is Route ? "on order" : "backlog";
        foreach (var calibre in calibres) owed[(part.Name, calibre)] = Builder.NewState(Label(kind, part.Name, calibre), Zero);
    }

    private void Open(Part part)
    {
        foreach (var cell in cells[part.Name])
        {
            var (kind, opening) = part switch
            {
                Stockpile stockpile => ("stock", Opening(part, stockpile.Opening, cell)),
                Reserve reserve => ("reserve", Opening(part, reserve.Opening, cell)),
                Supplier => ("exportable", Number(part, $"exportable/{cell.Calibre}")),
                Route => ("transit", Zero),
                _ => throw new NotSupportedException($"{part.GetType().Name} holds no rounds."),
            };
            states[(part.Name, cell)] = Builder.NewState(Label(kind, part.Name, cell), Rounding.Nearest(opening));
            if (part is Route { Transit: FixedTransit } route) delays[(part.Name, cell)] = NewDelay(route, cell);
        }
    }

    private Term Opening(Part part, Items<Lot> lots, Cell cell) => lots.Any(lot => lot.Calibre == cell.Calibre && lot.Origin == cell.Origin)
        ? Number(part, $"opening/{cell.Calibre}/{cell.Origin}")
        : Zero;

    /// <summary>Days from dispatch to receipt, as drawn.</summary>
    public Term LeadTime(Route route) => Number(route, "leadTime");

    private DelayRef NewDelay(Route route, Cell cell)
    {
        var lag = Lag(LeadTime(route));
        lag.Label ??= Label("lag", route.Name);
        return Builder.NewDelay(Label("delay", route.Name, cell), lag, LongestLag(Bounds.Of(route.LeadTime.Value).High));
    }
}
