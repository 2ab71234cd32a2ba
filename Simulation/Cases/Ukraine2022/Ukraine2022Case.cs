using Supply.Evidence;

using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Builds the Ukrainian case: this file has its frame, routes and shared draws; the other parts are in the files next to it.
/// </summary>
internal static partial class Ukraine2022Case
{
    internal const string Side = "Ukraine";
    internal const string Arsenals = "Arsenals";
    internal const string Forward = "Forward depots";
    internal const string Forces = "Forces";

    private static readonly DateOnly Invasion = new(2022, 2, 24);

    /// <summary>155 mm, and the two Soviet calibres whose deliveries are known. Rockets and mortars are left out.</summary>
    private static readonly Calibre[] Soviet = [Calibre.Mm152, Calibre.Mm122];

    internal static Scenario Scenario =>
        new("Ukraine 2022", Network, Horizon.Dated(Invasion, new(2027, 12, 31))) { RecordEnds = Baselines.Record.Ends };

    private static Network Network => new(Side, Items.From<Part>(
    [
        new Stockpile(Arsenals, Opening(1 - ForwardShare, "The rest of what lay forward.")),
        new Stockpile(Forward, Opening(ForwardShare, "Brigades held some days of fire when the invasion began.")),
        .. Lines,
        UnitedStates, EuropeanUnion, CzechInitiative, OtherPartners,
        Delivery("US deliveries", UnitedStates, 7, 21, 45,
            "By sea to Europe and on by rail; what lay in Germany came sooner, what was bought came later."),
        Delivery("EU deliveries", EuropeanUnion, 4, 10, 25, "By road and rail from within Europe."),
        Delivery("Czech deliveries", CzechInitiative, 10, 30, 60, "Bought on other continents, shipped, checked, then sent on by rail."),
        Delivery("Other deliveries", OtherPartners, 5, 15, 40, "From neighbours in days, from overseas in weeks."),
        ArsenalsToForward,
        Force,
    ]));

    /// <summary>How Soviet tube rounds divide into 152 mm and 122 mm. One draw serves stock, wish and deliveries.</summary>
    private static Uncertain OfSoviet(Calibre calibre) => calibre == Calibre.Mm152 ? BySplit(0.5, 0.35) : BySplit(0.5, 0.65);

    private static Uncertain BySplit(double even, double light) => OneOf(
        new Alternative("even", 0.5, Exactly(even).Assumed("As many 152 mm as 122 mm guns stood in the brigades.")),
        new Alternative("more 122 mm", 0.5, Exactly(light).Assumed("122 mm rounds were made and found abroad in larger numbers.")))
        .Named("Ukraine Soviet calibre split")
        .Assumed("No source divides Ukraine's Soviet rounds by calibre.");

    private static Uncertain DriftOf(string what, double sdPerYear, string reason) =>
        Drift(Baselines.Record.Ends, sdPerYear).Named($"Ukraine {what} drift").Assumed(reason);

    private static Route Delivery(string name, Supplier from, double low, double mode, double high, string reason) =>
        new(name, from.Name, Arsenals,
            Days.Of(Triangular(low, mode, high).Named($"Ukraine {name} lead time").Assumed(reason + " No days are published.")))
        {
            Loss = Fraction.Of(Exactly(0).Assumed("No loss on the way is published.")),
        };

    private static Route ArsenalsToForward => new("Arsenals to forward", Arsenals, Forward,
        Days.Of(Triangular(1, 3, 7).Named("Ukraine forward lead time")
            .Assumed("Interior lines and small lots by lorry; no figure is published.")))
    {
        Loss = Fraction.Of(Uniform(0.002, 0.03)
            .Assumed("Forward depots and lorries are struck on both sides; the share of the Russian case.")),
        Cover = Days.Of(Triangular(7, 14, 25).Named("Ukraine forward cover")
            .Assumed("Small dispersed holdings, about two weeks of the wish.")),
    };
}
