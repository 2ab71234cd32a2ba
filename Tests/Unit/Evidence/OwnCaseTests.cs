using Supply.Evidence;
using Supply.Inference;

namespace Supply.Tests.Unit.Evidence;

/// <summary>A country that the library does not know brings rows, witnesses, scopes and a scenario of its own.</summary>
public sealed class OwnCaseTests
{
    private const string Text =
        """
        id,side,quantity,calibre,period_start,period_end,low,mid,high,unit,source_organisation,source_title,published,url,verified,note
        L1,LAND,made,155mm,2031-01-01,2031-01-31,,31000,,rounds,Ministry of Arms,Report,2031-02-10,,yes,
        L2,LAND,made,155mm,2031-02-01,2031-02-28,25000,,31000,rounds,Harbour Post quoting the ministry,Article,2031-03-05,,yes,
        L3,LAND,fired,155mm,2031-01-01,2031-02-28,,90000,,rounds,General Staff,Briefing,2031-03-02,,yes,
        L4,LAND,fired,155mm,2031-03-01,2031-03-31,,50000,,rounds,General Staff,Briefing,2031-04-02,,yes,bound=upper
        L5,LAND,morale,na,2031-03-01,2031-03-31,,5,,points,Survey house,Survey,2031-04-02,,no,
        """;

    private static readonly PublishedRecord published = PublishedRecord.Read(new StringReader(Text), "Landia",
    [
        new("Ministry", 'B', ["Ministry of Arms", "the ministry"]), new("Staff", 'D', ["General Staff"]),
    ]);

    private static readonly Scenario scenario = new("Landia 2031", new Network("Landia",
        new Stockpile("Depot", [new(Calibre.Mm155, new Origin("Landia"), Rounds.Of(20_000))]),
        new ProductionLine("Works", Calibre.Mm155, new Origin("Landia"), "Depot",
            RatePath.Constant(Rate.PerDay(Uncertain.LogNormal(500, 2000).Named("made")
                .Cited(new(2031, 2, 10), "B3", "Ministry", "From the report.", "L1", "L9")))),
        new Consumer("Force", "Depot", [new(Calibre.Mm155, Rate.PerDay(900))])), Horizon.Dated(new(2031, 1, 1), new(2031, 6, 30)))
    {
        RecordEnds = published.Ends,
    };

    private static readonly CaseRecord landia = new(scenario, published, [.. new[] { "L1", "L2", "L3", "L4" }.Select(Check)])
    {
        Contradictions = ["None yet."],
        NoCheck = new Dictionary<string, string> { ["L5"] = "morale is not in the model" },
        Scopes = [new("Staff", "fired", 0.5, 0.5, 0.1)],
        ScopesDriftFrom = new(2031, 1, 1),
        Followed = [Reading("fired in spring", Quantity.Fired, TimeWindow.Between(new(2031, 3, 1), new(2031, 5, 31)))],
        Reading = Read,
    };

    [Fact]
    public void Rows_HaveTheirOwnWitnesses()
    {
        published.Rows.Select(row => (row.Witness, row.Reliability)).ShouldBe(
            [("Ministry", 'B'), ("Ministry", 'B'), ("Staff", 'D'), ("Staff", 'D'), ("Survey house", 'E')]);
        published.Ends.ShouldBe(new(2031, 3, 31));
        published.Credibility(published.Find("L5")).ShouldBe(6);
    }

    [Fact]
    public void Table_ComparesItsRows()
    {
        var table = PlausibilityTable.Run(landia, new Ensemble(50));
        table.Results.Select(result => result.Check.Id).ShouldBe(["L1", "L2", "L3", "L4"]);
        var text = table.ToMarkdown();
        text.ShouldContain("| L2 | made | 2031-02-01 to 2031-02-28 | Harbour Post quoting the ministry |");
        text.ShouldContain("- None yet.");
        text.ShouldContain("- L5: morale is not in the model.");
        text.ShouldContain("The rows are claims of their witnesses and not independent.");
    }

    [Fact]
    public void Sources_AreThoseOfItsRecord()
    {
        var text = scenario.Sources(published).ToString();
        text.ShouldContain("- L1: Ministry of Arms, Report, 2031-02-10");
        text.ShouldContain("- L9: not in the evidence");
    }

    [Fact]
    public void Case_ReadsRowsAsItSays()
    {
        var row = published.Find("L3") with { Id = "mine" };
        landia.Read(row, out var reason)!.Id.ShouldBe("mine");
        reason.ShouldBeEmpty();
        landia.Read(published.Find("L5"), out reason).ShouldBeNull();
        reason.ShouldBe("Landia has no morale");
        (landia with { Reading = null }).Read(row, out reason).ShouldBeNull();
        reason.ShouldBe("the case reads no figure that is not among its checks");
    }

    [Fact]
    public void Claims_CalibrateIt_WithItsScopes()
    {
        var calibration = Calibration.Of(landia) with
        {
            Sampler = new()
            {
                ParticlesPerPopulation = 32, Populations = 2, MostMoves = 5, MostLastMoves = 10, FreshDraws = 0, Threads = 1,
            },
            Ensemble = new() { Threads = 1 }, Errors = ErrorModel.Plain,
        };
        calibration.Claims.Select(claim => (claim.Id, claim.Witness)).ShouldBe(
            [("L1", "Ministry"), ("L2", "Ministry"), ("L3", "Staff"), ("L4", "Staff")]);
        var target = calibration.Target(_ => true);
        target.Marginals.Skip(target.HeavyCount).Select(marginal => (marginal.Name, marginal.Value(0))).ShouldBe(
            [("scope of Ministry on made", 0), ("scope of Staff on fired", 0.5), ("scope of Staff on fired, drift a year", 0)]);
        var posterior = calibration.Run(cancellation: TestContext.Current.CancellationToken);
        posterior.Reading("fired in spring").ShouldAllBe(value => double.IsFinite(value));
        Spread.Of(posterior.Said(calibration.Claims[0])).Median.ShouldBe(31_000, 8_000);
        var stored = Path.GetTempFileName();
        posterior.Save(stored);
        using (var stream = File.OpenRead(stored)) Posterior.Load(stream, "Landia", calibration).Provenance.ShouldBe(posterior.Provenance);
        File.Delete(stored);
    }

    private static PlausibilityCheck Check(string id) => Read(published.Find(id), out _)!;

    private static PlausibilityCheck? Read(EvidenceRow row, out string reason)
    {
        reason = row.Quantity is "made" or "fired" ? "" : $"Landia has no {row.Quantity}";
        if (reason.Length > 0) return null;
        var window = TimeWindow.Between(row.PeriodStart, row.PeriodEnd);
        return Reading(row.Quantity, row.Quantity == "made" ? Quantity.Produced : Quantity.Fired, window)
            with { Rows = [row.Id], Id = row.Id, Low = row.Least, High = row.Most };
    }

    private static PlausibilityCheck Reading(string words, Quantity quantity, TimeWindow window) =>
        new([words], words, $"{window.From} to {window.To}", double.NegativeInfinity, double.PositiveInfinity, "rounds")
        {
            Reading = new([new Metric(quantity).Total()], window),
        };
}
