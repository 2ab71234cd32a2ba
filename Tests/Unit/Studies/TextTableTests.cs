using System.Text.RegularExpressions;
using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public sealed partial class TextTableTests
{
    private static readonly Table table = new("Median and 90 % band, 2025-01-01 to 2025-12-31",
        ["scenario", "fired per day, 152 mm", "fill rate", "exhausted, probability", "on hand, Rear depots (rounds)", "share, DPRK"],
        [
            ["Baseline", "11,300 [9,020 to 13,900]", "> 99.9 % [99.5 to 100]", "< 0.1 %", "1,230,000 [1,010,000 to 2,450,000]", "49 %"],
            ["DPRK stops on the first of January, and others too", "8,020 [7,030 to 9,900]", "71 %", "55 %", "not reached", "0.0 %"],
            ["砲弾とéÉ", "0", "undefined", "100 %", "3", "12 %"],
        ],
        ["2,000 replications, seed 2026; window 2025, first and last counted. Flows are in rounds; pp are percentage points."]);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void Screen_OfAnyWidth_HoldsEveryNumberAndWord(int width)
    {
        var text = table.ToString(width);
        var lines = text.TrimEnd('\n').Split('\n');
        lines.Max(TextTable.Length).ShouldBeLessThanOrEqualTo(width, text);
        lines.ShouldAllBe(line => line == line.TrimEnd());
        var cells = string.Join('\n', table.Rows.SelectMany(row => row.Skip(1)));
        foreach (var number in Number().Matches(cells).Select(match => match.Value))
        {
            Regex.IsMatch(text, $@"(?<![\d,.]){Regex.Escape(number)}(?![\d,.]\d)").ShouldBeTrue($"{number} in {text}");
        }

        foreach (var word in table.Columns.SelectMany(column => column.Split(' '))) text.ShouldContain(word);
    }

    [Fact]
    public void WithoutAScreen_EachRowIsALine() => table.ToString().Split('\n').Length.ShouldBe(1 + 2 + 3 + 1 + 1);

    [Fact]
    public void WideEnough_IsTheSameAsWithoutAScreen() => table.ToString(200).ShouldBe(table.ToString());

    [Fact]
    public void TooNarrow_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => table.ToString(19));

    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Number();
}
