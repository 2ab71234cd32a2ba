using Supply.Files;

namespace Supply.Equations;

/// <summary>Which calibres and origins can ever be where, followed from openings, lines and suppliers along works and routes.</summary>
internal static class CellFlow
{
    /// <summary>
    /// The cells of each part that holds rounds. Names that lead nowhere and parts of a kind that has no shape are passed over; the checks
    /// report them.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="carries">Whether a route from a stockpile carries a calibre.</param>
    public static Dictionary<string, List<Cell>> Of(Network network, Func<Route, Calibre, bool> carries)
    {
        var cells = network.Parts.DistinctBy(part => part.Name).ToDictionary(part => part.Name, _ => new List<Cell>());
        var known = network.Parts.Where(part => PartShapes.Kinds.Any(kind => kind.Fits(part))).ToArray();
        var suppliers = network.Parts.OfType<Supplier>().Select(supplier => supplier.Name).ToHashSet();
        bool grown;
        do
        {
            grown = false;
            foreach (var part in known) grown |= Flow(part);
        }
        while (grown);
        return cells;

        bool Flow(Part part) => part switch
        {
            Stockpile stockpile => Put(part.Name, stockpile.Opening.Select(lot => new Cell(lot.Calibre, lot.Origin))),
            Reserve reserve => Put(part.Name, reserve.Opening.Select(lot => new Cell(lot.Calibre, lot.Origin))),
            ProductionLine line => Put(line.To, [new(line.Calibre, line.Origin)]),
            RefurbishmentWorks works => Put(works.To, At(works.From).Where(cell => cell.Calibre == works.Calibre)),
            Supplier supplier => Put(part.Name, supplier.Offers.Select(offer => new Cell(offer.Calibre, supplier.Origin)))
                | (supplier.ReworkTo is { } reserve && Put(reserve, At(part.Name))),
            Route route => Put(part.Name, At(route.From).Where(cell => suppliers.Contains(route.From) || carries(route, cell.Calibre)))
                | Put(route.To, At(part.Name)),
            Consumer or InputStock or InputSource or GunPark => false,
            _ => throw new NotSupportedException($"{part.GetType().Name} has no flow of cells."),
        };

        List<Cell> At(string part) => cells.GetValueOrDefault(part, []);

        bool Put(string part, IEnumerable<Cell> more)
        {
            if (!cells.TryGetValue(part, out var held)) return false;
            var before = held.Count;
            foreach (var cell in more.ToArray())
            {
                if (!held.Contains(cell)) held.Add(cell);
            }

            return held.Count > before;
        }
    }
}
