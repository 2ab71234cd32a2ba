using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A source supplies its rate to its stock. Under a sanction a share passes directly, a share of the rest comes later and at a higher
/// price, and what remains is blocked.
/// </summary>
internal static class InputSupply
{
    private static readonly Quantity[] In = [Quantity.InputSupplied];
    private static readonly Quantity[] Out = [Quantity.InputUsed, Quantity.InputLost];

    public static void Supply(InputSource source, Side side)
    {
        var planned = (side.PerStep(source, "rate") * ChangeEquations.CapacityFactor(side, source.Name)).Named("planned", source);
        var (passes, evaded, evadedAtPrice) = (side.One, side.Zero, side.Zero);
        foreach (var (sanction, placed, counts) in ChangeEquations.Counting<InputSanction>(side, source.Name))
        {
            var remaining = side.Number(placed, "remaining");
            var evadedShare = (1 - remaining) * side.Number(placed, "evaded");
            var late = (planned * (counts * evadedShare)).Named("evaded", source, sanction.From);
            passes = If(counts, remaining, passes);
            evaded += late;
            evadedAtPrice += late * PriceFactor(sanction, placed, side);
            Send(source, late, $"evaded from {sanction.From}", (sanction, placed), side);
        }

        var direct = planned * passes;
        Send(source, direct, "direct", evasion: null, side);
        var supplied = (direct + evaded).Named("supplied", source);
        side.Book(Quantity.InputSupplied, source, supplied);
        side.Book(Quantity.InputBlocked, source, planned - supplied);
        if (source.UnitCost is null) return;
        var cost = (direct + evadedAtPrice) * side.Number(source, "unitCost");
        side.Book(Quantity.InputCost, source, cost);
        side.Book(Quantity.Cost, source, cost);
    }

    /// <summary>Contents of an input stock.</summary>
    public static StateRef Stock(InputStock stock, Side side) => side.Stores.Level("input", stock, () => side.Number(stock, "opening"));

    /// <summary>Rounds off what is too small to count and books the levels at the end of the step.</summary>
    public static void Close(Side side)
    {
        foreach (var stock in side.Parts<InputStock>()) side.Close(Quantity.InputOnHand, stock, Stock(stock, side));
        foreach (var source in side.Parts<InputSource>().Where(source => IsEverUnderWay(source, side)))
        {
            side.Close(Quantity.InputUnderWay, source, UnderWay(source, side));
        }
    }

    /// <summary>The books of each input: opening + supplied = used + lost + on hand + under way.</summary>
    public static IEnumerable<Book> Books(Side side)
    {
        foreach (var stock in side.Parts<InputStock>())
        {
            InputSource[] sources = [.. side.Parts<InputSource>().Where(source => source.To == stock.Name)];
            string[] places = [stock.Name, .. sources.Select(source => source.Name)];
            var sending = sources.Where(source => IsEverUnderWay(source, side));
            StateRef[] held = [Stock(stock, side), .. sending.Select(source => UnderWay(source, side))];
            var (came, went) = (side.Ledger.Sum(side, In, places), side.Ledger.Sum(side, Out, places));
            var name = side.Label("balance", stock.Name);
            yield return new(name, name, held, came, went);
        }
    }

    private static StateRef UnderWay(InputSource source, Side side) => side.Stores.Level("under way", source);

    private static bool IsEverUnderWay(InputSource source, Side side) =>
        IsTime(source.LeadTime)
        || ChangeEquations.Of<InputSanction>(side, source.Name).Any(one => IsTime(one.Change.EvasionDelay));

    private static Term PriceFactor(InputSanction sanction, PlacedChange placed, Side side) =>
        sanction.PriceFactor is null ? side.One : side.Number(placed, "priceFactor");

    /// <summary>Books the loss and brings the rest to the stock, at once if it takes no time.</summary>
    private static void Send(InputSource source, Term sent, string way, (InputSanction Change, PlacedChange Placed)? evasion, Side side)
    {
        if (IsZero(sent)) return;
        var kept = sent * (1 - side.Number(source, "loss"));
        side.Book(Quantity.InputLost, source, sent - kept);
        var arrived = Delayed(source, kept, way, evasion, side);
        var stock = Stock(side.Part<InputStock>(source.To), side);
        stock.Now += arrived;
    }

    /// <summary>Puts supply on the way and gives what arrives in this step; where it takes no time, all of it arrives at once.</summary>
    private static Term Delayed(InputSource source, Term kept, string way, (InputSanction Change, PlacedChange Placed)? evasion, Side side)
    {
        var (leadTime, further) = (source.LeadTime, evasion?.Change.EvasionDelay);
        if (!IsTime(leadTime) && !IsTime(further)) return kept;
        var days = (leadTime is null ? side.Zero : side.Number(source, "leadTime"))
            + (further is null ? side.Zero : side.Number(evasion!.Value.Placed, "evasionDelay"));
        var lag = side.Lag(days).Named("lag", source, way);
        var longest = side.LongestLag(Longest(leadTime) + Longest(further));
        var delay = side.Builder.NewDelay(side.Label("delay", source.Name, way), lag, longest);
        var arrived = delay.Due.Named("arrived", source, way);
        delay.Push(kept);
        var underWay = UnderWay(source, side);
        underWay.Now = underWay.Now - arrived + kept;
        return arrived;
    }

    private static bool IsTime(Days? time) => time is { IsZero: false };

    private static double Longest(Days? time) => time is null ? 0 : Bounds.Of(time.Value).High;
}
