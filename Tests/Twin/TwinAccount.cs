namespace Supply.Tests.Twin;

/// <summary>The account of MODEL.md for one supplier.</summary>
internal sealed class TwinAccount
{
    private readonly Supplier supplier;
    private readonly Network network;
    private readonly Horizon horizon;
    private readonly TwinNumbers numbers;
    private readonly TwinChanges changes;
    private readonly BarterAccount account;
    private double smoothed;

    public TwinAccount(Supplier supplier, Network network, Horizon horizon, TwinNumbers numbers, TwinChanges changes)
    {
        (this.supplier, this.network, this.horizon, this.numbers, this.changes) = (supplier, network, horizon, numbers, changes);
        account = supplier.Account!;
        Balance = Once("opening", account.Opening.Value);
        smoothed = Target();
    }

    /// <summary>Paid less debited, plus the opening balance.</summary>
    public double Balance { get; private set; }

    /// <summary>Event 3; returns the payment.</summary>
    public double Pay(int t)
    {
        var sum = 0.0;
        foreach (var payment in account.Payments)
        {
            var amount = Once("payments/" + payment.Good, payment.PerMonth.Value) / 30.4375 * horizon.StepDays;
            var acts = (payment.From is not { } from || t >= numbers.StepAt(from))
                && (payment.Until is not { } until || t < numbers.StepAt(until));
            if (acts && changes.Pays(network, supplier, payment.Good)) sum += amount;
        }

        sum *= changes.Deal(network, supplier, deal => deal.Payments, "payments");
        Balance += sum;
        return sum;
    }

    /// <summary>Event 5: the willingness of this step.</summary>
    public double Willingness()
    {
        var target = Target();
        if (account.Reaction is not { } reaction) return target;
        var willing = smoothed;
        smoothed += (target - smoothed) * Math.Min(1, horizon.StepDays / Once("reaction", reaction.Value));
        return willing;
    }

    /// <summary>Event 5: dispatched rounds are debited; returns their value.</summary>
    public double Debit(double rounds)
    {
        var value = rounds * (Once("price", account.Price.Value) * changes.Deal(network, supplier, deal => deal.Price, "price"));
        Balance -= value;
        return value;
    }

    private double Target()
    {
        var (credit, patience) = (Once("credit", account.Credit.Value), Once("patience", account.Patience.Value));
        return Math.Clamp((Balance + credit + patience) / patience, 0, 1);
    }

    private double Once(string property, Uncertain number) => numbers.Value(number, $"{network.Key}/{supplier.Key}/account/{property}");
}
