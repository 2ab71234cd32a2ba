using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Payments to the DPRK, in dollars. The record prices its arms of 2023 (E233) and counts a part of the oil (E230); the rest is assumed
/// to keep the account level at the witness's own deliveries, so payment holds nothing back until it stops. The offer of rice (E231) was
/// never a delivery, and the ratio of containers (E232) has no value.
/// </summary>
internal static partial class Russia2022Case
{
    internal const string Oil = "Oil";

    private static readonly DateOnly Shipments = new(2023, 8, 1);

    private static BarterAccount AccountFor(Uncertain until2024, Uncertain from2025) => new(
    [
        new(Oil, Money.Of(Exactly(125_000).Cited(
            new(2024, 11, 5), "B3", "OSC",
            "Derived: a million barrels in the eight months from 7 March 2024 (E230), a month; a floor.", "E230")
            * Triangular(60, 85, 110).Named("price of oil products")
                .Assumed("Dollars a barrel, about what refined products cost in these years; the record has no price.")))
        {
            From = new(2024, 3, 7),
        },
        new("Other goods and money, to 2024", Money.Of(Rest * until2024 * DprkPrice)) { From = Shipments, Until = new(2025, 1, 1) },
        new("Other goods and money", Money.Of(Rest * from2025 * DprkPrice)) { From = new(2025, 1, 1) },
    ],
    Money.Of(DprkPrice),
    Money.Of(LogNormal(200e6, 800e6).Named("DPRK credit")
        .Assumed("Dollars; about four months to a year of deliveries. Containers went back as fast as they came (E232), so it "
            + "is not years.")),
    Money.Of(LogNormal(100e6, 400e6).Named("DPRK patience").Assumed("Dollars; a few more months. No case of arrears is published.")))
    {
        Opening = Money.Of(Exactly(0).Assumed("Nothing is known to be paid in advance.")),
        Reaction = Days.Of(Triangular(30, 60, 120).Named("DPRK reaction").Assumed("A decision of the top, then ships already loaded.")),
    };

    /// <summary>Rounds a month, until the end of 2024 and after it, as the witness counts them.</summary>
    private static BarterAccount Account => AccountFor(
        ByDprkWitness(
            Hur(226_000, "Derived: 3.85m in seventeen months (E155, E160, E170).", "E155", "E160", "E170"),
            Osc(815, "13,860 containers in seventeen months, a month, by 27 and then 37 voyages (E141, E144)"),
            Seoul(1_330, "some 22,600 containers in seventeen months, a month (E136, E139)", "E136", "E139")),
        ByDprkWitness(
            Hur(87_500, "Derived: under half (E176) of 2.7m (E170).", "E170", "E176"),
            Osc(654, "37 further voyages to March 2025 (E144 less E141), containers a month"),
            Seoul(852, "8,000 further containers (E136) by 13 July 2025 (E139), a month", "E136", "E139")));

    private static Uncertain Rest => Uniform(0.85, 1).Named("paid beside oil")
        .Assumed("A sixth of the value is oil at the published pace (E230); the others are not counted, and are taken as what was owed or "
            + "a little more.");

    private static Uncertain DprkPrice => ByDprkWitness(
            Price(458, "D4", "1.18m rounds (E155, E160)", "E155", "E160"),
            Price(307, "B4", "5,540 containers (E141, E201) at 317 rounds (E200)", "E141", "E200", "E201"),
            Price(454, "C4", "three quarters of 5,000 containers (E130) at 317 rounds (E200)", "E130", "E200"))
        * Uniform(0.5, 1).Named("rounds among DPRK arms")
            .Assumed("The sum is of all arms (E233): missiles and rockets take up to half of it.");

    private static Uncertain Price(double dollars, string grade, string sent, params string[] rows) =>
        Exactly(dollars).Cited(new(2023, 12, 31), grade, "Seoul",
            $"Derived: 540m dollars of arms in 2023 (E233) over {sent} from August to December.", [.. rows, "E233"]);
}
