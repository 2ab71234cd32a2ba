namespace Supply;

/// <summary>What a metric counts or relates.</summary>
public enum Quantity
{
    /// <summary>Gross output of production lines, before rejects. Rounds. Place: the line.</summary>
    Produced,

    /// <summary>Serviceable output of refurbishment works. Rounds. Place: the works.</summary>
    Refurbished,

    /// <summary>What foreign suppliers were ordered to dispatch. Rounds. Place: the supplier.</summary>
    Ordered,

    /// <summary>What foreign suppliers dispatched. Rounds. Place: the supplier.</summary>
    Imported,

    /// <summary>What foreign suppliers made for themselves into their exportable stock. Rounds. Place: the supplier.</summary>
    SupplierProduction,

    /// <summary>Orders not dispatched because the supplier's stock was too small. Rounds. Place: the supplier.</summary>
    HeldByStock,

    /// <summary>Orders not dispatched because of the export limit. Rounds. Place: the supplier.</summary>
    HeldByExportLimit,

    /// <summary>Orders not dispatched because of the route's capacity or interdiction. Rounds. Place: the supplier.</summary>
    HeldByRoute,

    /// <summary>Orders not dispatched because the supplier, not paid enough, was not willing. Rounds. Place: the supplier.</summary>
    HeldByWillingness,

    /// <summary>Orders not released because ports were full for want of sailings. Rounds. Place: the supplier.</summary>
    HeldBySailings,

    /// <summary>Ships that sailed with rounds. Voyages. Place: the route.</summary>
    Voyages,

    /// <summary>What suppliers with an account were paid. Money. Place: the supplier.</summary>
    Paid,

    /// <summary>Price of what suppliers with an account dispatched. Money. Place: the supplier.</summary>
    Debited,

    /// <summary>What stockpile routes dispatched. Rounds. Place: the route.</summary>
    Dispatched,

    /// <summary>What routes delivered, in whatever condition. Rounds. Place: the route.</summary>
    Received,

    /// <summary>What consumers required. Rounds. Place: the consumer. Has no origin.</summary>
    Required,

    /// <summary>Expenditure: what consumers fired. Rounds. Place: the consumer.</summary>
    Fired,

    /// <summary>Required minus fired. Rounds. Place: the consumer. Has no origin.</summary>
    Shortfall,

    /// <summary>Fired times the effect of a round of its origin. Rounds. Place: the consumer.</summary>
    EffectiveFired,

    /// <summary>Part of the shortfall for want of rounds. Rounds. Place: the consumer. Has no origin.</summary>
    ShortOfRounds,

    /// <summary>Part of the shortfall for want of guns, were each to have a barrel. Rounds. Place: the consumer. Has no origin.</summary>
    ShortOfGuns,

    /// <summary>Part of the shortfall because guns have no barrel. Rounds. Place: the consumer. Has no origin.</summary>
    ShortOfBarrels,

    /// <summary>New barrels. Place: the gun park.</summary>
    BarrelsMade,

    /// <summary>Barrels taken from cannibalised guns. Place: the gun park.</summary>
    BarrelsRecovered,

    /// <summary>Barrels worn out by firing. Place: the gun park.</summary>
    BarrelsWorn,

    /// <summary>Barrels lost with their guns. Place: the gun park.</summary>
    BarrelsLost,

    /// <summary>Guns lost. Place: the gun park.</summary>
    GunsLost,

    /// <summary>Guns of the reserve cannibalised for barrels. Place: the gun park.</summary>
    GunsCannibalised,

    /// <summary>Guns of the reserve that returned to service. Place: the gun park.</summary>
    GunsReturned,

    /// <summary>Rounds a line did not make for want of its scarcest input. Rounds. Place: the input stock.</summary>
    HeldByInput,

    /// <summary>What sources of inputs dispatched, directly and by evasion. Units of the input. Place: the source.</summary>
    InputSupplied,

    /// <summary>What sanctions stopped. Units of the input. Place: the source.</summary>
    InputBlocked,

    /// <summary>What lines used of an input. Units of the input. Place: the input stock.</summary>
    InputUsed,

    /// <summary>Inputs lost or diverted on the way. Units of the input. Place: the source.</summary>
    InputLost,

    /// <summary>Price of what sources of inputs dispatched. Money of the scenario. Place: the source.</summary>
    InputCost,

    /// <summary>Destroyed or diverted on routes and by strikes. Rounds. Place: the route or stockpile.</summary>
    Lost,

    /// <summary>Failed yield, and useless on arrival. Rounds. Place: the line, works or route.</summary>
    Rejected,

    /// <summary>What routes ordered by their replenishment. Rounds. Place: the route. Has no origin.</summary>
    OrdersPlaced,

    /// <summary>How many orders routes placed, one for each calibre. Orders. Place: the route. Has no origin.</summary>
    OrderCount,

    /// <summary>Cost of rounds on hand and under way. Money. Place: the stockpile or route. Has no origin.</summary>
    HoldingCost,

    /// <summary>Cost of orders and of rounds made, bought or carried. Money. Place: the route, line or supplier. Has no origin.</summary>
    OrderingCost,

    /// <summary>Cost of rounds that were wanted and not there. Money. Place: the route or consumer. Has no origin.</summary>
    ShortageCost,

    /// <summary>Holding, ordering and shortage cost together. Money. Place: any of theirs. Has no origin.</summary>
    Cost,

    /// <summary>Serviceable rounds in stockpiles at the end of a step. Place: the stockpile.</summary>
    OnHand,

    /// <summary>Unserviceable rounds in reserves at the end of a step. Place: the reserve.</summary>
    Reserve,

    /// <summary>Rounds that a supplier has released and that wait for a ship at the end of a step. Place: the route.</summary>
    AtPort,

    /// <summary>What suppliers have been paid in advance at the end of a step. Money. Place: the supplier.</summary>
    AccountCredit,

    /// <summary>What suppliers are owed at the end of a step. Money. Place: the supplier.</summary>
    AccountDebt,

    /// <summary>The share of what it could send that a supplier was willing to, in a step. Place: the supplier, needed where there are several.</summary>
    Willingness,

    /// <summary>Rounds under way at the end of a step. Place: the route.</summary>
    InTransit,

    /// <summary>Guns in service at the end of a step. Place: the gun park.</summary>
    GunsInService,

    /// <summary>Guns in service that have a barrel at the end of a step. Place: the gun park.</summary>
    GunsWithBarrel,

    /// <summary>Guns in reserve at the end of a step. Place: the gun park.</summary>
    GunsInReserve,

    /// <summary>Barrels in stock at the end of a step. Place: the gun park.</summary>
    SpareBarrels,

    /// <summary>What an input stock holds at the end of a step. Units of the input. Place: the input stock.</summary>
    InputOnHand,

    /// <summary>Inputs under way at the end of a step. Units of the input. Place: the source.</summary>
    InputUnderWay,

    /// <summary>Exportable stock of foreign suppliers at the end of a step. Rounds. Place: the supplier.</summary>
    Exportable,

    /// <summary>Rounds ordered by routes and not dispatched yet, at the end of a step. Place: the route. Has no origin.</summary>
    OnOrder,

    /// <summary>Rounds that consumers are owed at the end of a step. Place: the consumer. Has no origin.</summary>
    Backordered,

    /// <summary>Fired over required, sums over the window. Fraction.</summary>
    FillRate,

    /// <summary>On hand at the end of the window over the mean required rate of the trailing fill days. Days.</summary>
    DaysOfSupply,

    /// <summary>Rounds fired of one origin over all fired: sums over the window; as a series over the trailing share days. Fraction.</summary>
    Share,

    /// <summary>First day of the window on which the trailing fill rate is below the exhaustion threshold. Days from the start of the horizon.</summary>
    Exhaustion,

    /// <summary>Rounds fired by one side for each round of another, all calibres counted alike: sums over the window; as a series over the trailing ratio days. Ratio.</summary>
    FireRatio,

    /// <summary>The fire ratio with each round counted by the effect of its origin: that of its network, or that of the metric. Ratio.</summary>
    EffectiveFireRatio,
}

/// <summary>How a flow is shown.</summary>
public enum Aggregate
{
    /// <summary>The mean per day of the window, or of the days since the last recorded step.</summary>
    PerDay,

    /// <summary>The sum over the window, or since the last recorded step.</summary>
    Total,
}

/// <summary>
/// What a study reports: a quantity, narrowed to a place, calibre, origin or side; what is null is summed over.
/// Metrics are declared before the run, see <see cref="Metrics"/>.
/// </summary>
/// <param name="Quantity">What is counted.</param>
public sealed record Metric(Quantity Quantity)
{
    /// <summary>For flows, per day (the default) or in total. Stocks and ratios ignore it.</summary>
    public Aggregate Aggregate { get; init; }

    /// <summary>The part where it is booked; null: all.</summary>
    public string? Place { get; init; }

    /// <summary>The calibre; null: all artillery, a sum of counts.</summary>
    public Calibre? Calibre { get; init; }

    /// <summary>The origin; null: all.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The network; null: all.</summary>
    public string? Side { get; init; }

    /// <summary>The network with which a fire ratio compares; null for all other quantities.</summary>
    public string? Opponent { get; init; }

    /// <summary>
    /// What rounds of some origins count in an effective fire ratio, those of all others 1; it takes the place of the effects
    /// that the networks give. Default none: those of the networks.
    /// </summary>
    public Items<RoundEffect> Effects { get; init; } = Items<RoundEffect>.Empty;

    /// <summary>Rounds fired per day.</summary>
    public static Metric FiredPerDay { get; } = new(Quantity.Fired);

    /// <summary>Rounds required per day.</summary>
    public static Metric RequiredPerDay { get; } = new(Quantity.Required);

    /// <summary>Gross production per day.</summary>
    public static Metric ProducedPerDay { get; } = new(Quantity.Produced);

    /// <summary>Serviceable refurbished rounds per day.</summary>
    public static Metric RefurbishedPerDay { get; } = new(Quantity.Refurbished);

    /// <summary>Rounds dispatched by foreign suppliers per day.</summary>
    public static Metric ImportedPerDay { get; } = new(Quantity.Imported);

    /// <summary>Rounds lost per day.</summary>
    public static Metric LostPerDay { get; } = new(Quantity.Lost);

    /// <summary>Serviceable rounds in all stockpiles.</summary>
    public static Metric OnHand { get; } = new(Quantity.OnHand);

    /// <summary>Unserviceable rounds in all reserves.</summary>
    public static Metric Reserve { get; } = new(Quantity.Reserve);

    /// <summary>Rounds under way.</summary>
    public static Metric InTransit { get; } = new(Quantity.InTransit);

    /// <summary>Exportable stock of foreign suppliers.</summary>
    public static Metric Exportable { get; } = new(Quantity.Exportable);

    /// <summary>Ships that sailed, in total.</summary>
    public static Metric Voyages { get; } = new Metric(Quantity.Voyages).Total();

    /// <summary>Rounds that wait for a ship.</summary>
    public static Metric AtPort { get; } = new(Quantity.AtPort);

    /// <summary>Rounds ordered by routes and not dispatched yet.</summary>
    public static Metric OnOrder { get; } = new(Quantity.OnOrder);

    /// <summary>Rounds that consumers are owed.</summary>
    public static Metric Backordered { get; } = new(Quantity.Backordered);

    /// <summary>Cost of rounds on hand and under way.</summary>
    public static Metric HoldingCost { get; } = new Metric(Quantity.HoldingCost).Total();

    /// <summary>Cost of orders and of rounds made, bought or carried.</summary>
    public static Metric OrderingCost { get; } = new Metric(Quantity.OrderingCost).Total();

    /// <summary>Cost of rounds that were wanted and not there.</summary>
    public static Metric ShortageCost { get; } = new Metric(Quantity.ShortageCost).Total();

    /// <summary>Holding, ordering and shortage cost together.</summary>
    public static Metric Cost { get; } = new Metric(Quantity.Cost).Total();

    /// <summary>Fired over required.</summary>
    public static Metric FillRate { get; } = new(Quantity.FillRate);

    /// <summary>On hand over the required rate.</summary>
    public static Metric DaysOfSupply { get; } = new(Quantity.DaysOfSupply);

    /// <summary>The first day on which the trailing fill rate is below the threshold.</summary>
    public static Metric Exhaustion { get; } = new(Quantity.Exhaustion);

    /// <summary>The realised share of an origin among the rounds fired.</summary>
    public static Metric Share(Origin origin) => new(Quantity.Share) { Origin = origin };

    /// <summary>Rounds fired by one side for each round of the other, of whatever calibre.</summary>
    /// <param name="side">The network whose rounds are counted.</param>
    /// <param name="opponent">The network whose rounds they are divided by.</param>
    public static Metric FireRatio(string side, string opponent) => new(Quantity.FireRatio) { Side = side, Opponent = opponent };

    /// <summary>The fire ratio with rounds counted by the effect of their origin, on both sides.</summary>
    /// <param name="side">The network whose rounds are counted.</param>
    /// <param name="opponent">The network whose rounds they are divided by.</param>
    /// <param name="effects">What rounds of some origins count, all others 1; none: the effects that the networks give.</param>
    public static Metric EffectiveFireRatio(string side, string opponent, params RoundEffect[] effects) =>
        new(Quantity.EffectiveFireRatio) { Side = side, Opponent = opponent, Effects = Items.Of<RoundEffect>(effects) };

    /// <summary>This metric for one calibre.</summary>
    public Metric Of(Calibre calibre) => this with { Calibre = calibre };

    /// <summary>This metric for one origin.</summary>
    public Metric From(Origin origin) => this with { Origin = origin };

    /// <summary>This metric at one part.</summary>
    public Metric At(string place) => this with { Place = place };

    /// <summary>This metric for one network.</summary>
    public Metric On(string side) => this with { Side = side };

    /// <summary>This metric as a sum over the window instead of a rate.</summary>
    public Metric Total() => this with { Aggregate = Aggregate.Total };

    /// <summary>What tables and files call the quantity, for example <c>fired per day</c>.</summary>
    public string QuantityName
    {
        get
        {
            var words = string.Concat(Quantity.ToString().Select((letter, i) =>
                char.IsUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
            return !IsFlow ? words : Aggregate == Aggregate.PerDay ? words + " per day" : words + " in total";
        }
    }

    /// <summary>What the values are measured in.</summary>
    public string Unit => Quantity switch
    {
        Quantity.FillRate or Quantity.Share => "fraction",
        Quantity.DaysOfSupply or Quantity.Exhaustion => "days",
        Quantity.Willingness => "share",
        Quantity.FireRatio or Quantity.EffectiveFireRatio => "ratio",
        _ => IsFlow && Aggregate == Aggregate.PerDay ? Counted + "/day" : Counted,
    };

    /// <summary>True for inputs, guns and barrels, voyages and accounts, which have no calibre and no origin.</summary>
    internal bool CountsThings => Counted is "units" or "barrels" or "guns" or "voyages"
        || Quantity is Quantity.InputCost or Quantity.Willingness or Quantity.Paid or Quantity.Debited or Quantity.AccountCredit or Quantity.AccountDebt;

    /// <summary>What is counted.</summary>
    private string Counted => Quantity switch
    {
        >= Quantity.InputSupplied and <= Quantity.InputLost or Quantity.InputOnHand or Quantity.InputUnderWay => "units",
        Quantity.OrderCount => "orders",
        Quantity.Voyages => "voyages",
        Quantity.Paid or Quantity.Debited or Quantity.AccountCredit or Quantity.AccountDebt => "money",
        Quantity.InputCost or >= Quantity.HoldingCost and <= Quantity.Cost => "money",
        >= Quantity.BarrelsMade and <= Quantity.BarrelsLost or Quantity.SpareBarrels => "barrels",
        >= Quantity.GunsLost and <= Quantity.GunsReturned or >= Quantity.GunsInService and <= Quantity.GunsInReserve => "guns",
        _ => "rounds",
    };

    /// <summary>True for sums over time, false for stocks and ratios.</summary>
    internal bool IsFlow => Quantity <= Quantity.Cost;

    /// <summary>True for amounts of money.</summary>
    internal bool IsCost => Quantity is >= Quantity.HoldingCost and <= Quantity.Cost;

    /// <summary>True for stocks.</summary>
    internal bool IsLevel => Quantity is >= Quantity.OnHand and <= Quantity.Backordered;

    /// <summary>True for the fire of one side over that of another.</summary>
    internal bool ComparesSides => Quantity is Quantity.FireRatio or Quantity.EffectiveFireRatio;

    /// <summary>The words for what a fire ratio compares with and how it counts rounds.</summary>
    internal IEnumerable<string> Comparison => [.. Opponent is null ? [] : new[] { Against + Opponent }, .. Effects.Select(effect => effect.ToString())];

    /// <summary>What stands before the opponent in a name.</summary>
    internal const string Against = "against ";

    /// <summary>The quantity and what narrows it, for example <c>fired per day, 152 mm, DPRK</c>.</summary>
    public override string ToString() => string.Join(", ",
        new[] { QuantityName, Side, Place, Calibre?.Name, Origin?.Name }.Concat(Comparison).Where(word => word is not null));
}

/// <summary>Days over which scalar metrics are taken, both ends included.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="From">The first day, or step.</param>
/// <param name="To">The last day, or step.</param>
public sealed record Window(string Name, Moment From, Moment To)
{
    /// <summary>A calendar year.</summary>
    public static Window Year(int year) =>
        new(year.ToString(System.Globalization.CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31));

    /// <summary>Windows of equal length, one after another, named after their dates; a rest that is shorter is left out.</summary>
    /// <param name="from">The first day of the first.</param>
    /// <param name="to">The last day that may be covered.</param>
    /// <param name="days">Days of each, at least 1.</param>
    public static Items<Window> Consecutive(DateOnly from, DateOnly to, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return Items.From(Enumerable.Range(0, Math.Max(0, (to.DayNumber - from.DayNumber + 1) / days)).Select(k => Between(from.AddDays(k * days), from.AddDays(((k + 1) * days) - 1))));
    }

    /// <summary>Two dates, named after them.</summary>
    public static Window Between(DateOnly from, DateOnly to) => new($"{(Moment)from} to {(Moment)to}", from, to);

    /// <summary>Name and limits.</summary>
    public override string ToString() => Name.Contains(From.ToString(), StringComparison.Ordinal) ? Name : $"{Name} ({From} to {To})";
}
