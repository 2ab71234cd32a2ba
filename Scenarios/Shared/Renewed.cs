using System.CommandLine;
using System.Globalization;
using Supply;
using static Supply.Uncertain;

/// <summary>
/// A country that may send rounds again or for the first time. It is in the network from the start and sends nothing until it is opened,
/// so that all scenarios have one baseline and the same draws.
/// </summary>
/// <param name="Country">Its name; its rounds have an origin of their own, separate from that of its earlier rounds.</param>
/// <param name="PerMonth">Rounds per month, before a spread of a third.</param>
/// <param name="LeadTime">Days to the rear depots.</param>
internal sealed record Renewed(string Country, double PerMonth, Days LeadTime)
{
    private const double NoLimit = 1e6;

    private static readonly (Calibre Calibre, double Share)[] split = [(Calibre.Mm152, 0.6), (Calibre.Mm122, 0.4)];

    public Announcement? Announced { get; init; }

    private Origin Origin => new($"{Country}, from the stop");

    public static Option<double> Option(string name, string what, double standard, string why) => new(name)
    {
        Description = $"Rounds per month of {what} ({why})",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rounds) && rounds is >= 0 and <= NoLimit)
            {
                return rounds;
            }
            result.AddError($"{name} is \"{text}\"; it must be a number of rounds per month in 0..1000000.");
            return 0;
        },
    };

    /// <summary>A scenario with these suppliers, none of which sends anything.</summary>
    public static Scenario Dormant(Scenario scenario, IReadOnlyList<Renewed> suppliers) => scenario with
    {
        Networks = [scenario.Networks[0]
            with { Parts = [.. scenario.Networks[0].Parts, .. suppliers.SelectMany(supplier => supplier.Parts(scenario.Networks[0]))] }],
        Changes = [.. scenario.Changes,
            .. suppliers.Select(supplier => new ExportLimit(supplier.Origin, scenario.Horizon.Start!.Value, Rate.Zero))],
    };

    /// <summary>It sends what is ordered.</summary>
    public Change Opened(DateOnly from) => new ExportLimit(Origin, from, Rate.PerDay(NoLimit));

    /// <summary>It makes what is ordered; output while it is closed piles up with it and is not ordered later.</summary>
    private Part[] Parts(Network network)
    {
        var level = LogNormal(0.67, 1.5).Named($"{Country} renewed level")
            .Assumed("What it could spare is not published; a third either way.");
        var to = network.Parts.OfType<Route>()
            .First(route => network.Parts.OfType<Supplier>().Any(supplier => supplier.Name == route.From)).To;
        RatePath Rounds(double share) => RatePath.Constant(Rate.PerMonth(PerMonth * share)).Times(level);
        var offers = split.Select(one => new Offer(one.Calibre, Supply.Rounds.None, Rounds(one.Share), Rounds(one.Share)));
        return
        [
            new Supplier($"{Country} again", Origin, Items.From(offers)) { Announced = Announced },
            new Route($"{Country} again, way", $"{Country} again", to, LeadTime),
        ];
    }
}
