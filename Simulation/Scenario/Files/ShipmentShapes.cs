using static Supply.Files.NumberShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>How rounds travel, and the changes that act on them under way.</summary>
internal static class ShipmentShapes
{
    public const int MostStages = 100;

    public const int MostCallStages = 20;

    public const int MostCalls = 10;

    private static readonly NumberRule money = new("money");

    private static readonly Union<Transit> ways = new(
        "a transit with \"kind\": \"fixed\", \"erlang\" or \"perShipment\"",
        Tag: "kind",
        [
            new Kind<Transit, FixedTransit>("fixed", _ => new()),
            new Kind<Transit, ErlangTransit>("erlang", f =>
                new(f.Get("order".As("order of its Erlang transit"), WholeIn(new Limits(1, MostStages)), x => x.Order))),
            new Kind<Transit, PerShipmentTransit>("perShipment", f => new(
                f.Get("spread".As("spread of lead times"), FactorIn(NumberRule.Spread), x => x.Spread),
                f.Get("longest".As("longest lead time"), Duration, x => x.Longest))),
        ],
        (_, way) => way);

    private static readonly Union<Spacing> spacings = new(
        "a spacing with \"kind\": \"erlang\" or \"logNormal\"",
        Tag: "kind",
        [
            new Kind<Spacing, ErlangSpacing>("erlang", f =>
                new(f.Get("order".As("order of its Erlang spacing"), WholeIn(new Limits(1, MostCallStages)), x => x.Order))),
            new Kind<Spacing, LogNormalSpacing>("logNormal", f =>
                new(f.Get("spread".As("spread of intervals"), FactorIn(NumberRule.Spread), x => x.Spread))),
        ],
        (_, spacing) => spacing);

    private static readonly Union<Timetable> timetables = new(
        "a timetable with \"every\", \"on\" or \"renewal\"",
        Tag: null,
        [
            // Several ships may call in a step.
            new Kind<Timetable, EveryTimetable>("every", f =>
                new(f.Get("every".As("interval of calls", "interval"), AnyDurationToDivideBy, x => x.Interval))),
            new Kind<Timetable, OnTimetable>("on", f => new(f.List("on".As("call"), Beginning, x => x.Calls))),
            new Kind<Timetable, RenewalTimetable>("renewal", f => new(
                f.Get("renewal".As("mean interval of calls", "interval"), AnyDurationToDivideBy, x => x.Interval),
                f.Get("spacing".Inline(), (node, spacing) => node.Union(spacings, spacing), x => x.Spacing))
            {
                MostPerStep = f.Get("mostPerStep".As("most calls in a step"), WholeIn(new Limits(1, MostCalls)), x => x.MostPerStep,
                    absent: 1),
                Idle = f.Maybe("idle".As(""), Spells, x => x.Idle),
            }),
        ],
        (_, timetable) => timetable);

    private static readonly Form<UnderWay> underWay = Choice("what becomes of rounds under way",
        ("continues", UnderWay.Continues), ("waits", UnderWay.Waits), ("lost", UnderWay.Lost));

    private static readonly Each<Factor> monthsEach = new((_, i) => PropertyWords.Number(i + 1)) { Words = "{0} in month {1}" };

    private static readonly Each<Factor> factorsEach =
        new((_, i) => PropertyWords.Number(i + 1)) { Words = "factor {1} of calls", Key = (_, i) => PropertyWords.Number(i) };

    private static readonly Each<Payment> paymentsEach = new((payment, _) => payment.Good) { Words = "payment with {1}" };

    public static Kind<Change>[] Changes { get; } =
    [
        new Kind<Change, RouteClosure>("routeClosure", f =>
            new(f.Get("route", Reference.To<Route>(), x => x.Route), f.Get("from", Beginning, x => x.From))
        {
            UnderWay = f.Get("underWay", underWay, x => x.UnderWay, absent: UnderWay.Continues),
        }),
        new Kind<Change, LeadTimeChange>("leadTimeChange", f => new(
            f.Get("route", Reference.To<Route>(), x => x.Route),
            f.Get("from", Beginning, x => x.From),
            f.Get("factor", ChangeFactor, x => x.Factor))),
        new Kind<Change, SailingChange>("sailingChange", f => new(
            f.Get("route", Reference.To<Route>(), x => x.Route),
            f.Get("from", Beginning, x => x.From),
            f.Get("factor", ChangeFactor, x => x.Factor))),
        new Kind<Change, PaymentStop>("paymentStop", f =>
            new(f.Get("origin", SupplierOf, x => x.Origin), f.Get("from", Beginning, x => x.From))
        {
            Good = f.Maybe("good", Name, x => x.Good),
        }),
        new Kind<Change, NewDeal>("newDeal", f => new(f.Get("origin", SupplierOf, x => x.Origin), f.Get("from", Beginning, x => x.From))
        {
            Payments = f.Get("payments".As("factor of payments"), ChangeFactor, x => x.Payments, absent: 1),
            Price = f.Get("price".As("factor of the price"), ChangeFactor, x => x.Price, absent: 1),
        }) { Aim = "with" },
    ];

    public static Transit Way(Cursor at, Transit value) => at.Union(ways, value);

    public static Sailings Ships(Cursor at, Sailings value) => at.Object(
        "sailings with \"timetable\", \"containersPerVoyage\" and \"roundsPerContainer\"",
        f => new Sailings(
            f.Get("timetable".Inline(), (node, timetable) => node.Union(timetables, timetable), x => x.Timetable),
            Units.Of(f.Get("containersPerVoyage", In(new("containers/voyage")), x => x.ContainersPerVoyage.Value)),
            Rounds.Of(f.Get("roundsPerContainer", In(new("rounds/container")), x => x.RoundsPerContainer.Value)))
        {
            Months = f.ListOrEmpty("months".As("calls"), FactorIn(NumberRule.Factor with { Varies = false }), x => x.Months, monthsEach),
            Factors = f.ListOrEmpty("factors".As(""), FactorIn(NumberRule.Factor), x => x.Factors, factorsEach),
            Storage = f.Maybe("storage".As("storage at the port"), Amount, x => x.Storage),
        },
        value);

    private static IdleSpells Spells(Cursor at, IdleSpells value) => at.Object(
        "idle spells with \"probability\", \"median\" and \"spread\"",
        f => new IdleSpells(
            f.Get("probability".As("probability of an idle spell"), Share, x => x.Probability),
            f.Get("median".As("median length of idle spells"), Duration, x => x.Median),
            f.Get("spread".As("spread of idle spells"), FactorIn(NumberRule.Spread), x => x.Spread)),
        value);

    public static BarterAccount Account(Cursor at, BarterAccount value) => at.Object(
        "an account with \"payments\", \"price\", \"credit\" and \"patience\"",
        f => new BarterAccount(
            f.List("payments".As(""), OnePayment, x => x.Payments, paymentsEach),
            f.Get("price", ValueIn(new("money/round")), x => x.Price),
            f.Get("credit", ValueIn(money), x => x.Credit),
            f.Get("patience", ValueIn(money with { Least = NumberRule.LeastDivisor }), x => x.Patience))
        {
            Opening = f.Get("opening".As("payment in advance"), ValueIn(money), x => x.Opening, absent: Money.None),
            Reaction = f.Maybe("reaction", DurationToDivideBy, x => x.Reaction),
        },
        value);

    public static Announcement Deal(Cursor at, Announcement value) => at.Object(
        "an announcement with \"on\" and \"slip\"",
        // A slip moves a date, and a date counts from the step that starts on or after it.
        f => new Announcement(f.Get("on".As("day"), When, x => x.On), f.Get("slip", AnyDuration, x => x.Slip))
        {
            Probability = f.Get("probability", Share, x => x.Probability, absent: Fraction.All),
        },
        value);

    private static Payment OnePayment(Cursor at, Payment value) => at.Object(
        "a payment with \"good\" and \"perMonth\"",
        f => new Payment(f.Get("good", Name, x => x.Good), f.Get("perMonth".Inline(), ValueIn(new("money/month")), x => x.PerMonth))
        {
            From = f.Get("from".As("start"), WhenOrNull, x => x.From, absent: null),
            Until = f.Get("until".As("end"), WhenOrNull, x => x.Until, absent: null),
        },
        value);
}
