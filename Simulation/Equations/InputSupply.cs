using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A source supplies its rate to its stock. Under a sanction a share passes directly, a share of the rest comes later and dearer,
/// and what remains is blocked.
/// </summary>
internal static class InputSupply
{
    private static readonly Quantity[] In = [Quantity.InputSupplied];
    private static readonly Quantity[] Out = [Quantity.InputUsed, Quantity.InputLost];

    public static void Supply(InputSource source, Side side)
    {
        var b = side.Builder;
        var planned = b.Multiply(
            side.Numbers.PerStep(source.Rate, side.Address(source, "rate")),
            Dated.CapacityFactor(side, source.Name));
        planned.Label ??= side.Label("planned", source.Name);
        var evaded = b.Zero;
        var dearer = b.Zero;
        var passes = b.One;
        foreach (var (sanction, key, counts) in Dated.Exclusive<InputSanction>(side, source.Name))
        {
            var remaining = side.Numbers.Of(sanction.Remaining.Value, key + "/remaining");
            var round = b.Multiply(b.Rest(remaining), side.Numbers.Of(sanction.Evaded.Value, key + "/evaded"));
            var late = b.Multiply(planned, b.Multiply(counts, round));
            late.Label ??= side.Label("evaded", source.Name, sanction.From);
            passes = b.Select(counts, remaining, passes);
            evaded = b.Add(evaded, late);
            dearer = b.Add(dearer, b.Multiply(late, Price(sanction.PriceFactor, key + "/priceFactor", side)));
            Send(source, late, side, $"evaded from {sanction.From}", [.. LeadTime(source, side), .. Time(sanction.EvasionDelay, key + "/evasionDelay")]);
        }

        var direct = b.Multiply(planned, passes);
        Send(source, direct, side, "direct", LeadTime(source, side));
        var supplied = b.Add(direct, evaded);
        supplied.Label ??= side.Label("supplied", source.Name);
        side.Ledger.Book(Quantity.InputSupplied, side, source, supplied);
        side.Ledger.Book(Quantity.InputBlocked, side, source, b.Subtract(planned, supplied));
        if (source.UnitCost is not { } cost) return;
        var price = b.Multiply(b.Add(direct, dearer), side.Numbers.Of(cost.Value, side.Address(source, "unitCost")));
        side.Ledger.Book(Quantity.InputCost, side, source, price);
        side.Ledger.Book(Quantity.Cost, side, source, price);
    }

    /// <summary>What an input stock holds.</summary>
    public static StateRef Stock(InputStock stock, Side side) => side.Level("input", stock, () =>
        side.Numbers.Of(stock.Opening.Value, side.Address(stock, "opening")));

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
    public static IEnumerable<(string Name, Term Residual, Term Scale)> Books(Side side)
    {
        foreach (var stock in side.Parts<InputStock>())
        {
            InputSource[] sources = [.. side.Parts<InputSource>().Where(source => source.To == stock.Name)];
            string[] places = [stock.Name, .. sources.Select(source => source.Name)];
            StateRef[] held = [Stock(stock, side), .. sources.Where(source => IsEverUnderWay(source, side)).Select(source => UnderWay(source, side))];
            yield return BalanceEquations.Close(side, side.Label("balance", stock.Name), held, side.Ledger.Sum(side, In, places), side.Ledger.Sum(side, Out, places));
        }
    }

    private static StateRef UnderWay(InputSource source, Side side) => side.Level("under way", source, () => side.Builder.Zero);

    private static bool IsEverUnderWay(InputSource source, Side side) =>
        source.LeadTime is not null || Dated.Of<InputSanction>(side, source.Name).Any(placed => ((InputSanction)placed.Change).EvasionDelay is not null);

    private static Term Price(Uncertain? factor, string key, Side side) => factor is null ? side.Builder.One : side.Numbers.Of(factor, key);

    private static (Uncertain Days, string Address)[] LeadTime(InputSource source, Side side) => Time(source.LeadTime, side.Address(source, "leadTime"));

    private static (Uncertain Days, string Address)[] Time(Days? days, string address) => days is null ? [] : [(days.Value, address)];

    /// <summary>Books the loss and brings the rest to the stock, at once if it takes no time.</summary>
    private static void Send(InputSource source, Term sent, Side side, string way, (Uncertain Days, string Address)[] times)
    {
        var b = side.Builder;
        if (ProgramBuilder.IsZero(sent)) return;
        var kept = b.Multiply(sent, b.Rest(side.Numbers.Of(source.Loss.Value, side.Address(source, "loss"))));
        side.Ledger.Book(Quantity.InputLost, side, source, b.Subtract(sent, kept));
        var arrived = kept;
        if (times.Length > 0)
        {
            var lag = side.Lag(b.Sum(times.Select(time => side.Numbers.Of(time.Days, time.Address))));
            lag.Label ??= side.Label("lag", source.Name, way);
            var delay = b.NewDelay(side.Label("delay", source.Name, way), lag, side.LongestLag(times.Sum(time => Bounds.Of(time.Days).High)));
            arrived = b.Delayed(delay);
            arrived.Label ??= side.Label("arrived", source.Name, way);
            b.Push(delay, kept);
            var underWay = UnderWay(source, side);
            b.Set(underWay, b.Add(b.Subtract(b.Read(underWay), arrived), kept));
        }

        var stock = Stock(side.Part<InputStock>(source.To), side);
        b.Set(stock, b.Add(b.Read(stock), arrived));
    }
}
