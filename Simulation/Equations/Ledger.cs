using Supply.Programs;
using static Supply.Programs.Arithmetic;


namespace Supply.Equations;

/// <summary>The books of a program: every flow and level that equations report.</summary>
internal sealed class Ledger
{
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<(string Side, string Place), Term> follows = [];

    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>Books what is not of a calibre.</summary>
    public void Book(Quantity quantity, Side side, Part place, Term term) => Book(quantity, side, place.Name, null, null, term);

    /// <summary>Books a flow or level at a part; what is always 0 is left out.</summary>
    public void Book(Quantity quantity, Side side, string place, Calibre? calibre, Origin? origin, Term term)
    {
        if (IsZero(term)) return;
        entries.Add(new(quantity, side.Network.Name, place, calibre, origin, term));
    }

    /// <summary>Notes a consumer whose wish follows supply in some replications, those with 1.</summary>
    public void Follow(Side side, Consumer consumer, Term following) => follows.Add((side.Network.Name, consumer.Name), following);

    /// <summary>1 in replications in which the wish of the consumer of an entry follows supply; null where it never does.</summary>
    public Term? Follows(LedgerEntry entry) => follows.GetValueOrDefault((entry.Side, entry.Place));

    /// <summary>All that is booked under one of these quantities at one of these places of a side, in one term.</summary>
    public Term Sum(Side side, Quantity[] quantities, IEnumerable<string> places) => side.Sum(entries
        .Where(entry => entry.Side == side.Network.Name && quantities.Contains(entry.Quantity) && places.Contains(entry.Place))
        .Select(entry => entry.Term));
}
