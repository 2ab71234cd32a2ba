namespace Supply;

/// <summary>
/// A value that a study reports: a quantity, narrowed to a place, calibre, origin or side; those that are null are summed over.
/// Metrics are declared before the run, see <see cref="Metrics"/>.
/// </summary>
/// <param name="Quantity">The quantity counted.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Metric(Quantity Quantity) : IShown
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
    /// The weights of rounds of some origins in an effective fire ratio, where those of all others count 1; they replace the effects
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
    /// <param name="effects">The weights of rounds of some origins, all others 1; none: the effects that the networks give.</param>
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

    /// <summary>Name of the quantity in tables and files, for example <c>fired per day</c>.</summary>
    public string QuantityName => Quantities.Find(Quantity) is not { } row ? Quantity.ToString()
        : row.Kind != QuantityKind.Flow ? row.Words
        : row.Words + (Aggregate == Aggregate.PerDay ? " per day" : " in total");

    /// <summary>Whether the values are sums over time, amounts at a time, relations or dates.</summary>
    public QuantityKind Kind => Row.Kind;

    /// <summary>The measure of the values.</summary>
    public Measure Measure => IsFlow && Aggregate == Aggregate.PerDay ? Row.Measure.PerDay : Row.Measure;

    /// <summary>The unit of the values, as tables and files write it, for example <c>rounds/day</c>.</summary>
    public string Unit => Measure.Text;

    /// <summary>The label of an axis for the values, for example <c>Rounds per day</c>.</summary>
    public string AxisLabel => ComparesSides ? $"Rounds of {Side} for each of {Opponent}" : Row.AxisLabel ?? Measure.AxisLabel;

    /// <summary>True for sums over time.</summary>
    internal bool IsFlow => Kind == QuantityKind.Flow;

    /// <summary>True for values read at the end of a step: stocks, and what a supplier was willing to send in it.</summary>
    internal bool IsLevel => Kind is QuantityKind.Level or QuantityKind.Momentary;

    /// <summary>True for the fire of one side over that of another.</summary>
    internal bool ComparesSides => Row.Narrowing == Narrowing.Sides;

    /// <summary>Its row in the table of quantities.</summary>
    internal QuantityRow Row => Quantities.Of(Quantity);

    /// <summary>The words for what a fire ratio compares with and how it counts rounds.</summary>
    internal IEnumerable<string> Comparison =>
        [.. Opponent is null ? [] : new[] { Against + Opponent }, .. Effects.Select(effect => effect.ToString())];

    /// <summary>The word before the opponent in a name.</summary>
    internal const string Against = "against ";

    /// <summary>The name in which each word says what it is, for example <c>fired per day, of 152 mm, from DPRK</c>.</summary>
    internal string Explicit => string.Join(", ", new[]
    {
        QuantityName,
        Side is null ? null : $"on {Side}",
        Place is null ? null : $"at {Place}",
        Calibre is null ? null : $"of {Calibre}",
        Origin is null ? null : $"from {Origin}",
    }.Concat(Comparison).Where(word => word is not null));

    /// <summary>The quantity and what narrows it, for example <c>fired per day, 152 mm, DPRK</c>.</summary>
    public override string ToString() => string.Join(", ",
        new[] { QuantityName, Side, Place, Calibre?.Name, Origin?.Name }.Concat(Comparison).Where(word => word is not null));

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(Words);

    string IShown.ToPlainText() => Words;

    private string Words => $"{this} ({Unit})";
}
