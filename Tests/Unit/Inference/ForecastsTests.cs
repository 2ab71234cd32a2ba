using System.Text;
using Supply.Cases;
using Supply.Evidence;
using Supply.Inference;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Inference;

/// <summary>Forecasts that are kept, and scored when the answers come.</summary>
public sealed class ForecastsTests
{
    private static readonly DateOnly made = new(2026, 2, 16);

    private static readonly Forecast fire = new(made, "abc", Row("F1", "Staff, of \"both\" sides", new(2026, 12, 31)), new(1, 2, 3, 4,
        5.5));

    [Fact]
    public void Text_ReadsBackEqual()
    {
        var read = Forecasts.Parse(new Forecasts([fire]).ToCsv());
        var one = read.All.ShouldHaveSingleItem();
        (one.Made, one.Posterior, one.Row.Id, one.Row.Witness, one.Row.Unit, one.Predicted)
            .ShouldBe((made, "abc", "F1", "Staff, of \"both\" sides", "rounds/day", fire.Predicted));
        read.ToCsv().ShouldBe(new Forecasts([fire]).ToCsv());
        Should.Throw<InvalidDataException>(() => Forecasts.Parse("made,what\n")).Message.ShouldStartWith(
            "Forecasts begin with the heading");
        Should.Throw<InvalidDataException>(() => Forecasts.Parse(new Forecasts([fire]).ToCsv().Replace("5.5", "many", StringComparison
            .Ordinal)))
            .Message.ShouldStartWith("Line 2 of the forecasts cannot be read");
    }

    /// <summary>With days in another form a reader would guess which number is the month.</summary>
    [Theory]
    [InlineData("02/16/2026")]
    [InlineData("2026-2-16")]
    [InlineData("16 February 2026")]
    public void DaysInAnotherForm_AreRefused(string day)
    {
        var text = new Forecasts([fire]).ToCsv().Replace("2026-02-16", day, StringComparison.Ordinal);
        text.ShouldContain(day);
        Should.Throw<InvalidDataException>(() => Forecasts.Parse(text)).Message.ShouldStartWith("Line 2 of the forecasts cannot be read");
    }

    [Fact]
    public void File_IsReadStrictly_AndNamedInFaults()
    {
        using var folder = new TemporaryFolder();
        var (path, text) = (folder["Forecasts.csv"], new Forecasts([fire]).ToCsv());
        string Fault() => Should.Throw<InvalidDataException>(() => Forecasts.Load(path)).Message;
        Fault().ShouldStartWith($"\"{path}\" does not exist.");
        File.WriteAllText(path, text);
        Forecasts.Load(path).ToCsv().ShouldBe(text);
        File.WriteAllText(path, text.Replace("5.5", "many", StringComparison.Ordinal));
        Fault().ShouldStartWith($"\"{path}\": Line 2 of the forecasts cannot be read");
        File.WriteAllText(path, text.Replace("Staff", "Stäbe", StringComparison.Ordinal), Encoding.Latin1);
        Fault().ShouldBe($"\"{path}\" is not UTF-8 text; save it with that encoding.");
        Forecasts.Load(Path.Combine(Scripts.Root, "Scenarios", "Forecasts.csv")).All.ShouldNotBeEmpty();
    }

    [Fact]
    public void Posterior_AddsItsForecastsOnce_AndOldOnesStay()
    {
        var more = new Forecasts([fire]).And([fire with { Posterior = "def" }]);
        more.All.Select(forecast => forecast.Posterior).ShouldBe(["abc", "def"]);
        more.And([fire with { Posterior = "def" }]).All.Count.ShouldBe(2);
    }

    [Fact]
    public void Scores_AreThoseOfAnswersPublishedLater()
    {
        var answer = fire.Row with { Id = "E1", Mid = 4.5, Published = new(2027, 2, 1) };
        fire.IsAnsweredBy(answer).ShouldBeTrue();
        fire.IsAnsweredBy(answer with { Published = made }).ShouldBeFalse();
        fire.IsAnsweredBy(answer with { PeriodEnd = new(2026, 6, 30) }).ShouldBeFalse();
        var scores = new Forecasts([fire]).Scores(new([answer]));
        scores.Rows.ShouldHaveSingleItem().TakeLast(2).ShouldBe(["no", "yes"]);
        new Forecasts([fire]).Scores(new([])).Notes[0].ShouldBe("None of the forecasts is answered yet.");
    }

    [Fact]
    public void Answer_FollowsWhatIsPublished()
    {
        new Forecasts([]).Answer(new([])).Headline.ShouldBe("No forecast has been made yet.");
        new Forecasts([fire]).Answer(new([])).Headline.ShouldBe("None of 1 forecasts is answered yet.");
        string[] what = [.. new Forecasts([fire]).Answer(new([])).Table.Rows[0]];
        what.ShouldBe(["rounds fired a day: artillery", what[1], "3 (1-5.5)", "Staff, of \"both\" sides"]);
        new Forecasts([fire]).Table().Rows[0][4].ShouldBe(what[0]);
        Forecast large = fire with
        {
            Row = fire.Row with { Quantity = "domestic_production", Calibre = "122mm+152mm+203mm", Unit = "rounds" },
            Predicted = new(2.2e6, 3e6, 4e6, 5e6, 6e6),
        }, share = fire with
        {
            Row = fire.Row with { Quantity = "dprk_share", Calibre = "all_artillery+mortar+tank", Unit = "fraction of rounds used" },
            Predicted = new(0.12, 0.2, 0.364, 0.5, 0.6),
        };
        Forecasts both = new([large, share]);
        both.Answer(new([])).Table.Rows.SelectMany(row => new[] { row[0], row[2] }).ShouldBe(
            ["production: 122, 152 and 203 mm", "4m (2.2-6m)", "DPRK share: artillery, mortar and tank", "36 % (12-60 %)"],
            ignoreOrder: true);
        both.Answer(new([])).Table.Rows.Select(row => row[1]).ShouldContain("2026");
        PublishedRecord Said(double value) => new([fire.Row with { Id = "E1", Mid = value, Published = new(2027, 2, 1) }]);
        new Forecasts([fire]).Answer(Said(4.5)).Headline.ShouldBe(
            "1 of 1 forecasts is answered: 1 of 1 published figures lie in the 90 % band, 0 in the 50 % band.");
        new Forecasts([fire]).Answer(Said(9)).Headline.ShouldContain("0 of 1 published figures lie in the 90 % band");
    }

    /// <summary>The case reads every figure that it is to foretell.</summary>
    [Fact]
    public void Questions_AreFiguresThatTheCaseReads()
    {
        foreach (var row in Russia2022.Questions) Russia2022.Record.Read(row, out var reason).ShouldNotBeNull($"{row.Id}: {reason}");
        Russia2022.Questions.Select(row => row.Id).ShouldBeUnique();
    }

    [Fact]
    public void Natures_OtherThanArtillery_AreRefusedAlone_AndScaledInASum()
    {
        var row = Row("X1", "Typed in", new(2025, 12, 31)) with
        {
            Quantity = "domestic_production", Calibre = "mortar", PeriodStart = new(2025, 1, 1), Unit = "rounds",
        };
        Russia2022.Record.Read(row, out var reason).ShouldBeNull();
        reason.ShouldBe("the case has no mortar");
        var sum = Russia2022.Record.Read(row with { Calibre = "all_artillery+mortar+tank" }, out _)!;
        sum.Scale.ShouldBe(7.0 / 3.9, Tolerance.Rounding);
        Claim.Of(sum, row with { Calibre = "all_artillery+mortar+tank" }).Subject.ShouldBe("domestic_production with mortar and tank");
    }

    /// <summary>The ratio of flows is one of rates: 59 days against 31.</summary>
    [Fact]
    public void RatioToOtherDays_ComparesTheRates()
    {
        var row = Row("X2", "Typed in", new(2024, 1, 31)) with { PeriodStart = new(2024, 1, 1), Unit = "ratio to 2023-01-01..2023-02-28" };
        var check = Russia2022.Record.Read(row, out _)!;
        (check.Over!.Window, check.Scale).ShouldBe((TimeWindow.Between(new(2023, 1, 1), new(2023, 2, 28)), 59 / 31.0));
        Russia2022.Record.Read(row with { Unit = "ratio to last year" }, out var reason).ShouldBeNull();
        reason.ShouldStartWith("no reading for");
    }

    private static EvidenceRow Row(string id, string witness, DateOnly end) => new(
        id, "RU", "rounds_fired", "all_artillery", new(2026, 1, 1), end, null, 1, null, "rounds/day", witness, "", end, "", true, "")
    {
        Witness = witness,
    };
}
