using static Supply.Compilation.Arithmetic;

namespace Supply.Compilation;

/// <summary>A flow of one step or a level at its end, at its finest: one place or route, calibre and origin.</summary>
/// <param name="Quantity">The quantity it counts.</param>
/// <param name="Side">The network.</param>
/// <param name="Place">The part where it is booked.</param>
/// <param name="Calibre">The calibre; null where the quantity has none (inputs, guns, barrels, voyages, values).</param>
/// <param name="Origin">The origin; null where the quantity has none (a required rate).</param>
/// <param name="Term">Rounds in the step, or rounds at its end.</param>
internal sealed record Entry(Quantity Quantity, string Side, string Place, Calibre? Calibre, Origin? Origin, Term Term);

/// <summary>The books of a program: every flow and level that equations report.</summary>
internal sealed class Ledger
{
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>Books what is not of a calibre.</summary>
    public void Book(Quantity quantity, Side side, Part place, Term term) => Book(quantity, side, place.Name, null, null, term);

    /// <summary>Books a flow or level at a part; what is always 0 is left out.</summary>
    public void Book(Quantity quantity, Side side, string place, Calibre? calibre, Origin? origin, Term term)
    {
        if (IsZero(term)) return;
        entries.Add(new(quantity, side.Network.Name, place, calibre, origin, term));
    }

    /// <summary>All that is booked under one of these quantities at one of these places of a side, in one term.</summary>
    public Term Sum(Side side, Quantity[] quantities, IEnumerable<string> places) => side.Sum(entries
        .Where(entry => entry.Side == side.Network.Name && quantities.Contains(entry.Quantity) && places.Contains(entry.Place))
        .Select(entry => entry.Term));
}
