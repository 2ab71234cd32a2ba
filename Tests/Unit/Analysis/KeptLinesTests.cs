using Supply.Analysis;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Checkpoints of least settings and of designs: any damage is found, and the word for it names the file.</summary>
public sealed class KeptLinesTests : IDisposable
{
    private static readonly Scenario half = SmallAnswers.Shells("Half", Uncertain.Uniform(0.4, 0.6).Named("what is left"));

    private static readonly SensitivitySettings few = new() { BasePoints = 4, Noise = StepNoise.Common };

    private static readonly Lazy<Study> study = new(() =>
        new Ensemble(3, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(SmallAnswers.Window)) { Threads = 1 }
            .Run(SmallAnswers.Plan, half));

    private readonly House.TemporaryFolder folder = new();

    private string Kept => folder["kept"];

    public void Dispose() => folder.Dispose();

    /// <summary>The lines of a checkpoint with one that says something else, and checksums that match.</summary>
    internal static IEnumerable<string> Saying(IReadOnlyList<string> lines, int line, Func<string, string> something)
    {
        var before = lines[0];
        yield return before;
        for (var i = 1; i < lines.Count; i++)
        {
            var said = KeptLines.Bare(lines[i]);
            before = KeptLines.Summed(i == line ? something(said) : said, before);
            yield return before;
        }
    }

    [Fact]
    public void AnyFlip_IsFound_InBothKinds()
    {
        Least();
        EveryFlip("supply-least/2");
        File.Delete(Kept);
        Sobol();
        EveryFlip("supply-design/2");

        void EveryFlip(string format)
        {
            var good = File.ReadAllBytes(Kept);
            var identity = File.ReadAllLines(Kept)[0].Split(' ')[1];
            KeptLines.Read(Kept, format, identity, "others").Count.ShouldBe(File.ReadAllLines(Kept).Length);
            for (var place = 0; place < good.Length; place++)
            {
                byte[] spoilt = [.. good];
                spoilt[place] ^= 1;
                File.WriteAllBytes(Kept, spoilt);
                var word = Should.Throw<InvalidDataException>(() => KeptLines.Read(Kept, format, identity, "others"), $"{place}").Message;
                word.ShouldContain(Kept);
                word.ShouldContain("Move or delete it");
            }
        }
    }

    [Fact]
    public void LostAndExchangedLines_AreFound()
    {
        Least();
        var lines = File.ReadAllLines(Kept);
        foreach (var spoilt in new string[][] { [lines[0], .. lines[2..]], [.. lines[..2], lines[3], lines[2], .. lines[4..]] })
        {
            File.WriteAllLines(Kept, spoilt);
            Should.Throw<InvalidDataException>(Least).Message.ShouldContain("does not match its checksum");
        }
    }

    [Theory]
    [InlineData(1, "1 1 x")]
    [InlineData(1, "1 1")]
    [InlineData(1, "1 1 0.5")]
    [InlineData(1, "1 1 NaN")]
    [InlineData(2, "11x")]
    [InlineData(2, "1111")]
    [InlineData(2, "")]
    public void Answers_ThatAreNone_AreRefused_ThoughTheirChecksumMatches(int line, string said)
    {
        Least();
        File.WriteAllLines(Kept, [.. Saying(File.ReadAllLines(Kept), line, _ => said)]);
        Should.Throw<InvalidDataException>(Least).Message.ShouldBe(
            $"The checkpoint {Kept} is damaged: line {line + 1} does not hold what a checkpoint holds. Move or delete it to start again.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("1 2 3")]
    public void Values_ThatAreNone_AreRefused_ThoughTheirChecksumMatches(string said)
    {
        Sobol();
        File.WriteAllLines(Kept, [.. Saying(File.ReadAllLines(Kept), 2, _ => said)]);
        Should.Throw<InvalidDataException>(Sobol).Message.ShouldBe(
            $"The checkpoint {Kept} is damaged: line 3 does not hold what a checkpoint holds. Move or delete it to start again.");
    }

    [Fact]
    public void OtherFiles_AreRefusedInWords()
    {
        foreach (var run in new Action[] { Least, Sobol })
        {
            foreach (var text in new[] { "", "notes\n", "\0\0\0" })
            {
                File.WriteAllText(Kept, text);
                Should.Throw<InvalidDataException>(run).Message.ShouldBe(
                    $"\"{Kept}\" is not a checkpoint of this kind, or its first line is damaged. Move or delete it, or name another file.");
                File.ReadAllText(Kept).ShouldBe(text);
            }
        }

        File.WriteAllText(Kept, "supply-least/1 0123\n");
        Should.Throw<InvalidDataException>(Least).Message.ShouldBe($"The checkpoint {Kept} has another format than supply-least/2, which "
            + "this library reads. Move or delete it to start again.");
        File.WriteAllText(Kept, "supply-design/1 0123\n1 2\n");
        Should.Throw<InvalidDataException>(Sobol).Message.ShouldContain("has another format than supply-design/2");
        File.Delete(Kept);
        Directory.CreateDirectory(Kept);
        foreach (var run in new Action[] { Least, Sobol })
        {
            Should.Throw<ArgumentException>(run).Message.ShouldBe($"The checkpoint \"{Kept}\" is a folder; it must name a file.");
        }
    }

    private void Least() => study.Value.Least(SettableLever.Capacity("Shells", SmallAnswers.Turn), [new(130, SmallAnswers.Window)],
        precision: 1, checkpoint: Kept, cancellation: TestContext.Current.CancellationToken);

    private void Sobol() => study.Value.Sobol(Metric.FiredPerDay, half, SmallAnswers.Window, few with { Checkpoint = Kept },
        cancellation: TestContext.Current.CancellationToken);
}
