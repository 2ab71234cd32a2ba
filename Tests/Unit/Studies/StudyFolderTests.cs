using System.Diagnostics;
using Supply.Engines;
using Supply.Studies;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Studies;

/// <summary>A study in a folder is, to the bit, the one that runs in memory, in whatever parts and order it is run.</summary>
public sealed class StudyFolderTests : IDisposable
{
    private const int Panels = 5;
    private const int Replications = ((Panels - 1) * Recorder.PanelSize) + 616;

    private readonly TemporaryFolder folder = new();

    private static Scenario Half { get; } = SmallAnswers.Shells("half", Uncertain.Exactly(0.5));

    private static Ensemble Ensemble { get; } = new(Replications, Record: new Metrics { Every = 30 }
        .And(Metric.FiredPerDay, Metric.OnHand, Metric.Exhaustion, Metric.Share(Origin.Russia))) { Threads = 2 };

    private static readonly Lazy<Study> whole = new(() => Ensemble.Run(SmallAnswers.Plan, Half));

    public void Dispose() => folder.Dispose();

    private string Folder => folder["s"];

    private string[] PartFiles => [.. Directory.GetFiles(Path.Combine(Folder, "parts"), "*.part").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void Parts_InRandomOrder_AreTheWhole(int parts)
    {
        int[] order = [.. Enumerable.Range(1, parts)];
        new Random(parts).Shuffle(order);
        Study? study = null;
        foreach (var part in order)
        {
            study = Ensemble.Into(Folder).Part(part, parts).Run(SmallAnswers.Plan, Half);
            var missing = StudyFolder.Missing(Folder, parts);
            missing.ShouldNotContain(part);
            (study is null).ShouldBe(missing.Count > 0);
        }

        study.ShouldNotBeNull().Digest().ShouldBe(whole.Value.Digest());
        Bits.ShouldBeThoseOf(study, whole.Value);
        Bits.ShouldBeThoseOf(StudyFolder.Open(Folder), whole.Value);
        Manifest.Read(Folder)!.IsComplete.ShouldBeTrue();
    }

    /// <summary>Without what each replication recorded, and where reported quantities lie off.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Posterior_RunsAnyNumberOfReplications(bool rows)
    {
        var ensemble = Given(rows);
        var expected = ensemble.Run(SmallAnswers.Plan, Half);
        foreach (var part in new[] { 2, 1 }) ensemble.Into(Folder).Part(part, 2).Run(SmallAnswers.Plan, Half);
        var study = StudyFolder.Open(Folder);
        study.Digest().ShouldBe(expected.Digest());
        study.Baseline.HasDiscrepancy(Metric.FiredPerDay).ShouldBeTrue();
        study.Baseline.Parameters.Column("shell output").Chunk(3).Distinct(new SameValues()).Count().ShouldBe(2);
        study.Table(Metric.FiredPerDay).ToString().ShouldBe(expected.Table(Metric.FiredPerDay).ToString());
        study.Differences(null, Metric.OnHand).ToString().ShouldBe(expected.Differences(null, Metric.OnHand).ToString());
    }

    [Fact]
    public void Study_OfOnePanel_HasExactQuantilesInAFolderToo()
    {
        var ensemble = Ensemble with { Replications = 500 };
        ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(ensemble.Run(SmallAnswers.Plan, Half).Digest());
        (Ensemble with { Replications = Replications }).Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
    }

    [Fact]
    public void Study_Grows_AndLeavesWhatIsThere()
    {
        (Ensemble with { Replications = 10_000 }).Into(Folder).Run(SmallAnswers.Plan, Half);
        var before = PartFiles.ToDictionary(file => file, file => (File.GetLastWriteTimeUtc(file), File.ReadAllBytes(file)));
        before.Keys.Select(Path.GetFileName).ShouldBe(["0000000000-0000008192.part", "0000008192-0000010000.part"]);
        var grown = Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!;
        grown.Digest().ShouldBe(whole.Value.Digest());
        StudyFolder.Open(Folder).Digest().ShouldBe(whole.Value.Digest());
        foreach (var (file, (time, bytes)) in before)
        {
            File.GetLastWriteTimeUtc(file).ShouldBe(time);
            File.ReadAllBytes(file).ShouldBe(bytes);
        }

        Should.Throw<ArgumentException>(() => (Ensemble with { Replications = 10_000 }).Into(Folder).Run(SmallAnswers.Plan, Half)).Message
            .ShouldBe($"The study in {Folder} has 17,000 replications, and 10,000 are asked for; it can grow, but not shrink.");
    }

    /// <summary>A study of one whole panel has exact quantiles, and the larger one goes on from the same part.</summary>
    [Fact]
    public void Study_OfOneWholePanel_Grows()
    {
        var ensemble = Ensemble with { Replications = Recorder.PanelSize };
        ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(ensemble.Run(SmallAnswers.Plan, Half).Digest());
        var part = File.GetLastWriteTimeUtc(PartFiles.ShouldHaveSingleItem());
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
        File.GetLastWriteTimeUtc(PartFiles[0]).ShouldBe(part);
    }

    /// <summary>Memory holds the histograms of some quantities at a time, however many scenarios there are.</summary>
    [Fact]
    public void Memory_DoesNotGrowWithTheHistogramsOfScenarios()
    {
        long Needed(int scenarios, bool intoFolder) => (Ensemble with { Replications = 1_000_000, MemoryLimit = long.MaxValue })
            .PrepareAs([.. Enumerable.Range(0, scenarios).Select(i => SmallAnswers.Shells($"{i}", Uncertain.Exactly(0.5)))], intoFolder)
            .MemoryNeeded;
        var sums = Ensemble.PrepareAs([Half], intoFolder: true).BytesOfSums;
        (Needed(12, intoFolder: true) - Needed(2, intoFolder: true)).ShouldBeLessThan(10 * sums / 2);
        (Needed(12, intoFolder: false) - Needed(2, intoFolder: false)).ShouldBeGreaterThan(10 * sums);
    }

    [Fact]
    public void Cancelled_KeepsThePanelThatRan_AndGoesOn()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => Ensemble.Into(Folder).Run([SmallAnswers.Plan, Half], cancellation: source.Token))
            .Message.ShouldBe($"Stopped; replications 0 to 4,095 are kept in {Folder}.");
        PartFiles.Select(Path.GetFileName).ShouldBe(["0000000000-0000004096.part"]);
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
    }

    [Fact]
    public void MissingParts_AreNamed_AndMayBeLeftOut()
    {
        foreach (var part in new[] { 1, 3, 5 }) Ensemble.Into(Folder).Part(part, Panels).Run(SmallAnswers.Plan, Half).ShouldBeNull();
        StudyFolder.Missing(Folder, Panels).ShouldBe([2, 4]);
        Should.Throw<UnfinishedStudyException>(() => StudyFolder.Open(Folder)).Message.ShouldBe(
            $"The study in {Folder} has 3 of 5 panels, 8,808 of 17,000 replications; missing are replications 4,096 to 8,191, 12,288 to "
            + "16,383. Run the missing parts.");
        var partial = StudyFolder.Open(Folder, isPartial: true);
        partial.IsComplete.ShouldBeFalse();
        partial.Table(Metric.FiredPerDay).Notes.ShouldContain("From 3 of 5 panels, 8,808 of 17,000 replications.");
        partial.Baseline.Scalar(Metric.FiredPerDay)[4096].ShouldBe(whole.Value.Baseline.Scalar(Metric.FiredPerDay)[8192]);
        partial.WriteCsv(folder["csv"]);
        File.ReadLines(Path.Combine(folder["csv"], "replications.csv")).ElementAt(4097).ShouldStartWith("8192,\"Plan\",");
    }

    [Fact]
    public void DamagedPart_IsRefused_AndRunAgain()
    {
        Ensemble.Into(Folder).Part(1, 1).Run(SmallAnswers.Plan, Half);
        var file = PartFiles[0];
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += bytes.Length / 7)
        {
            byte[] spoilt = [.. bytes];
            spoilt[at] ^= 0x10;
            File.WriteAllBytes(file, spoilt);
            Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder)).Message.ShouldBe(
                $"{file} is damaged. Delete it, and run its part again.");
        }

        StudyFolder.Missing(Folder, Panels).ShouldBe([1, 2, 3, 4]);
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
        File.ReadAllBytes(file).ShouldBe(bytes);
    }

    [Fact]
    public void DamagedRows_AreRefused()
    {
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half);
        var rows = Path.ChangeExtension(PartFiles[0], ".rows");
        var bytes = File.ReadAllBytes(rows);
        bytes[200] ^= 1;
        File.WriteAllBytes(rows, bytes);
        Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder).Digest()).Message.ShouldStartWith(
            $"{rows} is missing or damaged.");
        File.WriteAllBytes(rows, bytes[..^1]);
        Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder)).Message.ShouldStartWith($"{rows} is missing or damaged.");
    }

    /// <summary>Rows that were changed, cut or lost: the part is missing, and its command runs it again.</summary>
    [Fact]
    public void DamagedRows_AreRunAgain()
    {
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half);
        var rows = Path.ChangeExtension(PartFiles[0], ".rows");
        var bytes = File.ReadAllBytes(rows);
        byte[] changed = [.. bytes];
        changed[^1000] ^= 1;

        // A piece has the values of a scalar in a panel and their SHA-256.
        byte[][] damaged = [changed, bytes[..^1], bytes[..^((Recorder.PanelSize * sizeof(double)) + 32)], []];
        foreach (var spoilt in damaged)
        {
            File.WriteAllBytes(rows, spoilt);
            StudyFolder.Missing(Folder, Panels).ShouldBe([1, 2, 3, 4]);
            Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
            File.ReadAllBytes(rows).ShouldBe(bytes);
        }

        File.Delete(rows);
        Ensemble.Into(Folder).Missing([SmallAnswers.Plan, Half], Panels).ShouldBe([1, 2, 3, 4]);
        Ensemble.Into(Folder).Part(1, 1).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
    }

    /// <summary>Damaged parts next to each other are run again as one, and do not stay.</summary>
    [Fact]
    public void DamagedParts_AreRunAgainInOtherPieces()
    {
        for (var part = 1; part <= Panels; part++) Ensemble.Into(Folder).Part(part, Panels).Run(SmallAnswers.Plan, Half);
        var files = PartFiles;
        Spoil(files[1], 0);
        Spoil(files[2], ^100);
        Ensemble.Into(Folder).Missing([SmallAnswers.Plan, Half], Panels).ShouldBe([2, 3]);
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
        PartFiles.Select(Path.GetFileName).ShouldBe(["0000000000-0000004096.part", "0000004096-0000012288.part",
            "0000012288-0000016384.part", "0000016384-0000017000.part"]);
    }

    /// <summary>A part is done when it has run, and the study when all that others ran is whole.</summary>
    [Fact]
    public void DamagedPartOfAnother_LeavesTheStudyUnfinished()
    {
        Ensemble.Into(Folder).Part(1, 2).Run(SmallAnswers.Plan, Half);
        Spoil(PartFiles[0], ^100);
        Ensemble.Into(Folder).Part(2, 2).Run(SmallAnswers.Plan, Half).ShouldBeNull();
        Manifest.Read(Folder)!.IsComplete.ShouldBeFalse();
        StudyFolder.Missing(Folder, 2).ShouldBe([1]);
        Ensemble.Into(Folder).Part(1, 2).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(whole.Value.Digest());
        Manifest.Read(Folder)!.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void MissingParts_AreThoseOfTheStudyThatIsAskedFor()
    {
        Items<int> Missing(Ensemble of, int parts = Panels) => of.Into(Folder).Missing([SmallAnswers.Plan, Half], parts);
        Missing(Ensemble).ShouldBe([1, 2, 3, 4, 5]);
        Missing(Ensemble, 7).ShouldBe([2, 3, 5, 6, 7]);
        Directory.Exists(Folder).ShouldBeFalse();
        Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half);
        Missing(Ensemble).ShouldBeEmpty();
        Missing(Ensemble with { Replications = Panels * Recorder.PanelSize }).ShouldBe([5]);
        Missing(Ensemble with { Replications = 2 * Panels * Recorder.PanelSize }).ShouldBe([3, 4, 5]);
        Manifest.Read(Folder)!.Replications.ShouldBe(Replications);
        Should.Throw<InvalidDataException>(() => Missing(Ensemble with { Seed = 7 })).Message.ShouldBe(
            $"{Folder} holds another study: it has seed 2026 and not 7. Name another folder.");
        Should.Throw<ArgumentException>(() => Missing(Ensemble with { Replications = 10_000 })).Message.ShouldBe(
            $"The study in {Folder} has 17,000 replications, and 10,000 are asked for; it can grow, but not shrink.");
    }

    /// <summary>A failure that no other process causes, such as a full disk, is told at once.</summary>
    [Fact]
    public void FolderThatCannotBeMade_IsNotTriedAgain()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, WholeFile.OfARun + "drafts"), "in the place of a folder");
        var clock = Stopwatch.StartNew();
        Should.Throw<IOException>(() => Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task FolderThatAnotherMakes_IsWaitedFor()
    {
        Directory.CreateDirectory(Folder);
        Task<Study?> run;
        using (OutputFolder.Open(Folder))
        {
            run = Task.Run(() => (Ensemble with { Replications = 20 }).Into(Folder).Run(SmallAnswers.Plan, Half));
            await Task.Delay(300);
            run.IsCompleted.ShouldBeFalse();
        }

        (await run).ShouldNotBeNull();
    }

    [Fact]
    public void PartThatIsThereTwice_IsRefused()
    {
        foreach (var part in new[] { 1, 2 }) Ensemble.Into(Folder).Part(part, 2).Run(SmallAnswers.Plan, Half);
        File.Copy(PartFiles[0], Path.Combine(Folder, "parts", "copy.part"));
        Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder)).Message.ShouldContain(" both hold replications 0 to 8,191. ");
    }

    [Fact]
    public void OtherStudies_AreRefused_AndWhatDiffersIsNamed()
    {
        Ensemble.Into(Folder).Part(1, Panels).Run(SmallAnswers.Plan, Half);
        string Message(Ensemble other, params Scenario[] scenarios) =>
            Should.Throw<InvalidDataException>(() => other.Into(Folder).Run(scenarios)).Message;
        Message(Ensemble with { Seed = 7 }, SmallAnswers.Plan, Half).ShouldBe(
            $"{Folder} holds another study: it has seed 2026 and not 7. Name another folder.");
        Message(Ensemble, SmallAnswers.Plan).ShouldBe($"{Folder} holds another study: it has other scenarios. Name another folder.");
        Message(Ensemble with { KeepRows = false }, SmallAnswers.Plan, Half).ShouldContain("it has the values of each replication.");
        Message(Given(rows: true), SmallAnswers.Plan, Half).ShouldContain("other values of uncertain numbers");
        Message(Ensemble with { Record = Ensemble.Record!.Over(TimeWindow.Year(2025)) }, SmallAnswers.Plan, Half)
            .ShouldContain("other metrics or windows");

        // A part of another study that was copied there.
        (Ensemble with { Seed = 7 }).Into(folder["other"]).Part(2, Panels).Run(SmallAnswers.Plan, Half);
        var foreign = Directory.GetFiles(Path.Combine(folder["other"], "parts"), "*.part").Single();
        File.Copy(foreign, Path.Combine(Folder, "parts", Path.GetFileName(foreign)));
        Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder)).Message.ShouldEndWith(
            "0000004096-0000008192.part is of another study: it has seed 7 and not 2026. Move it away.");
    }

    [Fact]
    public void OtherNumbers_AreRefused()
    {
        Ensemble.Into(Folder).Part(1, Panels).Run(SmallAnswers.Plan, Half);
        var path = Path.Combine(Folder, Manifest.FileName);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace($"\"numbers\": {Release.Numbers}", "\"numbers\": 1", StringComparison.Ordinal));
        Should.Throw<InvalidDataException>(() => StudyFolder.Open(Folder)).Message.ShouldStartWith(
            $"{Folder} has version 1 of the numbers");
        Should.Throw<InvalidDataException>(() => Ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)).Message.ShouldContain(
            $"version 1 of the numbers and not {Release.Numbers}");
    }

    [Fact]
    public void Results_AndStudies_KeepApart()
    {
        Ensemble.Into(Folder).Part(1, Panels).Run(SmallAnswers.Plan, Half);
        Should.Throw<ArgumentException>(() => OutputFolder.Open(Folder)).Message.ShouldBe(
            $"The folder is \"{Folder}\"; that is the folder of a study, and its parts would be lost. Name another folder.");
        using (var output = OutputFolder.Open(folder["r"])) output.Finish(new("run.cs a.json", []));
        Should.Throw<ArgumentException>(() => Ensemble.Into(folder["r"]).Run(SmallAnswers.Plan, Half)).Message.ShouldBe(
            $"The folder of the study is \"{folder["r"]}\"; it holds the result of \"run.cs a.json\". Name another folder.");
        Should.Throw<ArgumentException>(() => StudyFolder.Open(folder["r"])).Message.ShouldStartWith(
            $"\"{folder["r"]}\" does not hold a study.");
    }

    [Fact]
    public void Study_IsSavedAndLoaded()
    {
        whole.Value.Save(Folder);
        var read = Study.Load(Folder);
        Bits.ShouldBeThoseOf(read, whole.Value);
        read.Digest().ShouldBe(whole.Value.Digest());
        Should.Throw<ArgumentException>(() => whole.Value.Save(Folder)).Message.ShouldStartWith($"\"{Folder}\" holds a result already");

        // Its sums are read from the one folder while they are written into the other.
        read.Save(folder["again"]);
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder["again"], "parts"), "*.part").Single())
            .ShouldBe(File.ReadAllBytes(PartFiles.Single()));
        Should.Throw<InvalidOperationException>(() => whole.Value.Only(Half).Save(folder["t"]));
    }

    /// <summary>In memory, a study of one panel has no histograms with which it could grow: its panel is run again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SavedStudyOfOneWholePanel_IsLoaded_AndGrows(bool rows)
    {
        var ensemble = Ensemble with { Replications = Recorder.PanelSize, KeepRows = rows };
        var study = ensemble.Run(SmallAnswers.Plan, Half);
        study.Save(Folder);
        var read = Study.Load(Folder);
        read.Digest().ShouldBe(study.Digest());
        read.Save(folder["again"]);
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder["again"], "parts"), "*.part").Single())
            .ShouldBe(File.ReadAllBytes(PartFiles.Single()));
        var large = ensemble with { Replications = 2 * Recorder.PanelSize };
        StudyFolder.Missing(Folder, 1).ShouldBeEmpty();
        large.Into(Folder).Missing([SmallAnswers.Plan, Half], 2).ShouldBe([1, 2]);
        var grown = large.Run(SmallAnswers.Plan, Half).Digest();
        large.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(grown);
        StudyFolder.Open(Folder).Digest().ShouldBe(grown);
    }

    /// <summary>It has the exact quantiles of one panel, is unfinished, and goes on as a study in a folder does.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StudyThatWasEndedEarly_IsSavedAsThat(bool rows)
    {
        var ensemble = Ensemble with { KeepRows = rows };
        var early = FirstPanel(ensemble, SmallAnswers.Plan, Half);
        early.Save(Folder);
        Manifest.Read(Folder)!.IsComplete.ShouldBeFalse();
        Should.Throw<UnfinishedStudyException>(() => Study.Load(Folder)).Message.ShouldStartWith(
            $"The study in {Folder} has 1 of 5 panels, 4,096 of 17,000 replications;");
        var read = StudyFolder.Open(Folder, isPartial: true);
        read.IsComplete.ShouldBeFalse();
        read.Digest().ShouldBe(early.Digest());
        read.Save(folder["again"]);
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder["again"], "parts"), "*.part").Single())
            .ShouldBe(File.ReadAllBytes(PartFiles.Single()));
        ensemble.Into(Folder).Run(SmallAnswers.Plan, Half)!.Digest().ShouldBe(ensemble.Run(SmallAnswers.Plan, Half).Digest());
        Manifest.Read(Folder)!.IsComplete.ShouldBeTrue();

        // One with gaps has no beginning that could be saved.
        foreach (var part in new[] { 1, 3 }) ensemble.Into(folder["gaps"]).Part(part, Panels).Run(SmallAnswers.Plan, Half);
        Should.Throw<InvalidOperationException>(() => StudyFolder.Open(folder["gaps"], isPartial: true).Save(folder["t"]))
            .Message.ShouldContain("replications before others, are missing");
    }

    /// <summary>Whether a replication may fail is decided over all parts.</summary>
    [Fact]
    public void AllowFailed_IsOfTheWhole()
    {
        var all = new Ensemble(3 * Recorder.PanelSize, Record: new Metrics().And(Metric.FiredPerDay))
        {
            AllowFailed = int.MaxValue, KeepRows = false,
        };
        var failing = Supply.Tests.Engines.EnsembleTests.NotANumber;
        int Failed(Study study) => study.Baseline.Failed.Count;
        var failed = Failed(all.Run(failing));
        failed.ShouldBeGreaterThan(3);
        var one = all with { AllowFailed = failed - 1 };
        one.Into(Folder).Part(1, 3).Run(failing).ShouldBeNull();
        one.Into(Folder).Part(2, 3).Run(failing).ShouldBeNull();
        Should.Throw<ReplicationException>(() => one.Into(Folder).Part(3, 3).Run(failing)).Replications.Count.ShouldBe(failed);
        Failed((one with { AllowFailed = failed }).Into(Folder).Run(failing)!).ShouldBe(failed);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    public void PartsThatThereAreNot_AreRefused(int part, int parts) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ensemble.Into(Folder).Part(part, parts));

    private static void Spoil(string file, Index at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>A run that was cancelled between its first panel and the second.</summary>
    private static Study FirstPanel(Ensemble ensemble, params Scenario[] scenarios)
    {
        const int count = Recorder.PanelSize;
        var prepared = ensemble.Prepare(scenarios);
        var sums = prepared.NewSums();
        RowsInMemory?[] rows = [.. prepared.Cells.Select(cells =>
            ensemble.KeepRows ? new RowsInMemory(cells.Program.Scalars.Count, ensemble.Replications) : null)];
        new PanelRunner(prepared, null, ensemble.Replications)
            .Run(0, count, i => sums[i], (i, recorder) => rows[i]?.Take(recorder), CancellationToken.None);
        return new(prepared.Ensemble with { Replications = count },
            [.. prepared.Cells.Select((cells, i) => prepared.Result(cells, sums[i], rows[i], [(0, count)]))])
        {
            Running = prepared.Running with { Replications = count }, IsComplete = false, Source = prepared.Source,
            Steps = prepared.Steps, Prepared = prepared,
        };
    }

    private static Ensemble Given(bool rows)
    {
        DiscrepancyPath path = new([new double[3]], [0.1, 0.2, 0.3], (_, row) => row - 0.5);
        return Ensemble with
        {
            KeepRows = rows,
            Parameters = new ParameterMatrix(["shell output"], [[85, 100, 115]]).Repeated(Replications),
            Discrepancy = new(new(2025, 1, 1), new Dictionary<(string, DiscrepancyKind), DiscrepancyPath>
            {
                [("Side", DiscrepancyKind.Fire)] = path,
            }),
        };
    }

    private sealed class SameValues : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? x, double[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(double[] obj) => obj.Length;
    }
}
