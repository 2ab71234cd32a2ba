using FsCheck;
using FsCheck.Fluent;
using Supply.Studies;

namespace Supply.Tests.Unit;

/// <summary>CSV text is read as RFC 4180 has it, and quotation marks that it does not allow are named.</summary>
public class CsvRecordTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b", "2:c|d")]
    [InlineData("a,b\r\nc,d", "1:a|b", "2:c|d")]
    [InlineData("a\rb", "1:a", "2:b")]
    [InlineData("a,b\r", "1:a|b")]
    [InlineData("\n\na\n\n\nb\n\n", "3:a", "6:b")]
    [InlineData("a,,\n,", "1:a||", "2:|")]
    [InlineData("\"a,b\",\"c\"\"d\"", "1:a,b|c\"d")]
    [InlineData("\"\"", "1:")]
    [InlineData("\"one\ntwo\r\nthree\rfour\",b\nc", "1:one\ntwo\r\nthree\rfour|b", "5:c")]
    [InlineData(" a , b ", "1: a | b ")]
    [InlineData("")]
    public void Records_AreThoseOfTheText(string text, params string[] records)
    {
        CsvRecord.Read(text, out var faults).Select(record => $"{record.Line}:{string.Join('|', record.Fields)}").ShouldBe(records);
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\n\"b,c\nd\n", "line 2: a quotation mark opens a field and is never closed; close it, or double it in a field.")]
    [InlineData("a\n\"b\"c,d\n", "line 2: text follows a closing quotation mark; double the marks inside a field.")]
    [InlineData("a\nb\"c\"d\ne\"",
        "line 2: a quotation mark stands inside a field without marks; put the field in marks and double it.",
        "line 3: a quotation mark stands inside a field without marks; put the field in marks and double it.")]
    public void WrongMarks_AreNamed(string text, params string[] expected)
    {
        CsvRecord.Read(text, out var faults);
        faults.ShouldBe(expected);
    }

    /// <summary>The library reads back its own text, whatever is in the fields.</summary>
    [Fact]
    public void WrittenText_ReadsBackEqual()
    {
        var field = Gen.Elements('a', ',', '"', '\n', '\r', ' ', '=', 'é').ListOf().Select(letters => string.Concat(letters));
        var records = field.NonEmptyListOf().Select(fields => fields.ToArray()).NonEmptyListOf();
        Prop.ForAll(records.ToArbitrary(), sample =>
        {
            var read = CsvRecord.Read(string.Join('\n', sample.Select(fields => CsvText.Texts(fields))), out var faults);
            return faults.Count == 0 && read.Count == sample.Count
                && read.Zip(sample).All(pair => pair.First.Fields.SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();
    }
}
