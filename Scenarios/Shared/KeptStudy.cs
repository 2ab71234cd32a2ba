using System.Diagnostics;
using System.Globalization;
using Supply;

/// <summary>Where a script keeps its studies, and what of them it runs: all that is missing, one part, or nothing.</summary>
/// <param name="Folder">The folder of the first study; further ones have folders in it.</param>
/// <param name="Part">The part to run alone; null: all.</param>
/// <param name="Missing">Of how many parts the missing ones are wanted; null: they are not.</param>
/// <param name="Merges">Whether nothing is run.</param>
/// <param name="IsPartial">Whether parts may be missing.</param>
internal sealed record KeptStudy(string Folder, (int Part, int Of)? Part, int? Missing, bool Merges, bool IsPartial)
{
    /// <summary>Whether tables and figures follow.</summary>
    public bool WritesResults => Part is null && Missing is null;

    public Study[] Run(Results results, Planned[] planned)
    {
        string[] folders = [.. planned.Select((_, i) => i == 0 ? Folder : Path.Combine(Folder, $"study-{i + 1}"))];
        if (Missing is { } parts)
        {
            var numbers = planned.Zip(folders, (one, folder) => one.Ensemble.Into(folder).Missing(one.Scenarios, parts));
            Console.WriteLine(Words([.. numbers.SelectMany(some => some).Distinct().Order()]));
            throw new StoppedException(ExitCode.Done, "");
        }

        Study?[] studies = [.. planned.Zip(folders, One)];
        if (!WritesResults) throw new StoppedException(ExitCode.Done, "");
        foreach (var (study, plan) in studies.Zip(planned))
        {
            if (plan.IsMain) results.SaveMain(study!);
        }

        return studies!;
    }

    private Study? One(Planned planned, string folder)
    {
        var (clock, target) = (Stopwatch.StartNew(), planned.Ensemble.Into(folder, Results.Command()));
        if (Merges)
        {
            var study = target.Read(planned.Scenarios, IsPartial);
            if (study.Missing.Length > 0) Console.WriteLine(study.Missing);
            if (planned.IsMain) StudyRun.SaySteps(study.Steps);
            StudyRun.Say($"{StudyRun.Size(planned)}, read in {clock.Elapsed.TotalSeconds:F1} s; digest {study.Digest()}.");
            return study;
        }

        var words = Part is var (part, of) ? $"part {part} of {of} into {folder}" : $"into {folder}";
        StudyRun.Say($"{StudyRun.Size(planned)}, {words}.");
        if (Part is var (k, n)) target = target.Part(k, n);
        try
        {
            var study = target.Run(planned.Scenarios, StudyRun.Live, Stops.Token);
            StudyRun.Say($"{Terminal.Clear}Done in {clock.Elapsed.TotalSeconds:F1} s, peak memory {StudyRun.PeakMemory >> 20:N0} MiB.");
            if (planned.IsMain && study is not null) StudyRun.SaySteps(study.Steps);
            return study;
        }
        catch (OperationCanceledException stopped)
        {
            Console.Write(Terminal.Clear);
            throw new StoppedException(ExitCode.ToBeContinued, $"{stopped.Message} The same command goes on from there.");
        }
    }

    /// <summary>Numbers as batch systems write them, for example <c>4,7,12-13</c>.</summary>
    private static string Words(int[] numbers)
    {
        var words = new List<string>();
        for (var i = 0; i < numbers.Length;)
        {
            var last = i;
            while (last + 1 < numbers.Length && numbers[last + 1] == numbers[last] + 1) last++;
            words.Add(last == i ? Text(numbers[i]) : $"{Text(numbers[i])}-{Text(numbers[last])}");
            i = last + 1;
        }

        return string.Join(",", words);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
