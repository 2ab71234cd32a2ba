namespace Supply.Tests.Unit.Baselines;

public class EvidenceTests
{
    [Fact]
    public void Rows_AreAllThere_WithTheirNumbers()
    {
        Evidence.Rows.Count.ShouldBe(251);
        var row = Evidence.Find("E057");
        (row.Low, row.Mid, row.High, row.Unit).ShouldBe((7000, 10000, 16000, "rounds/day"));
        row.PeriodStart.ShouldBe(new(2022, 7, 1));
        row.Verified.ShouldBeTrue();
        Evidence.Find("E008").Most.ShouldBe(double.PositiveInfinity);
        Evidence.Find("E121").Least.ShouldBe(double.NegativeInfinity);
        Evidence.Rows.ShouldAllBe(one => one.Low != null || one.Mid != null || one.High != null);
    }

    [Fact]
    public void RecordEnds_WithTheLatestPeriodThatIsNotAForecast() => Evidence.RecordEnds.ShouldBe(new(2025, 12, 31));

    [Fact]
    public void UnknownId_SaysWhichIdsThereAre() =>
        Should.Throw<KeyNotFoundException>(() => Evidence.Find("E999")).Message.ShouldBe("No row \"E999\" in the evidence; ids run from E001 to E267, with gaps.");

    [Theory]
    [InlineData("E001,RU,use,152mm,2022-13-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,yes,", "Evidence, line 2: period_start is \"2022-13-01\"; it must be a date like 2024-02-13.")]
    [InlineData("E001,RU,use,152mm,2022-04-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,yes,", "Evidence, line 2: period_end is \"2022-03-31\"; it must be a day not before period_start.")]
    [InlineData("E001,RU,use,152mm,2022-03-01,2022-03-31,,\"1,5\",,rounds,A,B,2024-06-26,,yes,", "Evidence, line 2: mid is \"1,5\"; it must be a number or nothing.")]
    [InlineData("E001,RU,use,152mm,2022-03-01,2022-03-31,,1,,rounds,A,B,2024-06-26,,perhaps,", "Evidence, line 2: verified is \"perhaps\"; it must be yes or no.")]
    public void BrokenRow_NamesLineColumnAndValue(string line, string message)
    {
        const string header = "id,side,quantity,calibre,period_start,period_end,low,mid,high,unit,source_organisation,source_title,published,url,verified,note\n";
        using var text = new StringReader(header + line);
        Should.Throw<InvalidDataException>(() => Evidence.Read(text)).Message.ShouldBe(message);
    }
}
