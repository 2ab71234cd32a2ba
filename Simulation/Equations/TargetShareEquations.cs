using Supply.Compilation;

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
        var b = side.Builder;
        var orders = b.Multiply(SupplierEquations.Planned(supplier, calibre, side), ScaleOf(supplier.Origin, calibre));
        foreach (var (change, key, counts) in Dated.Exclusive<TargetShare>(side, supplier.Name))
        {
            var (others, own) = Plan(supplier, calibre);
            var share = side.Numbers.Of(change.Share.Value, key + "/share");
            var wanted = change.Meaning == ShareMeaning.Added
                ? b.Multiply(b.Divide(share, b.Rest(share)), others)
                : b.Multiply(share, b.Add(others, own));
            orders = b.Select(counts, b.Multiply(wanted, AnnouncementEquations.Begun(supplier, side)), orders);
        }

        return orders;
    }

    /// <summary>What the other sources of a calibre are multiplied with; 1 unless a share is substituted.</summary>
    public Term Scale(Calibre calibre) => ScaleOf(null, calibre);

    private Term ScaleOf(Origin? except, Calibre calibre)
    {
        var b = side.Builder;
        var scale = b.One;
        foreach (var supplier in side.Parts<Supplier>().Where(one => one.Origin != except && one.Offers.Any(offer => offer.Calibre == calibre)))
        {
            foreach (var (change, key, counts) in Dated.Exclusive<TargetShare>(side, supplier.Name))
            {
                if (change.Meaning == ShareMeaning.Added) continue;
                var (others, own) = Plan(supplier, calibre);
                var share = side.Numbers.Of(change.Share.Value, key + "/share");
                var room = b.Divide(b.Multiply(b.Rest(share), b.Add(others, own)), others);
                scale = b.Multiply(scale, b.Select(b.Less(b.Zero, others), b.Select(counts, room, b.One), b.One));
            }
        }

        scale.Label ??= side.Label("scale of other sources", side.Network.Name, calibre);
        return scale;
    }

    private (Term Others, Term Own) Plan(Supplier supplier, Calibre calibre)
    {
        if (planned.TryGetValue((supplier.Name, calibre), out var known)) return known;
        var b = side.Builder;
        var others = b.Sum(
        [
            .. side.Parts<ProductionLine>().Where(line => line.Calibre == calibre).Select(line => ProductionLineEquations.Planned(line, side)),
            .. side.Parts<RefurbishmentWorks>().Where(works => works.Calibre == calibre).Select(works => RefurbishmentEquations.Planned(works, side)),
            .. side.Parts<Supplier>().Where(other => other != supplier).Select(other => SupplierEquations.Planned(other, calibre, side)),
        ]);
        others.Label ??= side.Label("planned by others", supplier.Name, calibre);
        return planned[(supplier.Name, calibre)] = (others, SupplierEquations.Planned(supplier, calibre, side));
    }
}
