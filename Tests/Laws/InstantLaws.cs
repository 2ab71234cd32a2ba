namespace Supply.Tests.Laws;

/// <summary>Laws of routes without lead time.</summary>
public class InstantLaws
{
    private const int Samples = 40;

    [Fact]
    public void ARouteWithoutLeadTime_DeliversInTheStepOfTheDispatch()
    {
        var routes = 0;
        Law.ForAll(Samples, sample =>
        {
            var instant = sample.Parts<Route>().Where(route => route.IsInstant).ToArray();
            if (instant.Length == 0) return;
            routes += instant.Length;
            Metric Of(Quantity quantity, string place) => new Metric(quantity).Total().At(place);
            Metric Sent(Route route) => sample.Parts<Supplier>().Any(supplier => supplier.Name == route.From)
                ? Of(Quantity.Imported, route.From) : Of(Quantity.Dispatched, route.Name);
            var metrics = instant.SelectMany(route => new[] { Sent(route), Of(Quantity.Received, route.Name),
                Of(Quantity.Lost, route.Name), Metric.InTransit.At(route.Name) });
            var result = new Ensemble(2, Record: Recorded.EveryStep([.. metrics])).Run(sample.Scenario).Baseline;
            foreach (var route in instant)
            {
                result.Path(Metric.InTransit.At(route.Name)).ShouldAllBe(rounds => rounds == 0, route.Name);
                var (sent, received, lost) = (result.Path(Sent(route)), result.Path(Of(Quantity.Received, route.Name)),
                    result.Path(Of(Quantity.Lost, route.Name)));
                for (var t = 0; t < sent.Length; t++)
                {
                    received[t].ShouldBe(sent[t] - lost[t], Tolerance.SameModel * Math.Max(1, sent.Sum()), $"{route.Name}, step {t}");
                }
            }
        });
        routes.ShouldBeGreaterThan(Samples / 4);
    }
}
