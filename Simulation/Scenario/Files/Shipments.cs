using static Supply.Files.Numbers;
using static Supply.Files.Values;

namespace Supply.Files;

/// <summary>How rounds travel, and the changes that act on them under way.</summary>
internal static class Shipments
{
    private static readonly Union<Transit> ways = new(
        "a transit with \"kind\": \"fixed\", \"erlang\" or \"perShipment\"",
        Tag: "kind",
        [
            new Kind<Transit, FixedTransit>("fixed", _ => new()),
            new Kind<Transit, ErlangTransit>("erlang", f => new(f.Get("order", Whole, x => x.Order))),
            new Kind<Transit, PerShipmentTransit>("perShipment", f => new(f.Get("spread", OneFactor, x => x.Spread), f.Get("longest", Duration, x => x.Longest))),
        ],
        (_, way) => way);

    private static readonly Union<Timetable> timetables = new(
        "a timetable with \"every\" or \"on\"",
        Tag: null,
        [
            new Kind<Timetable, EveryTimetable>("every", f => new(f.Get("every", Duration, x => x.Interval))),
            new Kind<Timetable, OnTimetable>("on", f => new(f.List("on", When, x => x.Calls))),
        ],
        (_, timetable) => timetable);

    private static readonly Form<UnderWay> underWay = Choice("what becomes of rounds under way",
        ("continues", UnderWay.Continues), ("waits", UnderWay.Waits), ("lost", UnderWay.Lost));

    public static Kind<Change>[] Changes { get; } =
    [
        new Kind<Change, RouteClosure>("routeClosure", f => new(f.Get("route", Text, x => x.Route), f.Get("from", When, x => x.From))
        {
            UnderWay = f.Get("underWay", underWay, x => x.UnderWay, absent: UnderWay.Continues),
        }),
        new Kind<Change, LeadTimeChange>("leadTimeChange", f =>
            new(f.Get("route", Text, x => x.Route), f.Get("from", When, x => x.From), f.Get("factor", Number, x => x.Factor))),
        new Kind<Change, SailingChange>("sailingChange", f =>
            new(f.Get("route", Text, x => x.Route), f.Get("from", When, x => x.From), f.Get("factor", Number, x => x.Factor))),
        new Kind<Change, PaymentStop>("paymentStop", f => new(f.Get("origin", Country, x => x.Origin), f.Get("from", When, x => x.From))
        {
            Good = f.Maybe("good", Text, x => x.Good),
        }),
        new Kind<Change, NewDeal>("newDeal", f => new(f.Get("origin", Country, x => x.Origin), f.Get("from", When, x => x.From))
        {
            Payments = f.Get("payments", Number, x => x.Payments, absent: 1),
            Price = f.Get("price", Number, x => x.Price, absent: 1),
        }),
    ];

    public static Transit Way(Cursor at, Transit value) => at.Union(ways, value);

    public static Sailings Ships(Cursor at, Sailings value) => at.Object(
        "sailings with \"timetable\", \"containersPerVoyage\" and \"roundsPerContainer\"",
        f => new Sailings(
            f.Get("timetable", (node, timetable) => node.Union(timetables, timetable), x => x.Timetable),
            new Units(f.Get("containersPerVoyage", Number, x => x.ContainersPerVoyage.Value)),
            new Rounds(f.Get("roundsPerContainer", Number, x => x.RoundsPerContainer.Value)))
        {
            Months = f.ListOrEmpty("months", OneFactor, x => x.Months),
            Factors = f.ListOrEmpty("factors", OneFactor, x => x.Factors),
            Storage = f.Maybe("storage", Amount, x => x.Storage),
        },
        value);

    public static BarterAccount Account(Cursor at, BarterAccount value) => at.Object(
        "an account with \"payments\", \"price\", \"credit\" and \"patience\"",
        f => new BarterAccount(
            f.List("payments", OnePayment, x => x.Payments),
            f.Get("price", Value, x => x.Price),
            f.Get("credit", Value, x => x.Credit),
            f.Get("patience", Value, x => x.Patience))
        {
            Opening = f.Get("opening", Value, x => x.Opening, absent: 0),
            Reaction = f.Maybe("reaction", Duration, x => x.Reaction),
        },
        value);

    public static Announcement Deal(Cursor at, Announcement value) => at.Object(
        "an announcement with \"on\" and \"slip\"",
        f => new Announcement(f.Get("on", When, x => x.On), f.Get("slip", Duration, x => x.Slip))
        {
            Probability = f.Get("probability", Share, x => x.Probability, absent: Fraction.All),
        },
        value);

    // Bare numbers: the properties say of what, and where they stand says in which unit.
    private static Money Value(Cursor at, Money value) => new(Number(at, value?.Value!));

    private static Factor OneFactor(Cursor at, Factor value) => new(Number(at, value?.Value!));

    private static Payment OnePayment(Cursor at, Payment value) => at.Object(
        "a payment with \"good\" and \"perMonth\"",
        f => new Payment(f.Get("good", Text, x => x.Good), f.Get("perMonth", Value, x => x.PerMonth))
        {
            From = f.Get("from", WhenOrNull, x => x.From, absent: null),
            Until = f.Get("until", WhenOrNull, x => x.Until, absent: null),
        },
        value);
}
