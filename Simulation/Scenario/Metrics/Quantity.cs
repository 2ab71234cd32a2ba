namespace Supply;

/// <summary>
/// Something that a metric counts or relates. The words, kind, unit and place of booking of each are in one table; the order of
/// the members means nothing.
/// </summary>
public enum Quantity
{
    /// <summary>Gross output of production lines, before rejects. Rounds. Place: the line.</summary>
    Produced,

    /// <summary>Serviceable output of refurbishment works. Rounds. Place: the works.</summary>
    Refurbished,

    /// <summary>Dispatches ordered from foreign suppliers. Rounds. Place: the supplier.</summary>
    Ordered,

    /// <summary>Dispatches of foreign suppliers. Rounds. Place: the supplier.</summary>
    Imported,

    /// <summary>Output of foreign suppliers into their own exportable stock. Rounds. Place: the supplier.</summary>
    SupplierProduction,

    /// <summary>Orders not dispatched because the supplier's stock was too small. Rounds. Place: the supplier.</summary>
    HeldByStock,

    /// <summary>Orders not dispatched because of the export limit. Rounds. Place: the supplier.</summary>
    HeldByExportLimit,

    /// <summary>Orders not dispatched because of the route's capacity or interdiction. Rounds. Place: the supplier.</summary>
    HeldByRoute,

    /// <summary>Orders not dispatched because the supplier, not paid enough, was not willing. Rounds. Place: the supplier.</summary>
    HeldByWillingness,

    /// <summary>Orders not released because ports were full and too few ships sailed. Rounds. Place: the supplier.</summary>
    HeldBySailings,

    /// <summary>Ships that sailed with rounds. Voyages. Place: the route.</summary>
    Voyages,

    /// <summary>Payments to suppliers with an account. Money. Place: the supplier.</summary>
    Paid,

    /// <summary>Price of what suppliers with an account dispatched. Money. Place: the supplier.</summary>
    Debited,

    /// <summary>Dispatches by routes from stockpiles. Rounds. Place: the route.</summary>
    Dispatched,

    /// <summary>Deliveries by routes, in whatever condition. Rounds. Place: the route.</summary>
    Received,

    /// <summary>
    /// Requirements of consumers; of one whose wish follows supply its ceilings. Rounds. Place: the consumer. Has no origin.
    /// </summary>
    Required,

    /// <summary>Expenditure: what consumers fired. Rounds. Place: the consumer.</summary>
    Fired,

    /// <summary>
    /// Required minus fired; where the wish follows supply, ceiling minus fired. Rounds. Place: the consumer. Has no origin.
    /// </summary>
    Shortfall,

    /// <summary>Fired times the effect of a round of its origin. Rounds. Place: the consumer.</summary>
    EffectiveFired,

    /// <summary>Part of the shortfall that more rounds would have avoided. Rounds. Place: the consumer. Has no origin.</summary>
    ShortOfRounds,

    /// <summary>
    /// Part of the shortfall that there were too few guns for, even if each had a barrel. Rounds. Place: the consumer. Has no origin.
    /// </summary>
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

    /// <summary>Rounds a line did not make because its scarcest input ran short. Rounds. Place: the input stock.</summary>
    HeldByInput,

    /// <summary>Dispatches of sources of inputs, direct and by evasion. Units of the input. Place: the source.</summary>
    InputSupplied,

    /// <summary>Inputs stopped by sanctions. Units of the input. Place: the source.</summary>
    InputBlocked,

    /// <summary>Use of an input by lines. Units of the input. Place: the input stock.</summary>
    InputUsed,

    /// <summary>Inputs lost or diverted on the way. Units of the input. Place: the source.</summary>
    InputLost,

    /// <summary>Price of what sources of inputs dispatched. Money of the scenario. Place: the source.</summary>
    InputCost,

    /// <summary>Destroyed or diverted on routes and by strikes. Rounds. Place: the route or stockpile.</summary>
    Lost,

    /// <summary>Failed yield, and useless on arrival. Rounds. Place: the line, works or route.</summary>
    Rejected,

    /// <summary>Orders of routes by their replenishment. Rounds. Place: the route. Has no origin.</summary>
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

    /// <summary>Advance payments held by suppliers at the end of a step. Money. Place: the supplier.</summary>
    AccountCredit,

    /// <summary>Debts to suppliers at the end of a step. Money. Place: the supplier.</summary>
    AccountDebt,

    /// <summary>
    /// The share of its possible shipments that a supplier was willing to send in a step. Place: the supplier, needed where there are
    /// several.
    /// </summary>
    Willingness,

    /// <summary>
    /// The factor by which a throttle cuts the capacity of a line or works, or the orders of a calibre placed with a supplier, in a step.
    /// Place: the line, works or supplier, needed where several have a throttle. Has no origin.
    /// </summary>
    ThrottleFactor,

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

    /// <summary>Contents of an input stock at the end of a step. Units of the input. Place: the input stock.</summary>
    InputOnHand,

    /// <summary>Inputs under way at the end of a step. Units of the input. Place: the source.</summary>
    InputUnderWay,

    /// <summary>Exportable stock of foreign suppliers at the end of a step. Rounds. Place: the supplier.</summary>
    Exportable,

    /// <summary>Rounds ordered by routes and not dispatched yet, at the end of a step. Place: the route. Has no origin.</summary>
    OnOrder,

    /// <summary>Rounds that consumers are owed at the end of a step. Place: the consumer. Has no origin.</summary>
    Backordered,

    /// <summary>Fired over required, sums over the window; where the wish follows supply, over the ceiling. Fraction.</summary>
    FillRate,

    /// <summary>
    /// On hand at the end of the window over the mean required rate of the trailing fill days; where the wish follows supply, over the mean
    /// rate of fire. Days.
    /// </summary>
    DaysOfSupply,

    /// <summary>
    /// Rounds fired of one origin over all fired: sums over the window; as a series over the trailing share days. Fraction.
    /// </summary>
    Share,

    /// <summary>
    /// First day of the window on which the trailing fill rate is below the exhaustion threshold; where the wish follows supply, on which
    /// fire is below that share of its mean over the benchmark days before. Days from the start of the horizon.
    /// </summary>
    Exhaustion,

    /// <summary>
    /// Rounds fired by one side for each round of another, all calibres counted alike: sums over the window; as a series over the
    /// trailing ratio days. Ratio.
    /// </summary>
    FireRatio,

    /// <summary>
    /// The fire ratio with each round counted by the effect of its origin: that of its network, or that of the metric. Ratio.
    /// </summary>
    EffectiveFireRatio,
}
