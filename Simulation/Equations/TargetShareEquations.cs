using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// The lever on planned supply, for each calibre: N is what all other sources plan, D what the origin plans with the lever
/// off. Added: it is ordered s / (1 - s) N. Substituted: it is ordered s (N + D), and every other source is scaled by
/// (1 - s) (N + D) / N, lines above their plan with the inputs of what they add (<see cref="InputEquations"/>).
/// </summary>
internal sealed class TargetShareEquations(Side side)
{
    private readonly Dictionary<(string Supplier, Calibre Calibre), (Term Others, Term Own)> planned = [];

    /// <summary>Rounds of a calibre ordered from a supplier in this step.</summary>
    public Term Ordered(Supplier supplier, Calibre calibre)
    {
        var orders = SupplierEquations.Planned(supplier, calibre, side) * ScaleOf(supplier.Origin, calibre);
        foreach (var (change, placed, counts) in ChangeEquations.Counting<TargetShare>(side, supplier.Name))
        {
            var (others, own) = Plan(supplier, calibre);
            var share = side.Number(placed, "share");
            var wanted = change.Meaning switch
            {
                ShareMeaning.Added => share / Rest(share) * others,
                ShareMeaning.Substituted => share * (others + own),
                _ => throw new NotSupportedException($"{change.Meaning} has no equations."),
            };
            orders = If(counts, wanted * AnnouncementEquations.Begun(supplier, side), orders);
        }

        return orders;
    }

    /// <summary>Multiplier of the other sources of a calibre; 1 unless a share is substituted.</summary>
    public Term Scale(Calibre calibre) => ScaleOf(null, calibre);

    private Term ScaleOf(Origin? except, Calibre calibre)
    {
        var scale = side.One;
        var suppliers = side.Parts<Supplier>().Where(one => one.Origin != except);
        foreach (var supplier in suppliers.Where(one => one.Offers.Any(offer => offer.Calibre == calibre)))
        {
            foreach (var (change, placed, counts) in ChangeEquations.Counting<TargetShare>(side, supplier.Name))
            {
                if (change.Meaning != ShareMeaning.Substituted) continue;
                var (others, own) = Plan(supplier, calibre);
                var share = side.Number(placed, "share");
                var room = Rest(share) * (others + own) / others;
                scale *= If(others > 0, If(counts, room, 1), 1);
            }
        }

        return scale.Named("scale of other sources", side.Network.Name, calibre);
    }

    private (Term Others, Term Own) Plan(Supplier supplier, Calibre calibre)
    {
        if (planned.TryGetValue((supplier.Name, calibre), out var known)) return known;
        var lines = side.Parts<ProductionLine>().Where(line => line.Calibre == calibre);
        var works = side.Parts<RefurbishmentWorks>().Where(one => one.Calibre == calibre);
        var suppliers = side.Parts<Supplier>().Where(other => other != supplier);
        var others = side.Sum(
        [
            .. lines.Select(line => ProductionLineEquations.Planned(line, side)),
            .. works.Select(one => RefurbishmentEquations.Planned(one, side)),
            .. suppliers.Select(other => SupplierEquations.Planned(other, calibre, side)),
        ]).Named("planned by others", supplier, calibre);
        return planned[(supplier.Name, calibre)] = (others, SupplierEquations.Planned(supplier, calibre, side));
    }
}
