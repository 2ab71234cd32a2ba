using System.Text;
using Supply.Evidence;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Evidence;

public class PublishedRecordTests
{
    [Fact]
    public void Rows_AreAllThere_WithTheirNumbers()
    {
        Supply.Baselines.Record.Rows.Count.ShouldBe(274);
        var row = Supply.Baselines.Record.Find("E057");
        (row.Low, row.Mid, row.High, row.Unit).ShouldBe((7000, 10000, 16000, "rounds/day"));
        row.PeriodStart.ShouldBe(new(2022, 7, 1));
        row.Verified.ShouldBeTrue();
        Supply.Baselines.Record.Find("E008").Most.ShouldBe(double.PositiveInfinity);
        Supply.Baselines.Record.Find("E121").Least.ShouldBe(double.NegativeInfinity);
        Supply.Baselines.Record.Rows.ShouldAllBe(one => one.Low != null || one.Mid != null || one.High != null);
    }

    [Fact]
    public void RecordEnds_WithTheLatestPeriodThatIsNotAForecast() => Supply.Baselines.Record.Ends.ShouldBe(new(2026, 2, 16));

    [Fact]
    public void UnknownId_SaysWhichIdsThereAre() =>
        Should.Throw<KeyNotFoundException>(() => Supply.Baselines.Record.Find("E999")).Message.ShouldBe(
            "No row \"E999\" in the evidence; its 274 rows run from E001 to E297.");

    [Theory]
    [InlineData("E001,RU,use,152mm,2022-13-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,yes,",
        "line 2: period_start is \"2022-13-01\"; it must be a date like 2024-02-13.")]
    [InlineData("E001,RU,use,152mm,2022-04-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,yes,",
        "line 2: period_end is \"2022-03-31\"; it must be a day not before period_start.")]
    [InlineData("E001,RU,use,152mm,2022-03-01,2022-03-31,,\"1,5\",,rounds,A,B,2024-06-26,,yes,",
        "line 2: mid is \"1,5\"; it must be a finite number or nothing; a number is written with a point, without thousands separators.",
        "line 2: low, mid and high are empty; one of them must be a number.")]
    [InlineData("E001,RU,use,152mm,2022-03-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,perhaps,",
        "line 2: verified is \"perhaps\"; it must be yes or no.")]
    [InlineData("E001,RU,use,152mm,2022-03-01,2022-03-31,3,2,,rounds,A,B,2024-06-26,,yes,",
        "line 2: low, mid and high are 3, 2; they must not fall.")]
    [InlineData(",RU,use,152mm,2022-03-01,2022-03-31,,2,,,A,B,2024-06-26,,yes,bound=lower bound=upper", "line 2: id is empty.",
        "line 2: unit is empty.", "line 2: note is \"bound=lower bound=upper\"; it must be at most one of bound=lower and bound=upper.")]
    [InlineData("E001,RU,use,152mm", "line 2: 4 fields; the heading has 16.")]
    public void BrokenRow_NamesLineColumnAndValue(string line, params string[] problems) =>
        Problems(Header + "\n" + line).ShouldBe(problems);

    [Fact]
    public void BrokenHeading_NamesWhatIsMissingAndWhatIsMeant() =>
        Problems(Header.Replace("period_end", "periodend").Replace(",note", "")).ShouldBe(
    [
        "line 1: no column \"period_end\". Nearest: \"periodend\".",
            "line 1: no column \"note\". There is \"id\", \"side\", \"quantity\", \"calibre\", \"period_start\", \"periodend\", \"low\", "
            + "\"mid\", \"high\", \"unit\", \"source_organisation\", \"source_title\" and 3 more.",
            "line 1: unknown column \"periodend\". Nearest: \"period_end\".",
    ]);

    [Fact]
    public void SecondRowOfAnId_IsNamed() =>
        Problems($"{Header}\n{Line}\n{Line}").ShouldBe(["line 3: id is \"X1\"; it must be an id that no earlier row has."]);

    [Fact]
    public void OwnFile_MaySayWhoTheWitnessIs()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"{Header},witness,reliability\n{Line},HUR,F\n{Line.Replace("X1", "X2")},,\n");
        var rows = PublishedRecord.Load(path, Supply.Baselines.Record.Witnesses).Rows;
        File.Delete(path);
        rows.Select(row => (row.Witness, row.Reliability)).ShouldBe([("HUR", 'F'), ("South Korea", 'C')]);
    }

    /// <summary>The rule of scenario files, in its words, whatever mark is in front of the text.</summary>
    [Theory]
    [InlineData("utf-16", "is UTF-16 text; save it as UTF-8.")]
    [InlineData("utf-16BE", "is UTF-16 text; save it as UTF-8.")]
    [InlineData("utf-32", "is UTF-16 text; save it as UTF-8.")]
    [InlineData("utf-32BE", "is not UTF-8 text; save it with that encoding.")]
    [InlineData("latin1", "is not UTF-8 text; save it with that encoding.")]
    [InlineData("utf-8", null)]
    public void FileOfAnotherEncoding_IsRefused(string encoding, string? fault)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["own.csv"], $"{Header}\n{Line.Replace("Briefing", "Pressegespräch")}\n", Encoding.GetEncoding(encoding));
        PublishedRecord Load() => PublishedRecord.Load(folder["own.csv"], Supply.Baselines.Record.Witnesses);
        if (fault is null) Load().Rows.ShouldHaveSingleItem().Title.ShouldBe("Pressegespräch");
        else Should.Throw<InvalidDataException>(() => Load()).Message.ShouldBe($"{folder["own.csv"]} {fault}");
    }

    [Fact]
    public void Row_OfAnUnknownOrganisation_IsItsOwnWitness()
    {
        var row = Supply.Baselines.Record.Find("E085")
            with { Id = "X1", Organisation = "Harbour Post", Witness = null, Reliability = default };
        (row.Witness, row.Reliability).ShouldBe(("Harbour Post", 'E'));
        EvidenceRow By(params Witness[] witnesses) => new PublishedRecord([row], witnesses).Rows[0];
        (By().Witness, By().Reliability).ShouldBe(("Harbour Post", 'E'));
        var known = By(new("Fleet", 'A', ["Fleet"]), new("Harbour", 'B', ["Port", "Harbour"]), new("Posts", 'C', ["Post"]));
        (known.Witness, known.Reliability).ShouldBe(("Harbour", 'B'));
    }

    [Fact]
    public void Mistakes_InRowsAndWitnesses_AreAllNamed()
    {
        var row = Supply.Baselines.Record.Find("E085");
        Should.Throw<ArgumentException>(() => new PublishedRecord([row, row],
            [new("Fleet", 'A', ["Fleet"]), new("Fleet", 'B', [""]), new("Staff", 'G', ["Staff"])])).Message.Split('\n').ShouldBe(
        [
            "2 rows have the id \"E085\"; ids must be unique.",
            "Witness \"Fleet\": its reliability is A, B; it must be one letter, A to F.",
            "Witness \"Fleet\": a word of its organisations is empty, so every organisation would contain it.",
            "Witness \"Staff\": its reliability is G; it must be one letter, A to F.",
        ]);
        Should.Throw<KeyNotFoundException>(() => new PublishedRecord([]).Find("X1")).Message.ShouldBe(
            "No row \"X1\" in the evidence; it has none.");
    }

    [Fact]
    public void Witness_IsTheBrieferNotThePaper()
    {
        string Of(string id) => Supply.Baselines.Record.Find(id).Witness;
        Of("E156").ShouldBe("South Korea");
        Of("E024").ShouldBe(Of("E025"));
        Of("E178").ShouldBe("HUR");
        Of("E014").ShouldBe("Ukrainian command");
        Of("E141").ShouldBe("RUSI and Open Source Centre");
        Of("E184").ShouldBe("Web article (unattributed)");
    }

    [Fact]
    public void Credibility_FollowsTheOtherWitnesses()
    {
        // Not seen at its source; alone; contradicted by several; a second lineage agrees and none contradicts.
        var record = Supply.Baselines.Record;
        new[] { "E125", "E123", "E087" }.Select(id => record.Credibility(record.Find(id))).ShouldBe([3, 6, 5]);
        var row = record.Find("E085");
        int Against(EvidenceRow other) => new PublishedRecord([row, other]).Credibility(row);
        Against(record.Find("E084") with { PeriodStart = row.PeriodStart, PeriodEnd = row.PeriodEnd, Witness = "AP" }).ShouldBe(2);
        Against(row with { Id = "X1", Witness = "AP", Mid = 40_000 }).ShouldBe(4);
    }

    private const string Header =
        "id,side,quantity,calibre,period_start,period_end,low,mid,high,unit,source_organisation,source_title,published,url,verified,note";
    private const string Line = "X1,DPRK,dprk_delivered,152mm,2025-01-01,2025-06-30,,1500000,,rounds,ROK MND,Briefing,2025-07-20,,yes,";

    private static string[] Problems(string file)
    {
        using var text = new StringReader(file);
        var lines = Should.Throw<InvalidDataException>(() => EvidenceReader.Read(text, "own.csv")).Message.Split('\n');
        lines[0].ShouldStartWith("own.csv has ");
        return [.. lines.Skip(1).Select(line => line.Trim())];
    }
}
