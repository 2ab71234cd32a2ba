using Supply.Engines;
using Supply.Outputs;
using Supply.Studies;

namespace Supply;

/// <summary>
/// A study in a folder, see <see cref="Ensemble.Into"/>: its manifest, its scenarios and inputs, and parts, each of a range of
/// replications of all scenarios. Parts can be run apart, on other machines and in any order; together they are the same study to the
/// bit, and what is there already is left as it is. With more replications the study grows by parts.
/// </summary>
public sealed partial class StudyFolder
{
    private const string Parts = "parts", ScenariosName = "scenarios.json", OpenedName = "opened.json", InputsName = "inputs.bin";
    private const string LockName = WholeFile.OfARun + "lock-study";
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(2);

    private readonly Ensemble ensemble;
    private readonly string folder;
    private readonly int part;
    private readonly int of;

    private readonly string command;

    private readonly IPartSink? sink;

    internal StudyFolder(
        Ensemble ensemble, string folder, string command = "a program", IPartSink? sink = null, int part = 1, int of = 1)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(command);
        (this.ensemble, this.folder, this.command, this.sink, this.part, this.of) = (ensemble, folder, command, sink, part, of);
    }

    /// <summary>One of several parts alone.</summary>
    /// <param name="part">Its number, from 1 to their number.</param>
    /// <param name="parts">How many parts there are. There may be more than panels of 4,096 replications; some are then empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public StudyFolder Part(int part, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, parts);
        return new(ensemble, folder, command, sink, part, parts);
    }

    /// <summary>Runs what is missing.</summary>
    /// <inheritdoc cref="Run(IEnumerable{Scenario}, IProgress{RunProgress}, CancellationToken)"/>
    public Study? Run(params Scenario[] scenarios) => Run(scenarios, null, CancellationToken.None);

    /// <summary>Runs what is missing, of all or of the chosen part.</summary>
    /// <param name="scenarios">At least one, each the first with further changes; names must be unique.</param>
    /// <param name="progress">Told about ten times a second how far the run is, on the running threads. Null: nobody.</param>
    /// <param name="cancellation">
    /// Ends the run as soon as the 4,096 replications that are running are finished for all scenarios; they and those before are kept.
    /// </param>
    /// <returns>The study; null if other parts are missing or damaged.</returns>
    /// <exception cref="ScenarioException">Scenarios have problems (all are listed) or share a name; nothing was run.</exception>
    /// <exception cref="ArgumentException">
    /// A setting is out of range, the results need more than <see cref="Ensemble.MemoryLimit"/>, or the folder holds something else.
    /// </exception>
    /// <exception cref="InvalidDataException">The folder holds another study, or parts of one; the message says what differs.</exception>
    /// <exception cref="ReplicationException">More replications failed than <see cref="Ensemble.AllowFailed"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the same call goes on from there.</exception>
    /// <exception cref="IOException">The disk fails.</exception>
    public Study? Run(IEnumerable<Scenario> scenarios, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var prepared = ensemble.PrepareAs([.. scenarios], intoFolder: true);
        var identity = Agree(prepared);
        var own = Range(part, of);
        (int First, int End)[] missing = [.. Holes(own, WithoutDamage(identity, own))];
        DraftFile.Clear(Path.Combine(folder, Parts));
        var runner = new PanelRunner(prepared, progress, missing.Sum(range => range.End - range.First));
        foreach (var (first, end) in missing.SelectMany(Units))
        {
            try
            {
                Run(prepared, identity, runner, first, end, cancellation);
            }
            catch (Exception failure) when (WholeFile.IsOfTheDisk(failure))
            {
                throw WholeFile.NotWritten(Path.Combine(folder, Parts, PartFile.NameOf(first, end) + PartFile.Ending), failure);
            }
        }

        if (sink is not null) Pour(prepared, identity, own);

        // What others ran is looked at as a whole, and once all of it seems to be there.
        PartFile[] found = [.. Found(identity).Where(one => one.Serves(ensemble.Replications))];
        if (Holes((0, ensemble.Replications), found).Any()) return null;
        if (Holes((0, ensemble.Replications), found.Where(one => one.IsIn(own) || one.IsWhole())).Any()) return null;
        var study = Read(prepared, identity, isPartial: false, areWhole: true);
        Complete();
        return study;
    }

    /// <summary>Reads the study of these scenarios, with the uncertain numbers of each replication.</summary>
    /// <param name="scenarios">The scenarios that were run.</param>
    /// <param name="isPartial">Whether parts may be missing. Default false.</param>
    /// <exception cref="UnfinishedStudyException">Parts are missing.</exception>
    /// <exception cref="InvalidDataException">
    /// The folder holds another study, or a part is damaged, of another study, or there twice; the message says which.
    /// </exception>
    public Study Read(IEnumerable<Scenario> scenarios, bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var prepared = ensemble.PrepareAs([.. scenarios], intoFolder: true);
        var manifest = Of(folder);
        var identity = IdentityOf(prepared);
        Check(identity, manifest);
        return Read(prepared, identity, isPartial);
    }

    /// <summary>Reads the study of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isPartial">Whether parts may be missing: the study then holds the replications that are there. Default false.</param>
    /// <exception cref="ArgumentException">The folder does not hold a study.</exception>
    /// <exception cref="UnfinishedStudyException">Parts are missing.</exception>
    /// <exception cref="InvalidDataException">
    /// It is of another version of the numbers, or a part is damaged, of another study, or there twice; the message says which.
    /// </exception>
    public static Study Open(string folder, bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = Of(folder);
        var identity = manifest.Study!;
        foreach (var difference in manifest.Differences(folder)) throw new InvalidDataException($"The study in {folder}: {difference}");
        if (identity.Numbers != Release.Numbers)
        {
            throw new InvalidDataException($"{folder} has version {identity.Numbers} of the numbers, and this library has "
                + $"{Release.Numbers}; the library {manifest.Package} reads it.");
        }

        var ensemble = new Ensemble(manifest.Replications!.Value, identity.Seed, RecordText.Parse(identity.Record))
        {
            KeepRows = identity.KeepsRows, AllowFailed = int.MaxValue, MemoryLimit = long.MaxValue, StepDays = identity.StepDays,
            Design = identity.Design,
        };
        string File(string name) => Path.Combine(folder, name);
        var running = System.IO.File.Exists(File(InputsName))
            ? InputsFile.Read(System.IO.File.ReadAllBytes(File(InputsName)), ensemble) : ensemble;
        Scenario[] scenarios = [.. ScenarioFile.Read(File(ScenariosName)).Expand()];
        var compiled = scenarios;
        if (System.IO.File.Exists(File(OpenedName)))
        {
            compiled = [.. ScenarioFile.Read(File(OpenedName)).Expand()];
            var rows = new KeptRows(scenarios[0], compiled[0], running, identity.Source);
            scenarios = [.. scenarios.Select(scenario => scenario with { Rows = rows })];
        }
        else
        {
            ensemble = running;
        }

        var prepared = ensemble.PrepareAs(scenarios, intoFolder: true, new StudyRows(running, compiled, identity.Source));
        return new StudyFolder(ensemble, folder).Read(prepared, identity, isPartial);
    }

    /// <summary>
    /// The numbers of the parts of this study that are missing or damaged, for a batch system; none: all are there. Nothing is written, and
    /// only the first replications are run, by which the study is known.
    /// </summary>
    /// <param name="scenarios">The scenarios of the study.</param>
    /// <param name="parts">How many parts there are; those without replications are never missing.</param>
    /// <exception cref="ScenarioException">Scenarios have problems (all are listed) or share a name.</exception>
    /// <exception cref="ArgumentException">
    /// A setting is out of range, or the folder holds something else, or the study with more replications.
    /// </exception>
    /// <exception cref="InvalidDataException">The folder holds another study, or parts of one; the message says what differs.</exception>
    public Items<int> Missing(IEnumerable<Scenario> scenarios, int parts)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var prepared = ensemble.PrepareAs([.. scenarios], intoFolder: true);
        if (!Directory.Exists(folder) || Manifest.Read(folder) is not { } manifest) return WithHoles(parts, []);
        var identity = IdentityOf(prepared);
        Check(identity, manifest);
        return WithHoles(parts, Found(identity));
    }

    /// <summary>
    /// The numbers of the parts that are missing or damaged, for a batch system; none: all are there. The study is that of the folder, with
    /// as many replications as it has.
    /// </summary>
    /// <param name="folder">The folder; if there is no study in it, all parts are missing.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <exception cref="InvalidDataException">A part is of another study.</exception>
    public static Items<int> Missing(string folder, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        if (!Directory.Exists(folder) || Manifest.Read(folder) is not { Study: { } identity } manifest)
        {
            return Items.From(Enumerable.Range(1, parts));
        }

        var own = new StudyFolder(new(manifest.Replications!.Value), folder);
        return own.WithHoles(parts, own.Found(identity));
    }

    internal static void Save(Study study, string folder)
    {
        var prepared = study.Prepared
            ?? throw new InvalidOperationException("Only a study with all of its scenarios can be saved; this one is a part of another.");
        var (last, count) = (study.Ranges[^1], study.Ensemble.Replications);
        if (study.Scenarios.Count < prepared.Cells.Count || last.First + last.Count != count)
        {
            throw new InvalidOperationException(
                "Scenarios, or replications before others, are missing; only a whole study or its beginning can be saved.");
        }

        // One that was ended early is kept as a part of what was wanted, so that it can go on.
        var own = new StudyFolder(prepared.Ensemble, folder);
        if (Directory.Exists(folder) && Manifest.Read(folder) is not null)
        {
            throw new ArgumentException($"\"{folder}\" holds a result already; name another folder.", nameof(folder));
        }

        var identity = own.Agree(prepared);
        var stem = own.PartPath(0, count);
        if (identity.KeepsRows)
        {
            WholeFile.Write(stem + RowsFile.Ending, file =>
            {
                RowsFile.Begin(file, identity, 0);
                foreach (var (first, some) in PanelRunner.Panels(0, count))
                {
                    foreach (var (result, cells) in study.Scenarios.Zip(prepared.Cells))
                    {
                        for (var i = 0; i < cells.Program.Scalars.Count; i++)
                        {
                            RowsFile.Write(file, result.Rows!.Read(i).AsSpan(first, some));
                        }
                    }
                }
            });
        }

        PartFile.Write(stem + PartFile.Ending, identity, 0, count, [.. study.Scenarios.Select(result => result.Sums)]);
        if (count == prepared.Ensemble.Replications) own.Complete();
    }

    private void Run(PreparedStudy prepared, StudyIdentity identity, PanelRunner runner, int first, int end, CancellationToken cancellation)
    {
        // The sums of all scenarios would take more memory than all else; so they pass from one draft to the next.
        var parts = Path.Combine(folder, Parts);
        var done = first;
        using var rows = identity.KeepsRows ? new DraftFile(parts) : null;
        if (rows is not null) RowsFile.Begin(rows.Stream, identity, first);
        DraftFile? sums = null;
        try
        {
            foreach (var (from, count) in PanelRunner.Panels(first, end))
            {
                var next = new DraftFile(parts);
                using (var before = sums)
                {
                    sums = next;
                    using var after = new PartWriter(next.Stream, identity, first, from + count - first);
                    var reader = before is null ? null : PartFile.SumsOf(before.Stream);
                    runner.Run(from, count, i => prepared.NewSums(i, after.Sums, reader), (i, recorder) =>
                    {
                        if (rows is not null) RowsFile.Write(rows.Stream, recorder, prepared.Cells[i].Program.Scalars.Count);
                    }, CancellationToken.None);
                    after.End();
                }

                done = from + count;
                if (cancellation.IsCancellationRequested) break;
            }

            Keep(identity, first, done, rows, sums!);
        }
        finally
        {
            sums?.Dispose();
        }

        if (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                $"Stopped; replications {first:#,0} to {done - 1:#,0} are kept in {folder}.", cancellation);
        }
    }

    /// <summary>Reads all parts, in their order, and joins them.</summary>
    private Study Read(PreparedStudy prepared, StudyIdentity identity, bool isPartial, bool areWhole = false)
    {
        var path = Path.Combine(folder, Parts);
        List<PartFile> parts = areWhole ? Found(identity) : [.. Files().Select(file => Own(PartFile.Open(file), identity))];
        parts = [.. parts.Where(one => one.Serves(ensemble.Replications)).OrderBy(one => one.First).ThenBy(one => one.End)];
        foreach (var (one, next) in parts.Zip(parts.Skip(1)))
        {
            if (next.First < one.End)
            {
                throw new InvalidDataException($"{one.Name} and {next.Name} in {path} both hold replications {next.First:#,0} to "
                    + $"{Math.Min(one.End, next.End) - 1:#,0}. Move one of them away.");
            }
        }

        (int First, int End)[] missing = [.. Holes((0, ensemble.Replications), parts)];
        var (done, panels) = (parts.Sum(one => one.Count), ((long)ensemble.Replications + Recorder.PanelSize - 1) / Recorder.PanelSize);
        var there = $"{parts.Sum(one => ((long)one.Count + Recorder.PanelSize - 1) / Recorder.PanelSize):#,0} of {panels:#,0} panels, "
            + $"{done:#,0} of {ensemble.Replications:#,0} replications";
        if (missing.Length > 0 && (!isPartial || done == 0))
        {
            throw new UnfinishedStudyException($"The study in {folder} has {there}; missing are replications "
                + $"{string.Join(", ", missing.Take(5).Select(range => $"{range.First:#,0} to {range.End - 1:#,0}"))}"
                + $"{(missing.Length > 5 ? " and others" : "")}. Run the missing parts.");
        }

        if (!areWhole) parts.ForEach(one => one.CheckSums());

        // One scenario after the other, so that the histograms of one are in memory.
        var starts = prepared.Cells.Select(_ => new long[parts.Count]).Append(new long[parts.Count]).ToArray();
        ScenarioSums SumsOf(int scenario)
        {
            var sums = prepared.NewSums(scenario);
            foreach (var (i, one) in parts.Index()) starts[scenario + 1][i] = one.AddTo(sums, starts[scenario][i]);
            return sums;
        }

        var all = new ScenarioSums[prepared.Cells.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = SumsOf(i);
            if (all[i].Failed.Count > ensemble.AllowFailed) throw new ReplicationException(prepared.Cells[i].Scenario.Name, all[i].Failed);
            all[i].Settle();
        }

        return Joined(prepared, parts, all, missing.Length == 0 ? "" : $"From {there}.", SumsOf);
    }

    private static Study Joined(
        PreparedStudy prepared, List<PartFile> parts, ScenarioSums[] sums, string missing, Func<int, ScenarioSums>? again = null)
    {
        var scalars = prepared.Cells.Select(one => one.Program.Scalars.Count).ToArray();
        var keepsRows = parts[0].Identity.KeepsRows;
        if (keepsRows)
        {
            foreach (var one in parts) RowsFile.Check(one, scalars.Sum()).Dispose();
        }

        var ranges = parts.Select(one => (one.First, one.Count)).ToArray();
        var results = prepared.Cells.Select((cells, i) => prepared.Result(
            cells, sums[i], keepsRows ? new RowsInParts(parts, scalars.Take(i).Sum(), scalars.Sum()) : null, ranges,
            again is null ? null : () => again(i)));
        return new Study(prepared.Ensemble with { Replications = parts.Sum(one => one.Count) }, [.. results])
        {
            Running = prepared.Running with { Replications = parts.Sum(one => one.Count) },
            IsComplete = missing.Length == 0,
            Missing = missing,
            Source = prepared.Source,
            Steps = prepared.Steps,
            Prepared = prepared,
            Ranges = ranges,
        };
    }
}
