namespace Supply.Compilation;

/// <content>Inputs of rounds: their stocks and sources, and what lines take of them.</content>
internal sealed partial class NetworkChecks
{
    private void Check(string place, InputStock stock)
    {
        values.Units(place, "opening", stock.Opening);
    }

    private void Idle(InputStock stock)
    {
        if (!Parts<ProductionLine>().Any(line => line.Inputs.Any(use => use.Stock == stock.Name)))
        {
            problems.Add(Place(stock), "no line uses it; name it among the inputs of a line, or leave it out.");
        }

        if (stock.Opening.Value is ExactlyValue { Value: 0 } && !Parts<InputSource>().Any(source => source.To == stock.Name))
        {
            problems.Add(Place(stock), "nothing can reach it: it opens empty, and no input source fills it.");
        }
    }

    private void Check(string place, InputSource source)
    {
        Refer<InputStock>(place, "To", source.To);
        values.Path(place, "rate", source.Rate, of: "units");
        if (source.LeadTime is { } time) values.Days(place, "lead time", time);
        values.Fraction(place, "loss", source.Loss);
        values.Money(place, "unit cost", source.UnitCost);
    }

    private void Inputs(string place, ProductionLine line)
    {
        foreach (var use in line.Inputs)
        {
            Refer<InputStock>(place, "inputs", use.Stock);
            values.Units(place, $"use of \"{use.Stock}\" per round", use.PerRound);
        }

        foreach (var group in line.Inputs.GroupBy(use => use.Stock).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"it uses \"{group.Key}\" {group.Count()} times; it may once. Add them up.");
        }
    }
}
