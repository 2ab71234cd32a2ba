using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// The barter account of a supplier: payments are credited, dispatched rounds debited, and what the supplier is owed decides how
/// much of what it could send it is willing to.
/// </summary>
internal static class AccountEquations
{
    private const double DaysOfMonth = 30.4375;

    /// <summary>Value paid less value dispatched; below 0 the supplier is owed it.</summary>
    public static StateRef Balance(Supplier supplier, Side side) => side.Level("account", supplier, () => Opening(supplier, side));

    public static void Pay(Supplier supplier, Side side)
    {
        if (supplier.Account is not { } account) return;
        var b = side.Builder;
        var paid = b.Multiply(b.Sum(account.Payments.Select(payment => Payment(supplier, payment, side))), Terms(supplier, deal => deal.Payments, "payments", side));
        paid.Label ??= side.Label("paid", supplier.Name);
        var balance = Balance(supplier, side);
        b.Set(balance, b.Add(b.Read(balance), paid));
        side.Ledger.Book(Quantity.Paid, side, supplier, paid);
    }

    /// <summary>What a supplier releases of what it could send; all of it without an account.</summary>
    public static Term[] Release(Supplier supplier, Term[] allowed, Side side)
    {
        if (supplier.Account is not { } account) return allowed;
        var willing = Willingness(supplier, account, side);
        return [.. allowed.Select((rounds, i) => side.Rounding.Run(side.Builder.Multiply(rounds, willing), side.Label("released", supplier.Name, i)))];
    }

    /// <summary>The share of what it could send that a supplier is willing to.</summary>
    private static Term Willingness(Supplier supplier, BarterAccount account, Side side)
    {
        var b = side.Builder;
        var target = Target(supplier, account, b.Read(Balance(supplier, side)), side);
        target.Label ??= side.Label("willingness wanted", supplier.Name);
        var willing = target;
        if (account.Reaction is { } reaction)
        {
            var smoothed = side.Level("willingness", supplier, () => Target(supplier, account, Opening(supplier, side), side));
            willing = b.Read(smoothed);
            var share = b.Min(b.One, b.Divide(b.Constant(side.Horizon.StepDays), Of(supplier, reaction.Value, "reaction", side)));
            b.Set(smoothed, b.Add(willing, b.Multiply(b.Subtract(target, willing), share)));
        }

        side.Ledger.Book(Quantity.Willingness, side, supplier, willing);
        return willing;
    }

    public static void Debit(Supplier supplier, Term dispatched, Side side)
    {
        if (supplier.Account is not { } account) return;
        var b = side.Builder;
        var price = b.Multiply(Of(supplier, account.Price, "price", side), Terms(supplier, deal => deal.Price, "price", side));
        var value = b.Multiply(dispatched, price);
        value.Label ??= side.Label("debited", supplier.Name);
        var balance = Balance(supplier, side);
        b.Set(balance, b.Subtract(b.Read(balance), value));
        side.Ledger.Book(Quantity.Debited, side, supplier, value);
    }

    /// <summary>Books both sides of the account at the end of the step.</summary>
    public static void Close(Side side)
    {
        var b = side.Builder;
        foreach (var supplier in side.Parts<Supplier>().Where(supplier => supplier.Account is not null))
        {
            var balance = b.Read(Balance(supplier, side));
            side.Ledger.Book(Quantity.AccountCredit, side, supplier, b.Max(b.Zero, balance));
            side.Ledger.Book(Quantity.AccountDebt, side, supplier, b.Max(b.Zero, b.Subtract(b.Zero, balance)));
        }
    }

    private static Term Opening(Supplier supplier, Side side) => Of(supplier, supplier.Account!.Opening, "opening", side);

    private static Term Target(Supplier supplier, BarterAccount account, Term balance, Side side)
    {
        var b = side.Builder;
        var patience = Of(supplier, account.Patience, "patience", side);
        var left = b.Add(b.Add(balance, Of(supplier, account.Credit, "credit", side)), patience);
        return b.Max(b.Zero, b.Min(b.One, b.Divide(left, patience)));
    }

    private static Term Payment(Supplier supplier, Payment payment, Side side)
    {
        var b = side.Builder;
        var horizon = side.Horizon;
        var paid = b.Flag(payment.From is { } from ? horizon.StepAt(from) : 0, payment.Until is { } until ? horizon.StepAt(until) : b.Steps);
        foreach (var placed in Dated.Of<PaymentStop>(side, supplier.Name).Where(placed => ((PaymentStop)placed.Change).Good is var good && (good is null || good == payment.Good)))
        {
            paid = b.Multiply(paid, b.Rest(Dated.Flag(side, placed.Change)));
        }

        return b.Multiply(b.Multiply(Of(supplier, payment.PerMonth, "payments/" + payment.Good, side), b.Constant(horizon.StepDays / DaysOfMonth)), paid);
    }

    private static Term Terms(Supplier supplier, Func<NewDeal, Uncertain> factor, string property, Side side) =>
        Dated.Product(side, supplier.Name, factor, property);

    private static Term Of(Supplier supplier, Uncertain number, string property, Side side) =>
        side.Numbers.Of(number, side.Address(supplier, "account/" + property));
}
