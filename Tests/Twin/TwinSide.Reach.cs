namespace Supply.Tests.Twin;

/// <content>Section 4 of MODEL.md: which rounds can ever be where.</content>
internal sealed partial class TwinSide
{
    /// <summary>A stockpile and all that can be reached from it.</summary>
    private HashSet<string> FurtherDown(string place)
    {
        HashSet<string> found = [place];
        while (routes.Any(route => found.Contains(route.From) && found.Add(route.To))) { }
        return found;
    }

    /// <summary>The consumers of a calibre at a stockpile and further down.</summary>
    private Consumer[] Below(string place, Calibre calibre) =>
        [.. consumers.Where(one => FurtherDown(place).Contains(one.At) && one.Demands.Any(demand => demand.Calibre == calibre))];

    /// <summary>
    /// Section 4: the calibres a supplier offers; of those that a stockpile can hold, the ones fired at the destination or further down,
    /// pushed, or with a rule.
    /// </summary>
    private bool Carries(Route route, Calibre calibre) => FromStockpile(route)
        ? CanHold(route.From, calibre) && route.Replenishment switch
        {
            PushReplenishment => true,
            CalibreReplenishment => RuleOf(route, calibre) is not null,
            _ => Below(route.To, calibre).Length > 0,
        }
        : suppliers.Single(one => one.Name == route.From).Offers.Any(offer => offer.Calibre == calibre);

    /// <summary>Section 4: whether rounds of a calibre can ever be at a stockpile.</summary>
    private bool CanHold(string place, Calibre calibre) =>
        stockpiles.Any(one => one.Name == place && one.Opening.Any(lot => lot.Calibre == calibre))
        || lines.Any(line => line.To == place && line.Calibre == calibre)
        || works.Any(one => one.To == place && one.Calibre == calibre && CanRestore(one.From, calibre))
        || routes.Any(route => route.To == place && Carries(route, calibre));

    /// <summary>The same for a reserve: it opens with the calibre, or a supplier's rework brings it.</summary>
    private bool CanRestore(string place, Calibre calibre) =>
        reserves.Any(one => one.Name == place && one.Opening.Any(lot => lot.Calibre == calibre))
        || suppliers.Any(one => one.ReworkTo == place && one.Offers.Any(offer => offer.Calibre == calibre));
}
