using Supply.Equations;

namespace Supply.Tests.Laws;

/// <summary>
/// Random scenarios: the samples of the other laws with wishes that follow supply, covers that drift and throttles.
/// </summary>
internal static class SupplyFollowingSamples
{
    /// <summary>The sample of a number, always the same: with making, shipments, guns and drawings as well.</summary>
    public static Sample Of(int number) => Throttled(Drifting(Following(DrawingSamples.Of(number))));

    /// <summary>Half of the covers that rationing keeps drift.</summary>
    public static Sample Drifting(Sample sample)
    {
        var dice = new Dice(sample.Number + 9_300_000);
        return Each(sample, part => part is Consumer { Rationing: CoverRationing rule } consumer && dice.Chance(0.5)
            ? consumer with { Rationing = rule with { Cover = Days.Of(rule.Cover.Value
                * Uncertain.Drift(sample.Scenario.Horizon.Start is { } first ? first : Moment.AtStep(0), 0.8)) } }
            : part);
    }

    /// <summary>Forces whose wish follows supply, each in some replications, all or none.</summary>
    public static Sample Following(Sample sample)
    {
        var dice = new Dice(sample.Number + 9_000_000);
        var choice = Uncertain.OneOf(new Alternative("given", 1, 0), new Alternative("follows", 2, 1));
        return Each(sample, part => part is Consumer consumer && dice.Chance(0.8)
            ? Following(consumer, dice.Of<Uncertain>(choice, 1, 0), () => dice.Number(50, 1_500), dice.Number(8, 30))
            : part);
    }

    /// <summary>Every force with the same wish, and ceilings without doubt.</summary>
    public static Sample Following(Sample sample, Uncertain follows)
    {
        var dice = new Dice(sample.Number + 9_100_000);
        return Each(sample, part => part is Consumer consumer
            ? Following(consumer, follows, () => dice.Number(50, 1_500), dice.Number(8, 30)) : part);
    }

    /// <summary>Some lines, works and offers with a throttle; times are at least the longest step.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="floor">The floor of all; null: of each its own.</param>
    public static Sample Throttled(Sample sample, Fraction? floor = null)
    {
        var dice = new Dice(sample.Number + 9_200_000);
        var topology = new Topology(sample.Network);
        Throttle? Cut(Calibre calibre)
        {
            string[] holding = [.. sample.Parts<Stockpile>().Select(place => place.Name)
                .Where(place => topology.Calibres(place).Contains(calibre))];
            if (holding.Length == 0 || dice.Chance(0.3)) return null;
            var begins = dice.Chance(0.2) ? 0 : dice.Number(8, 20);
            return new(Items.From(dice.Shuffled(holding).Take(dice.Whole(1, 2))), Days.Of(begins),
                Days.Of(Uncertain.Uniform(begins + 8, begins + dice.Number(9, 60))), Days.Of(dice.Number(8, 30)))
            {
                Floor = floor ?? Fraction.Of(Uncertain.Uniform(0, dice.Number(0, 1))),
            };
        }

        return Each(sample, part => part switch
        {
            ProductionLine line => line with { Throttle = Cut(line.Calibre) },
            RefurbishmentWorks works => works with { Throttle = Cut(works.Calibre) },
            Supplier supplier => supplier with
            {
                Offers = Items.From(supplier.Offers.Select(offer =>
                    offer.Orders is null ? offer : offer with { Throttle = Cut(offer.Calibre) })),
            },
            _ => part,
        });
    }

    public static Sample Each(Sample sample, Func<Part, Part> edit) =>
        sample.With(sample.Network with { Parts = Items.From(sample.Network.Parts.Select(edit)) });

    private static Consumer Following(Consumer consumer, Uncertain follows, Func<double> ceiling, double cover) => consumer with
    {
        FollowsSupply = follows,
        Unmet = Unmet.Lost,
        Rationing = consumer.Rationing is CoverRationing rule ? rule : Rationing.ByCover(Days.Of(cover)),
        Demands = Items.From(consumer.Demands.Select(demand => demand with { Ceiling = Rate.PerDay(ceiling()) })),
    };
}
