namespace Supply.Tests.Laws;

/// <summary>
/// Random scenarios: the samples of the other laws with drawings at stockpiles and reserves, a third of them in whole rounds.
/// </summary>
internal static class DrawingSamples
{
    private const string Shared = "drawing";

    /// <summary>The sample of a number, always the same.</summary>
    public static Sample Of(int number)
    {
        var (dice, plain) = (new Dice(number + 11_000_000), MakingSamples.Of(number));
        var parts = plain.Network.Parts.Select(part => With(part, Drawing(dice, plain))).ToArray();
        var sample = plain.With(plain.Network with { Parts = Items.From(parts) });
        return sample with { Scenario = sample.Scenario with { WholeRounds = number % 3 == 0 } };
    }

    /// <summary>The sample with another drawing at every place.</summary>
    public static Sample Each(Sample sample, Func<Drawing, Drawing> change) => sample.With(sample.Network with
    {
        Parts = Items.From(sample.Network.Parts.Select(part => part switch
        {
            Stockpile stockpile => With(part, change(stockpile.Drawing)),
            Reserve reserve => With(part, change(reserve.Drawing)),
            _ => part,
        })),
    });

    /// <summary>Rules of every kind, of which a choice is made.</summary>
    public static Drawing[] Rules(Dice dice, Sample sample)
    {
        var days = sample.Scenario.Horizon.StepDays;
        Drawing Newest() => Supply.Drawing.NewestFirst(dice.Whole(2, 5), Days.Of(days * dice.Whole(1, 12)));
        Origin[] origins = [.. sample.Parts<Supplier>().Select(one => one.Origin).Prepend(Origin.Russia)];
        var preferred = dice.Shuffled(origins).Take(dice.Whole(1, origins.Length));
        return [Supply.Drawing.Proportional, Supply.Drawing.ByPreference([.. preferred]), Newest(), Newest()];
    }

    private static Drawing Drawing(Dice dice, Sample sample)
    {
        var rules = Rules(dice, sample);
        return dice.Whole(0, 5) switch
        {
            < 4 and var i => rules[i],
            4 => Choice(dice.Shuffled(rules)[..3]),
            _ => Choice(rules).Named(Shared),
        };
    }

    /// <summary>A choice between rules, with the weights 1, 2, ...</summary>
    public static DrawingChoice Choice(params Drawing[] rules) =>
        Supply.Drawing.OneOf([.. rules.Select((rule, i) => new DrawingAlternative($"case {i}", i + 1, rule))]);

    private static Part With(Part part, Drawing drawing) => part switch
    {
        Stockpile stockpile => stockpile with { Drawing = drawing },
        Reserve reserve => reserve with { Drawing = drawing },
        _ => part,
    };
}
