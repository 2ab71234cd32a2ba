using Supply.Engines;
using Supply.Outputs;
using Supply.Studies;

namespace Supply;

// The manifest that all parts of a study agree on.
public sealed partial class StudyFolder
{
    // Numbers by which a failure says that another process has the folder: this library's own word, Linux, macOS, Windows.
    private static readonly int[] ofAnother =
        [unchecked((int)0x80131620), 11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>The study that the folder is for: as it says, or this one from now on.</summary>
    private StudyIdentity Agree(PreparedStudy prepared)
    {
        var (text, opened) = Text(prepared);
        var inputs = InputsFile.Bytes(prepared.Running, prepared.Stepped);
        var identity = Identity(prepared, text, inputs);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (Directory.Exists(folder) && Manifest.Read(folder) is { } manifest)
            {
                Check(identity, manifest);
                if (manifest.Replications < ensemble.Replications)
                {
                    Change(found => found with
                    {
                        Replications = Math.Max(found.Replications!.Value, ensemble.Replications), IsComplete = false,
                    });
                }

                return identity;
            }

            try
            {
                using var output = OutputFolder.Open(folder, "The folder of the study");
                output.Write(ScenariosName, text);
                if (opened is not null) output.Write(OpenedName, opened);
                if (inputs is not null) WholeFile.Write(output[InputsName], stream => stream.Write(inputs));
                output.Finish(new Manifest(command, [])
                {
                    Seed = ensemble.Seed, Replications = ensemble.Replications, Design = ensemble.Design, IsComplete = false,
                    Study = identity,
                });
            }
            catch (Exception failure) when (clock.Elapsed < longest
                && (IsOfAnother(failure) || (Directory.Exists(folder) && Manifest.Read(folder) is { Study: not null })))
            {
                // Another part of the same study makes the folder.
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Whether another process is the reason of a failure, and not the disk.</summary>
    private static bool IsOfAnother(Exception failure) =>
        failure is IOException && ofAnother.Contains((failure.InnerException ?? failure).HResult);

    private void Check(StudyIdentity identity, Manifest manifest)
    {
        if (manifest.Study is null)
        {
            throw new ArgumentException($"The folder of the study is \"{folder}\"; it holds the result of \"{manifest.Command}\". Name "
                + "another folder.");
        }

        if (manifest.Study.Sha256 != identity.Sha256)
        {
            throw new InvalidDataException($"{folder} holds another study: it has "
                + $"{string.Join(", ", manifest.Study.Differences(identity))}. Name another folder.");
        }

        if (manifest.Replications > ensemble.Replications)
        {
            throw new ArgumentException($"The study in {folder} has {manifest.Replications:#,0} replications, and "
                + $"{ensemble.Replications:#,0} are asked for; it can grow, but not shrink.");
        }
    }

    private void Complete()
    {
        if (Manifest.Read(folder) is { IsComplete: false }) Change(found => found with { IsComplete = true });
    }

    private void Change(Func<Manifest, Manifest> change) => Locked(() =>
        WholeFile.Write(Path.Combine(folder, Manifest.FileName), change(Manifest.Read(folder)!).ToJson()));

    /// <summary>Does something while no other process does such a thing in the folder.</summary>
    private void Locked(Action action)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using (var held = FolderLock.Take(Path.Combine(folder, LockName)))
            {
                if (held is not null)
                {
                    action();
                    return;
                }
            }

            if (clock.Elapsed > longest) throw new IOException($"{folder} is held by another process for minutes.");
            Thread.Sleep(20);
        }
    }

    private static (string Scenarios, string? Opened) Text(PreparedStudy prepared)
    {
        static string Of(IReadOnlyList<Scenario> all) => new ScenarioFile(all[0]) { Scenarios = Items.From(all.Skip(1)) }.ToJson();
        var (given, compiled) = (Of(prepared.Scenarios), Of(prepared.Compiled));
        return (given, given == compiled ? null : compiled);
    }

    private static StudyIdentity Identity(PreparedStudy prepared, string scenarios, byte[]? inputs) => new(
        prepared.Ensemble.Seed, Release.Numbers, InputsFile.Identity(System.Text.Encoding.UTF8.GetBytes(scenarios)),
        InputsFile.Identity(inputs), RecordText.Of(prepared.Ensemble.Record!), prepared.Ensemble.KeepRows,
        prepared.Pilot.Canary)
    {
        Panel = Recorder.PanelSize, Source = prepared.Source, StepDays = prepared.Ensemble.StepDays, Design = prepared.Ensemble.Design,
    };

    private static StudyIdentity IdentityOf(PreparedStudy prepared) =>
        Identity(prepared, Text(prepared).Scenarios, InputsFile.Bytes(prepared.Running, prepared.Stepped));

    private static Manifest Of(string folder) => (Directory.Exists(folder) ? Manifest.Read(folder) : null) is { Study: not null } manifest
        ? manifest
        : throw new ArgumentException($"\"{folder}\" does not hold a study.", nameof(folder));
}
