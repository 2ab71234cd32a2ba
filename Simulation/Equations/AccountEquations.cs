using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// The barter account of a supplier: payments are credited, dispatched rounds debited, and what the supplier is owed decides how
/// much of what it could send it is willing to.
/// </summary>
internal static class AccountEquations
{
    private const double DaysOfMonth = 30.4375;

    /// <summary>Value paid less value dispatched; below 0 the supplier is owed it.</summary>
    public static StateRef Balance(Supplier supplier, Side side) => side.Stores.Level("account", supplier, () => Opening(supplier, side));

    public static void Pay(Supplier supplier, Side side)
    {
        if (supplier.Account is not { } account) return;
        var payments = side.Sum(account.Payments.Select(payment => Paid(supplier, payment, side)));
        var paid = (payments * ChangeEquations.Product<NewDeal>(side, supplier.Name, "payments")).Named("paid", supplier);
        Balance(supplier, side).Now += paid;
        side.Book(Quantity.Paid, supplier, paid);
    }

    /// <summary>Rounds that a supplier releases of those it could send; all of them without an account.</summary>
    public static Term[] Release(Supplier supplier, Term[] allowed, Side side)
    {
        if (supplier.Account is null) return allowed;
        var willing = Willing(supplier, side);
        side.Book(Quantity.Willingness, supplier, willing);
        return [.. allowed.Select((rounds, i) => side.Rounding.Run(rounds * willing, side.Label("released", supplier.Name, i)))];
    }

    public static void Debit(Supplier supplier, Term dispatched, Side side)
    {
        if (supplier.Account is null) return;
        var price = side.Number(supplier, "account/price") * ChangeEquations.Product<NewDeal>(side, supplier.Name, "price");
        var value = (dispatched * price).Named("debited", supplier);
        Balance(supplier, side).Now -= value;
        side.Book(Quantity.Debited, supplier, value);
    }

    /// <summary>Books both sides of the account at the end of the step.</summary>
    public static void Close(Side side)
    {
        foreach (var supplier in side.Parts<Supplier>().Where(supplier => supplier.Account is not null))
        {
            var balance = Balance(supplier, side).Now;
            side.Book(Quantity.AccountCredit, supplier, Max(0, balance));
            side.Book(Quantity.AccountDebt, supplier, Max(0, -balance));
        }
    }

    private static Term Opening(Supplier supplier, Side side) => side.Number(supplier, "account/opening");

    /// <summary>The share of what it could send that a supplier is willing to; with a reaction it follows the balance slowly.</summary>
    private static Term Willing(Supplier supplier, Side side)
    {
        var wanted = Wanted(supplier, Balance(supplier, side).Now, side).Named("willingness wanted", supplier);
        if (supplier.Account!.Reaction is null) return wanted;
        var smoothed = side.Stores.Level("willingness", supplier, () => Wanted(supplier, Opening(supplier, side), side));
        var willing = smoothed.Now;
        var share = Min(1, side.StepDays / side.Number(supplier, "account/reaction"));
        smoothed.Now = willing + (wanted - willing) * share;
        return willing;
    }

    /// <summary>The willingness that a balance calls for.</summary>
    private static Term Wanted(Supplier supplier, Term balance, Side side)
    {
        var patience = side.Number(supplier, "account/patience");
        var left = balance + side.Number(supplier, "account/credit") + patience;
        return Clamp(left / patience);
    }

    /// <summary>The payment in one good in this step, unless it is stopped.</summary>
    private static Term Paid(Supplier supplier, Payment payment, Side side)
    {
        var horizon = side.Horizon;
        var begin = payment.From is { } from ? horizon.StepAt(from) : 0;
        var end = payment.Until is { } until ? horizon.StepAt(until) : horizon.Steps;
        var acts = side.Builder.Flag(begin, end);
        foreach (var (stop, _) in ChangeEquations.Of<PaymentStop>(side, supplier.Name))
        {
            if (stop.Good is null || stop.Good == payment.Good) acts *= Rest(ChangeEquations.Flag(side, stop));
        }

        return side.Number(supplier, $"account/payments/{payment.Good}") * (side.StepDays / DaysOfMonth) * acts;
    }
}
