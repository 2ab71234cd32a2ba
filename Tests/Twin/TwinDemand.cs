namespace Supply.Tests.Twin;

/// <summary>Event 6 of MODEL.md: a consumer's requirement.</summary>
internal sealed class TwinDemand(
    Network network, Horizon horizon, TwinNumbers numbers, TwinChanges changes, Func<string, string, int, double> firedIn)
{
    /// <summary>Rounds of a calibre required in step t.</summary>
    public double Required(Consumer consumer, Calibre calibre, int t)
    {
        Declare(consumer, t);
        var own = Own(consumer, calibre, t);
        var ceiling = consumer.Demands.Single(demand => demand.Calibre == calibre).Ceiling is { } path
            ? numbers.Amount(path, Address(consumer, $"ceiling/{calibre}"), t) : 0;
        if (Follows(consumer)) return ceiling;
        if (consumer.Response is not { } response || t == 0) return own;
        var all = consumer.Demands.Sum(demand => Own(consumer, demand.Calibre, t));
        var weight = Strength(consumer, DemandMechanism.Response, response.Weight.Value, "response/weight", t);
        var ratio = numbers.Value(response.Ratio.Value, Address(consumer, "response/ratio"), t);
        var part = all > 0 ? own / all : 0;
        return own * (1 - weight) + weight * ratio * Lately(response, t) * part;
    }

    /// <summary>Whether a consumer's wish follows supply in this replication.</summary>
    public bool Follows(Consumer consumer) =>
        consumer.FollowsSupply is { } number && numbers.Value(number, Address(consumer, "followsSupply")) > 0.5;

    private string Address(Consumer consumer, string property) => $"{network.Key}/{consumer.Key}/{property}";

    private double Own(Consumer consumer, Calibre calibre, int t)
    {
        var path = consumer.Demands.First(demand => demand.Calibre == calibre).Required;
        return changes.Required(network, consumer, calibre, numbers.Amount(path, Address(consumer, $"required/{calibre}"), t))
            * changes.RequirementFactor(network, consumer) * Season(consumer, t) * (1 - Displaced(consumer, t));
    }

    private double Season(Consumer consumer, int t) => consumer.Season is not { } season ? 1
        : 1 + Strength(consumer, DemandMechanism.Season, season.Amplitude.Value, "season/amplitude", t)
            * Math.Cos(2 * Math.PI * (t * horizon.StepDays - numbers.DaysTo(season.Peak)) / 365.25);

    private double Displaced(Consumer consumer, int t)
    {
        if (consumer.Displacement is not { } one) return 0;
        var x = (t * horizon.StepDays - numbers.DaysTo(one.From)) / numbers.Value(one.Over.Value, Address(consumer, "displacement/over"));
        var grown = one.Growth == Growth.Linear ? Math.Clamp(x, 0, 1) : 1 / (1 + Math.Exp(-2 * Math.Log(9) * (x - 0.5)));
        var factor = changes.DemandFactor(network, consumer, DemandMechanism.Displacement);
        var displaced = numbers.Value(one.Ceiling.Value, Address(consumer, "displacement/ceiling")) * grown;
        return Math.Min(1, displaced * factor);
    }

    private double Strength(Consumer consumer, DemandMechanism mechanism, Uncertain number, string property, int t) =>
        Math.Min(1, numbers.Value(number, Address(consumer, property), t) * changes.DemandFactor(network, consumer, mechanism));

    /// <summary>The opponent's fire per step over the last steps before this one, as many as there have been.</summary>
    private double Lately(Response response, int t)
    {
        var names = response.Opponent.Split('/');
        var n = (int)Math.Max(1, Math.Floor(response.TrailingDays / horizon.StepDays + 0.5));
        var (all, lately) = (0.0, 0.0);
        for (var step = 0; step < t; step++)
        {
            var fired = firedIn(names[0], names[1], step);
            all += fired;
            if (step >= t - n) lately += fired;
        }

        return lately > 1e-9 * all ? lately / Math.Min(t, n) : 0;
    }

    /// <summary>Values the numbers of an answer in step 0 too, so that their parameters are known.</summary>
    private void Declare(Consumer consumer, int t)
    {
        if (consumer.Response is not { } response) return;
        numbers.Value(response.Weight.Value, Address(consumer, "response/weight"), t);
        numbers.Value(response.Ratio.Value, Address(consumer, "response/ratio"), t);
    }
}
