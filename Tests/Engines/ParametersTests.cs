namespace Supply.Tests.Engines;

public class ParametersTests
{
    private const string LeadTime = "Side/Sea/leadTime";

    [Fact]
    public void DrawnMatrix_FedBack_GivesTheSameBits()
    {
        var drawn = Run(null);
        Bits.FirstDifference(Run(drawn.Baseline.Parameters), drawn).ShouldBeNull();
    }

    [Fact]
    public void DrawnMatrix_FedBackUnderAnotherSeed_KeepsParametersAndMovesNoise()
    {
        var drawn = Run(null);
        var again = Run(drawn.Baseline.Parameters, seed: 9).Baseline;
        foreach (var key in drawn.Baseline.Parameters.Keys) again.Parameters.Column(key).ShouldBe(drawn.Baseline.Parameters.Column(key));
        again.Scalar(Metric.FiredPerDay).ShouldNotBe(drawn.Baseline.Scalar(Metric.FiredPerDay));
    }

    [Fact]
    public void PartOfTheMatrix_ReplacesThatPartAlone()
    {
        var drawn = Run(null).Baseline.Parameters;
        var given = Run(new([LeadTime], [[.. Enumerable.Repeat(30.0, 40)]])).Baseline.Parameters;
        given.Column(LeadTime).ShouldAllBe(value => value == 30);
        foreach (var key in drawn.Keys.Where(key => key != LeadTime)) given.Column(key).ShouldBe(drawn.Column(key), key);
    }

    [Fact]
    public void MatrixOfAScenarioWithoutUncertainNumbers_FedBack_IsAccepted()
    {
        var exact = new Scenario("Exact", new Network("Side",
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100))]),
                new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])), Horizon.PlainSteps(5));
        var drawn = new Ensemble(3).Run(exact);
        Bits.FirstDifference((drawn.Ensemble with { Parameters = drawn.Baseline.Parameters }).Run(exact), drawn).ShouldBeNull();
    }

    [Fact]
    public void RowsInAnotherOrderWithTheirDraws_GiveTheSameReplicationsInThatOrder()
    {
        var drawn = Run(null).Baseline;
        int[] order = [.. Enumerable.Range(0, 40).Select(row => row * 7 % 40)];
        var turned = new ParameterMatrix(
            drawn.Parameters.Keys, [.. drawn.Parameters.Keys.Select(
                key => order.Select(row => drawn.Parameters.Column(key)[row]).ToArray())]);
        var numbered = new ParameterMatrix(
            turned.Keys, [.. turned.Keys.Select(key => turned.Column(key).ToArray())]) { Draws = [.. order.Select(row => (uint)row)] };
        var fired = Run(numbered).Baseline.Scalar(Metric.FiredPerDay);
        fired.ShouldBe(order.Select(row => drawn.Scalar(Metric.FiredPerDay)[row]));

        // Without the numbers the noise of a row stays where it was.
        Run(turned).Baseline.Scalar(Metric.FiredPerDay).ShouldNotBe(fired);
        Run(numbered).Baseline.Parameters.Draws.ShouldBe(numbered.Draws);
    }

    [Fact]
    public void DrawNumbers_OfAnotherCount_AreRefused() =>
        Should.Throw<ArgumentException>(() => new ParameterMatrix(["a"], [[1, 2]]) { Draws = [1] }).Message.ShouldBe(
            "1 draw numbers for 2 rows. (Parameter 'value')");

    [Fact]
    public void LongerMatrix_UsesItsFirstRows()
    {
        var drawn = new Ensemble(60).Run(RichScenario.Of()).Baseline.Parameters;
        Bits.FirstDifference(Run(drawn), Run(null)).ShouldBeNull();
    }

    [Fact]
    public void UnknownKey_IsNamed() =>
        Should.Throw<ArgumentException>(() => Run(new(["Side/Sea/leadtime"], [new double[40]])))
            .Message.ShouldBe("No scenario has a parameter \"Side/Sea/leadtime\". Nearest: \"Side/Sea/leadTime\".");

    [Fact]
    public void KeyOfAnotherScenario_IsLeftToIt()
    {
        var plain = RichScenario.Of("plain") with { Changes = [] };
        const string Strike = "changes/DepotStrike/Rear/2024-05-15/lossFraction";
        var given = new Ensemble(4) { Parameters = new([Strike], [[0.1, 0.2, 0.3, 0.4]]) }.Run(plain, RichScenario.Of());
        given.Baseline.Parameters.Keys.ShouldNotContain(Strike);
        given.Scenarios[1].Parameters.Column(Strike).ShouldBe([0.1, 0.2, 0.3, 0.4]);
    }

    [Fact]
    public void TooFewRows_AreCounted() =>
        Should.Throw<ArgumentException>(() => Run(new([LeadTime], [new double[39]]))).Message.ShouldBe(
            "Parameters has 39 rows; it needs 40, one for each replication.");

    [Fact]
    public void ValueBeyondTheReachOfItsNumber_IsNamed()
    {
        double[] column = [.. Enumerable.Repeat(30.0, 40)];
        column[7] = 300;
        Should.Throw<ArgumentException>(() => Run(new([LeadTime], [column])))
            .Message.ShouldBe("\"Side/Sea/leadTime\" is 300 in replication 7; its number lies in 20..45.");
    }

    [Fact]
    public void Matrix_OfUnequalColumns_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ParameterMatrix(["a", "b"], [[1, 2], [3]])).Message.ShouldBe(
            "\"b\" has 1 values, \"a\" 2. (Parameter 'columns')");

    [Fact]
    public void Matrix_OfFewerColumnsThanKeys_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ParameterMatrix(["a", "b"], [[1, 2]])).Message.ShouldBe(
            "2 keys, but 1 columns. (Parameter 'columns')");

    [Fact]
    public void Matrix_WithAKeyTwice_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ParameterMatrix(["a", "a"], [[1], [2]])).Message.ShouldBe(
            "A key occurs twice. (Parameter 'keys')");

    [Fact]
    public void Matrix_WithAValueThatIsNotFinite_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ParameterMatrix(["a"], [[1, double.NaN]])).Message.ShouldBe(
            "\"a\" is NaN in replication 1; it must be finite. (Parameter 'columns')");

    [Fact]
    public void Matrix_AskedForAnUnknownColumn_NamesIt() =>
        Should.Throw<KeyNotFoundException>(() => new ParameterMatrix(["a"], [[1]]).Column("b")).Message.ShouldBe(
            "No parameter has the key \"b\".");

    private static Study Run(ParameterMatrix? parameters, ulong seed = 2026) =>
        new Ensemble(40, seed, Recorded.Everything(RichScenario.Of()).And(Metric.FiredPerDay)) { Parameters = parameters }
            .Run(RichScenario.Of());
}
