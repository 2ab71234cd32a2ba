using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class InputOracles
{
    //   plant, s per day --> Powder, I0 --> Line, c per day, u per round      full output for I0 / (c u - s) days, then s / u
    [Theory]
    [InlineData(300, 2, 100, 0.05, 100)]
    [InlineData(1_000, 0, 250, 0.008, 500)]
    public void Output_IsFullUntilTheInputIsGone_ThenWhatComesIn(double opening, double supply, double capacity, double perRound, int days)
    {
        var scenario = Steps(days + 40, Depot("Depot"), new InputStock("Powder", Units.Of(opening)),
            new InputSource("Plant", "Powder", Rate.PerDay(supply)),
            Line(Rate.PerDay(capacity), name: "Line") with { Inputs = [new("Powder", Units.Of(perRound))] });
        Metric[] metrics = [Total(Quantity.Produced), Total(Quantity.HeldByInput).At("Powder"), Total(Quantity.InputUsed)];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < days + 40; t++)
        {
            var output = t < days ? capacity : supply / perRound;
            result.Path(metrics[0])[t].ShouldBe(output, Close(capacity * 1000), $"day {t}");
            result.Path(metrics[1])[t].ShouldBe(capacity - output, Close(capacity * 1000), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(output * perRound, Close(capacity * 1000), $"day {t}");
        }
    }

    //   Powder, 60 -+-> Line, 100 per day, 1 of each        the scarcer one decides and is what holds
    //   Fuzes,  30 -+
    [Fact]
    public void ScarcestInput_LimitsTheLine_AndIsWhatHolds()
    {
        var scenario = Steps(1, Depot("Depot"), new InputStock("Powder", Units.Of(60)), new InputStock("Fuzes", Units.Of(30)),
            Line(Rate.PerDay(100)) with { Inputs = [new("Powder", Units.Of(1)), new("Fuzes", Units.Of(1))] });
        Held(scenario).ShouldBe((30, 0, 70));
    }

    // Both are gone: half of the lost output is due to the lack of each.
    [Fact]
    public void InputsThatAreAsScarce_HoldInEqualParts()
    {
        var scenario = Steps(1, Depot("Depot"), new InputStock("Powder", Units.Of(20)), new InputStock("Fuzes", Units.Of(20)),
            Line(Rate.PerDay(100)) with { Inputs = [new("Powder", Units.Of(1)), new("Fuzes", Units.Of(1))] });
        Held(scenario).ShouldBe((20, 40, 40));
    }

    // Both allow 123,456 of a million rounds, except for the last digit: neither is the scarcer one. Nothing wanted, nothing held.
    [Fact]
    public void InputsThatAreAsScarceButForRounding_HoldInEqualParts()
    {
        var scenario = Steps(2, Depot("Depot"), new InputStock("Powder", Units.Of(86_419.2)), new InputStock("Fuzes", Units.Of(37_036.8)),
            Line(RatePath.PerStep(1e6, 0)) with { Inputs = [new("Powder", Units.Of(0.7)), new("Fuzes", Units.Of(0.3))] });
        var held = Total(Quantity.HeldByInput);
        var result = scenario.Trace(held.At("Powder"), held.At("Fuzes"));
        foreach (var stock in new[] { "Powder", "Fuzes" })
        {
            result.Path(held.At(stock))[0].ShouldBeClose((1e6 - 123_456) / 2, stock);
            result.Path(held.At(stock))[1].ShouldBe(0, stock);
        }
    }

    //   Powder, 90 -+-> A, 100 per day, 1 each        45 + 45 = 90 units: each is cut to 45 %
    //               +-> B,  50 per day, 2 each
    [Fact]
    public void LinesThatShareAnInput_AreCutInProportion()
    {
        var scenario = Steps(1, Depot("Depot"), new InputStock("Powder", Units.Of(90)),
            Line(Rate.PerDay(100), name: "A") with { Inputs = [new("Powder", Units.Of(1))] },
                Line(Rate.PerDay(50), name: "B") with { Inputs = [new("Powder", Units.Of(2))] });
        var produced = Total(Quantity.Produced);
        var result = scenario.Trace(produced.At("A"), produced.At("B"));
        result.Path(produced.At("A"))[0].ShouldBeClose(45);
        result.Path(produced.At("B"))[0].ShouldBeClose(22.5);
    }

    //   Powder, I0 --> Line, 10 rounds a day of 0.05 units        half a unit is wanted, and I0 of it is there
    [Theory]
    [InlineData(0.2, 4)]
    [InlineData(0.5, 10)]
    public void LessThanOneUnitWanted_IsCutToo(double opening, double made)
    {
        var scenario = Steps(1, Depot("Depot"), new InputStock("Powder", Units.Of(opening)),
            Line(Rate.PerDay(10)) with { Inputs = [new("Powder", Units.Of(0.05))] });
        var result = scenario.Trace(Total(Quantity.Produced), Total(Quantity.HeldByInput), Total(Quantity.InputUsed));
        result.Path(Total(Quantity.Produced))[0].ShouldBeClose(made);
        result.Path(Total(Quantity.HeldByInput))[0].ShouldBeClose(10 - made);
        result.Path(Total(Quantity.InputUsed))[0].ShouldBeClose(0.05 * made);
    }

    //   Imports, s per day, L days --> Powder --> Line       sanction at day 20: r s goes on; of the rest e comes D days later, dearer
    [Fact]
    public void Sanction_LetsPassAtOnce_AndTheEvadedPartLaterAndDearer()
    {
        const double supply = 10, remaining = 0.3, evaded = 0.5, lost = 0.1, price = 4;
        var scenario = Steps(60, Depot("Depot"), new InputStock("Powder"),
            new InputSource("Imports", "Powder", Rate.PerDay(supply)) { LeadTime = Days.Of(5), Loss = Fraction.Of(lost),
                UnitCost = Money.Of(price) },
            Line(Rate.PerDay(1e6)) with { Inputs = [new("Powder", Units.Of(1))] }) with
        {
            Changes = [new InputSanction("Imports", Moment.AtStep(20), Fraction.Of(remaining)) { Evaded = Fraction.Of(evaded),
                EvasionDelay = Days.Of(7), PriceFactor = 2 }],
        };
        Metric[] metrics = [Total(Quantity.InputUsed), Total(Quantity.InputBlocked), Total(Quantity.InputCost), new(Quantity.InputUnderWay),
            Total(Quantity.InputLost)];
        var result = scenario.Trace(metrics);
        var round = supply * (1 - remaining) * evaded;
        for (var t = 0; t < 60; t++)
        {
            var direct = t < 5 ? 0 : t < 25 ? supply : supply * remaining;
            result.Path(metrics[0])[t].ShouldBeClose((direct + (t < 32 ? 0 : round)) * (1 - lost), $"day {t}");
            result.Path(metrics[1])[t].ShouldBeClose(t < 20 ? 0 : supply * (1 - remaining) * (1 - evaded), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(
                t < 20 ? supply * price : (supply * remaining + 2 * round) * price, Close(supply * price * 60), $"day {t}");
            result.Path(metrics[4])[t].ShouldBeClose((t < 20 ? supply : supply * remaining + round) * lost, $"day {t}");
        }

        result.Path(metrics[3])[59].ShouldBeClose((5 * supply * remaining + 12 * round) * (1 - lost));
    }

    private static (double Produced, double Powder, double Fuzes) Held(Scenario scenario)
    {
        var held = Total(Quantity.HeldByInput);
        var result = scenario.Trace(Total(Quantity.Produced), held.At("Powder"), held.At("Fuzes"));
        return (result.Path(Total(Quantity.Produced))[0], result.Path(held.At("Powder"))[0], result.Path(held.At("Fuzes"))[0]);
    }
}
