using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class AccountOracles
{
    private const double Month = 30.4375;
    private static readonly Metric Imported = Total(Quantity.Imported);
    private static readonly Metric Debt = new(Quantity.AccountDebt);
    private static readonly Metric Credit = new(Quantity.AccountCredit);
    private static readonly Metric Willing = new(Quantity.Willingness);

    private static Supplier Paid(double perDay, params Payment[] more) => Arsenal(1e9, 0, 100) with
    {
        Account = new([new("food", Money.Of(perDay * Month)), .. more], Price: Money.Of(2), Credit: Money.Of(1000),
            Patience: Money.Of(4000)),
    };

    //   Arsenal, orders 100 at price 2, paid 120 a day --> sends 60 a day in the end, when it is owed 1000 + 4000 x (1 - 60/100)
    [Fact]
    public void Exports_FallToWhatIsPaid()
    {
        var result = Steps(600, Paid(120), Sea(1), Depot("Depot")).Trace(Imported, Debt, Willing, Total(Quantity.HeldByWillingness));
        result.Path(Imported)[5].ShouldBeClose(100);
        result.Path(Imported)[^1].ShouldBe(60, Close(1e5));
        result.Path(Willing)[^1].ShouldBe(0.6, Tolerance.SameModel);
        result.Path(Total(Quantity.HeldByWillingness))[^1].ShouldBe(40, Close(1e5));
        // Before this step's payment and after the last debit the supplier is owed this much; another 120 was paid before it answered.
        result.Path(Debt)[^1].ShouldBe(1000 + 4000 * 0.4 + 120, Tolerance.SameModel * 1e4);
    }

    //   Paid in advance, the account runs down at price x dispatch before anything is owed; the books of the account close
    [Fact]
    public void Account_IsOpeningPlusPaidLessDebited()
    {
        var supplier = Paid(50) with { Account = Paid(50).Account! with { Opening = Money.Of(1000) } };
        var result = Steps(12, supplier, Sea(1), Depot("Depot")).Trace(Credit, Debt, Total(Quantity.Paid), Total(Quantity.Debited));
        for (var t = 0; t < 12; t++)
        {
            var balance = 1000 + (50 - 200) * (t + 1.0);
            result.Path(Credit)[t].ShouldBe(Math.Max(0, balance), Close(1e4), $"day {t}");
            result.Path(Debt)[t].ShouldBe(Math.Max(0, -balance), Close(1e4), $"day {t}");
        }

        result.Path(Total(Quantity.Paid)).Sum().ShouldBeClose(600);
        result.Path(Total(Quantity.Debited)).Sum().ShouldBeClose(2400);
    }

    //   Payment stops on day 50: exports die away with exp(-price x orders / patience x days), and recover when it is paid again
    [Fact]
    public void PaymentStop_EndsExports_AndPaymentBringsThemBack()
    {
        var scenario = Steps(400, Paid(200), Sea(1), Depot("Depot")) with
        {
            Changes = [new PaymentStop(Origin.Dprk, Moment.AtStep(50)) { Until = Moment.AtStep(250) }],
        };
        var imported = scenario.Trace(Imported).Path(Imported);
        imported.Take(50).ShouldAllBe(rounds => Math.Abs(rounds - 100) < Close(1e5));
        // Owed 200 more each day, it begins to hold back at 1000; from then on by a factor of 1 - 200 / 4000 a day.
        for (var t = 56; t < 250; t++) imported[t].ShouldBe(100 * Math.Pow(0.95, t - 55), Close(1e5), $"day {t}");
        // Paid 200 a day again, it is owed less by the amount it does not send: 1 - w falls by a factor of 0.95 a day.
        (100 - imported[399]).ShouldBe((100 - imported[250]) * Math.Pow(0.95, 149), Close(1e5));
        imported[399].ShouldBeGreaterThan(99);
    }

    //   Food and oil; oil alone stops: the account is paid with food only
    [Fact]
    public void PaymentStop_OfOneGood_LeavesTheOthers()
    {
        var scenario = Steps(20, Paid(30, new Payment("oil", Money.Of(70 * Month)) { From = Moment.AtStep(4), Until = Moment.AtStep(16) }),
            Sea(1),
            Depot("Depot")) with
        {
            Changes = [new PaymentStop(Origin.Dprk, Moment.AtStep(10)) { Good = "oil" }],
        };
        var paid = scenario.Trace(Total(Quantity.Paid)).Path(Total(Quantity.Paid));
        for (var t = 0; t < 20; t++) paid[t].ShouldBe(t is >= 4 and < 10 ? 100 : 30, Close(1e4), $"day {t}");
    }

    //   A new deal on day 10: payments x 1.5, price x 0.5
    [Fact]
    public void NewDeal_ChangesPaymentsAndPrice()
    {
        var scenario = Steps(20, Paid(100), Sea(1), Depot("Depot")) with
        {
            Changes = [new NewDeal(Origin.Dprk, Moment.AtStep(10)) { Payments = 1.5, Price = 0.5 }],
        };
        var result = scenario.Trace(Total(Quantity.Paid), Total(Quantity.Debited), Imported);
        for (var t = 0; t < 20; t++)
        {
            result.Path(Total(Quantity.Paid))[t].ShouldBe(t < 10 ? 100 : 150, Close(1e4), $"day {t}");
            result.Path(Total(Quantity.Debited))[t].ShouldBe(result.Path(Imported)[t] * (t < 10 ? 2 : 1), Close(1e4), $"day {t}");
        }
    }

    //   Announced for day 5, slips 9.5 days: the first orders on day 15, in no plan before
    [Fact]
    public void AnnouncedDeal_BeginsAfterItsSlip()
    {
        var supplier = Arsenal(1e6, 0, 100) with { Announced = new(Moment.AtStep(5), Days.Of(9.5)) };
        var scenario = Steps(30, supplier, Sea(1), Depot("Depot"))
            with { Changes = [new TargetShare(Origin.Dprk, Moment.AtStep(0), Fraction.Of(0.5),
                ShareMeaning.Added) { Until = Moment.AtStep(20) }] };
        var ordered = (scenario with { Networks = [
            scenario.Networks[0] with { Parts = scenario.Networks[0].Parts.Add(Line(Rate.PerDay(70))) }] })
            .Trace(Total(Quantity.Ordered)).Path(Total(Quantity.Ordered));
        for (var t = 0; t < 30; t++) ordered[t].ShouldBe(t < 15 ? 0 : t < 20 ? 70 : 100, Close(3000), $"day {t}");
    }

    //   With probability 0.3 it begins at all
    [Fact]
    public void AnnouncedDeal_MayNeverBegin()
    {
        const int replications = 2000;
        var supplier = Arsenal(1e6, 0, 100) with { Announced = new(Moment.AtStep(0), Days.Of(3)) { Probability = Fraction.Of(0.3) } };
        var ordered = new Ensemble(replications, Record: new Metrics().And(Total(Quantity.Ordered)))
            .Run(Steps(10, supplier, Sea(1), Depot("Depot"))).Baseline.Scalar(Total(Quantity.Ordered));
        ordered.ShouldAllBe(rounds => rounds == 0 || Math.Abs(rounds - 700) < Close(700));
        var error = Math.Sqrt(0.3 * 0.7 / replications);
        (ordered.Count(rounds => rounds > 0) / (double)replications).ShouldBe(0.3, Tolerance.StandardErrors * error);
    }
}
