using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// The lever on planned supply, for each calibre. One share at a time: N is what all other sources plan, D what the origin plans
/// with the lever off. Added: it is ordered s / (1 - s) N. Substituted: it is ordered s (N + D), and every other source is scaled by
/// (1 - s) (N + D) / N, lines above their plan with the inputs of what they add (<see cref="InputEquations"/>). Where shares of several
/// origins count in one step, each is a share of the supply that they plan together (<see cref="SharedPlan"/>). While the announced
/// deal of a supplier has not begun, a share of its origin does not count.
/// </summary>
internal sealed class TargetShareEquations(Side side)
{
    /// <summary>
    /// Below this, others plan nothing: a quotient by less is beyond what arithmetic carries. It is also what states are rounded off at.
    /// </summary>
    private const double Nothing = 1e-30;

    private readonly Dictionary<(string Supplier, Calibre Calibre), (Term Others, Term Own)> planned = [];
    private readonly Dictionary<string, PlacedShare[]> shares = [];
    private readonly Dictionary<Calibre, SharedPlan?> shared = [];

    /// <summary>Rounds of a calibre ordered from a supplier in this step.</summary>
    public Term Ordered(Supplier supplier, Calibre calibre)
    {
        var plan = Shared(calibre);
        var orders = SupplierEquations.Planned(supplier, calibre, side) * (plan?.Scale ?? ScaleOf(supplier.Origin, calibre));
        foreach (var share in Shares(supplier))
        {
            var wanted = plan is null ? Wanted(share, Plan(supplier, calibre)) : Value(share) * plan.Supply;
            orders = If(Counts(share), wanted, orders);
        }

        return orders;
    }

    /// <summary>Multiplier of the other sources of a calibre; 1 unless a share is substituted.</summary>
    public Term Scale(Calibre calibre) => Shared(calibre)?.Scale ?? ScaleOf(null, calibre);

    private Term Wanted(PlacedShare share, (Term Others, Term Own) plan) => share.Meaning switch
    {
        ShareMeaning.Added => Value(share) / Rest(Value(share)) * plan.Others,
        ShareMeaning.Substituted => Value(share) * (plan.Others + plan.Own),
        _ => throw new NotSupportedException($"{share.Meaning} has no equations."),
    };

    private Term ScaleOf(Origin? except, Calibre calibre)
    {
        var scale = side.One;
        foreach (var supplier in Suppliers(calibre).Where(one => one.Origin != except))
        {
            foreach (var share in Shares(supplier).Where(one => one.Meaning == ShareMeaning.Substituted))
            {
                var (others, own) = Plan(supplier, calibre);
                var room = Rest(Value(share)) * (others + own) / others;
                scale *= If(others > Nothing, If(Counts(share), room, 1), 1);
            }
        }

        return scale.Named("scale of other sources", side.Network.Name, calibre);
    }

    private (Term Others, Term Own) Plan(Supplier supplier, Calibre calibre)
    {
        if (planned.TryGetValue((supplier.Name, calibre), out var known)) return known;
        var others = side.Sum(
        [
            .. Makers(calibre),
            .. side.Parts<Supplier>().Where(other => other != supplier).Select(other => SupplierEquations.Planned(other, calibre, side)),
        ]).Named("planned by others", supplier, calibre);
        return planned[(supplier.Name, calibre)] = (others, SupplierEquations.Planned(supplier, calibre, side));
    }

    /// <summary>The plan of all sources of a calibre together; null where no two shares ever count in one step.</summary>
    private SharedPlan? Shared(Calibre calibre)
    {
        if (shared.TryGetValue(calibre, out var known)) return known;
        (Supplier Supplier, PlacedShare[] Shares)[] suppliers = [.. Suppliers(calibre).Select(one => (one, Shares(one)))];
        var together = Enumerable.Range(0, side.Builder.Steps).Any(step => suppliers.Count(one =>
            ChangeEquations.Of<TargetShare>(side, one.Supplier.Name).Any(two => ChangeEquations.Acts(side, two.Change, step))) > 1);
        if (!together) return shared[calibre] = null;

        var (added, substituted, cutting) = (side.Zero, side.Zero, side.Zero);
        var (free, replaced) = (side.Sum(Makers(calibre)), side.Zero);
        foreach (var (supplier, own) in suppliers)
        {
            var plan = SupplierEquations.Planned(supplier, calibre, side);
            var left = plan;
            foreach (var share in own)
            {
                var (counts, value) = (Counts(share), If(Counts(share), Value(share), 0));
                left = If(counts, 0, left);
                if (share.Meaning == ShareMeaning.Added)
                {
                    added += value;
                    continue;
                }

                substituted += value;
                replaced += If(counts, plan, 0);
                cutting = If(counts, 1, cutting);
            }

            free += left;
        }

        var supply = ((free + replaced) / Rest(added)).Named("planned with target shares", side.Network.Name, calibre);
        var room = Rest(added + substituted) * supply / free;
        var scale = If(free > Nothing, If(cutting, room, 1), 1).Named("scale of other sources", side.Network.Name, calibre);
        return shared[calibre] = new(supply, scale);
    }

    /// <summary>Rounds of a calibre that lines and works plan.</summary>
    private IEnumerable<Term> Makers(Calibre calibre) =>
    [
        .. side.Parts<ProductionLine>().Where(line => line.Calibre == calibre).Select(line => ProductionLineEquations.Planned(line, side)),
        .. side.Parts<RefurbishmentWorks>().Where(one => one.Calibre == calibre).Select(one => RefurbishmentEquations.Planned(one, side)),
    ];

    private IEnumerable<Supplier> Suppliers(Calibre calibre) =>
        side.Parts<Supplier>().Where(one => one.Offers.Any(offer => offer.Calibre == calibre));

    /// <summary>The target shares of a supplier in the order in which they begin.</summary>
    private PlacedShare[] Shares(Supplier supplier) => shares.TryGetValue(supplier.Name, out var known)
        ? known
        : shares[supplier.Name] =
        [
            .. ChangeEquations.Counting<TargetShare>(side, supplier.Name)
                .Select(one => new PlacedShare(supplier, one.Change.Meaning, one.Placed, one.Counts)),
        ];

    private Term Value(PlacedShare share) => side.Number(share.Placed, "share");

    /// <summary>1 in the steps in which a share counts, else 0.</summary>
    private Term Counts(PlacedShare share) => share.Last * AnnouncementEquations.Begun(share.Supplier, side);

    /// <summary>A target share.</summary>
    /// <param name="Supplier">The supplier of its origin.</param>
    /// <param name="Meaning">The effect on the other sources.</param>
    /// <param name="Placed">The change.</param>
    /// <param name="Last">1 in the steps in which it is the one of its supplier that began last, else 0.</param>
    private sealed record PlacedShare(Supplier Supplier, ShareMeaning Meaning, PlacedChange Placed, Term Last);

    /// <summary>
    /// Planned supply where shares of several origins count together: what the free sources and the substituted origins plan, over 1 less
    /// the added shares. So every origin gets its share of it, added ones on top, substituted ones out of what the others planned.
    /// </summary>
    /// <param name="Supply">Rounds that all sources plan in this step.</param>
    /// <param name="Scale">Multiplier of the sources without a share.</param>
    private sealed record SharedPlan(Term Supply, Term Scale);
}
