using Supply.Cases;
using Supply.Evidence;

namespace Supply.Tests.Unit.Cases;

/// <summary><see cref="Russia2022.Record.Read"/> reads a row as the checks do, which were read by hand.</summary>
public sealed class Russia2022ReadingTests
{
    // Rows that the checks read differently from their kind, each for a reason that only a reader can know.
    private static readonly Dictionary<string, string> exceptions = Russia2022Plausibility.Reasons(
        ("a kind of figure that only one or two rows have", "E036 E047 E176 E186 E189 E233 E235 E237 E238 E239 E240 E241"),
        ("a loss in months of supply, which needs the fire of a month", "E223"),
        ("two rows of one count make one range", "E156 E157 E161 E162"),
        ("the same in rounds instead of tonnes", "E159"),
        ("over the days of another row, and at sea too", "E137"));

    public static TheoryData<string> Rows =>
        [.. Russia2022.Record.Checks.Where(check => check.Reading is not null).SelectMany(check => check.Rows).Distinct()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_IsReadAsItsCheck(string id)
    {
        var checks = Russia2022.Record.Checks.Where(check => check.Rows[0] == id || check.Rows.Contains(id)).ToArray();
        var read = Russia2022.Record.Read(Supply.Baselines.Record.Find(id), out var reason);
        var same = read is not null && checks.Any(check => Same(check, read));
        same.ShouldBe(!exceptions.ContainsKey(id),
            $"{reason}\nread:  {Words(read)}\n{string.Join('\n', checks.Select(check => "check: " + Words(check)))}");
        if (read is null) reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Rows_OutsideTheCase_SayWhy()
    {
        var row = Supply.Baselines.Record.Find("E058");
        void No(EvidenceRow other, string why)
        {
            Russia2022.Record.Read(other, out var reason).ShouldBeNull();
            reason.ShouldBe(why);
        }

        var horizon = Supply.Baselines.Russia2022.Horizon;
        var (start, end) = (horizon.Start!.Value, horizon.End!.Value);
        var outside = $"its period lies outside {(Moment)start} to {(Moment)end}";
        No(row with { PeriodStart = start.AddDays(-10), PeriodEnd = start.AddDays(-1) }, outside);
        No(row with { PeriodStart = end.AddDays(1), PeriodEnd = end.AddDays(2) }, outside);
        No(row with { Low = null, Mid = -1300, High = null }, "its figure is below 0");
        No(row with { Calibre = "220mm_rocket" }, "the case has no 220mm_rocket");
        No(row with { Side = "UA" }, "the case is Russia's, the row is about UA");
        No(row with { Quantity = "morale" }, "no reading for \"morale\" in rounds of side RU");
        No(row with { Side = "IR" }, "no reading for \"rounds_fired\" in rounds of side IR");
        Russia2022.Record.Read(row with { PeriodStart = end, PeriodEnd = end.AddDays(9) }, out var fine).ShouldNotBeNull();
        fine.ShouldBeEmpty();
    }

    [Fact]
    public void Window_LiesInsideTheHorizon_AndScalesByItsDays()
    {
        var start = Supply.Baselines.Russia2022.Horizon.Start!.Value;
        var row = Supply.Baselines.Record.Find("E058")
            with { PeriodStart = start.AddDays(-20), PeriodEnd = start.AddDays(9), Unit = "rounds/week" };
        var read = Russia2022.Record.Read(row, out _)!;
        (read.Reading!.Window.From, read.Reading.Window.To, read.Scale).ShouldBe(((Moment)start, (Moment)start.AddDays(9), 7.0 / 10));
    }

    private static bool Same(PlausibilityCheck check, PlausibilityCheck read) => Numbers(check).Equals(Numbers(read));

    private static object Numbers(PlausibilityCheck check) =>
        (check.Reading, check.Over, check.OverParameter, check.Parameter, check.Scale, check.Low, check.High);

    private static string Words(PlausibilityCheck? check) => check is null ? "none" : $"{Numbers(check)}";
}
