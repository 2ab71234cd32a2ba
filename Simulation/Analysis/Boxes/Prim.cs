using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// Patient rule induction (Friedman and Fisher 1999): boxes in the space of inputs in which an outcome is high. From all rows, peel after
/// peel takes a small share away where that raises the mean most; pasting then adds to the last box as long as its mean does not fall.
/// </summary>
/// <param name="Data">The data; for questions of yes and no the outcome is 1 for rows of interest and 0 for others.</param>
/// <param name="Boxes">
/// The chosen box of each round, without limits that chance explains; a later one is found among the rows that earlier ones leave.
/// </param>
/// <param name="Paths">For each round the trade-off: every box on the way, from all rows to the last paste.</param>
/// <param name="Settings">How patiently they were found.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Prim(InputData Data, Items<Box> Boxes, Items<Items<Box>> Paths, PrimSettings Settings) : IShown
{
    private const string Words = "boxes";

    /// <summary>
    /// The share of bootstrap resamples in which an input is limited by the box that is nearest to the first box of the original in
    /// coverage and density, for each input of the data, 0..1; empty without resamples. Default empty.
    /// </summary>
    public Items<double> Reproducibility { get; init; } = Items<double>.Empty;

    /// <summary>
    /// False if the search was cancelled: there may be further boxes, and there are fewer resamples than were asked for. Default true.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>
    /// The resamples behind <see cref="Reproducibility"/>; fewer than the settings say if the search was cancelled. Default 0.
    /// </summary>
    public int Resampled { get; init; }

    /// <summary>The question in words, for example <c>lose more than 10 %</c>. Default <c>are of interest</c>.</summary>
    public string Interest { get; init; } = "are of interest";

    /// <summary>The share of all rows that are of interest; of outcomes other than 0 and 1 their mean.</summary>
    public double Overall => Data.Outcome.Average();

    /// <summary>Boxes in which an outcome is high.</summary>
    /// <param name="data">The data; outcomes at least 0, and some above.</param>
    /// <param name="settings">How patiently; null: the defaults. Default null.</param>
    /// <param name="progress">
    /// Told how far the search is, in rows: each box and each resample goes through all of them. Null: nobody. Default null.
    /// </param>
    /// <param name="cancellation">
    /// Ends the search: the boxes and resamples finished so far are kept, and <see cref="IsComplete"/> is false.
    /// </param>
    /// <exception cref="ArgumentException">The data do not fit together, or a setting is out of range; all are listed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first box was found.</exception>
    public static Prim Of(InputData data, PrimSettings? settings = null, IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        settings ??= new();
        settings.Check();
        data.Check();
        if (data.Outcome.Any(value => value < 0) || data.Outcome.All(value => value == 0))
        {
            throw new ArgumentException("Outcomes must be at least 0, and one must be above 0: coverage is a share of their sum.");
        }

        var (boxes, paths, isStopped) = (new List<Box>(), new List<Items<Box>>(), false);
        var meter = new ProgressMeter(progress, (long)data.Rows * (settings.MostBoxes + settings.Resamples));
        int[] left = [.. Enumerable.Range(0, data.Rows)];
        while (boxes.Count < settings.MostBoxes && left.Length >= settings.LeastMass * data.Rows)
        {
            if (Found(left) is not { } path) break;
            meter.Add(Words, data.Rows);
            var chosen = path.Chosen;
            if (!chosen.IsRestrictedAtAll && boxes.Count > 0) break;
            paths.Add(Items.From(path.Steps.Select(step => step.ToBox(data))));
            boxes.Add(Tested(data, left, chosen));
            HashSet<int> inside = [.. chosen.Limits.Rows];
            left = [.. left.Where(row => !inside.Contains(row))];
            if (!chosen.IsRestrictedAtAll || left.All(row => data.Outcome[row] == 0)) break;
        }

        // Boxes that were not looked for count as done.
        meter.Add(Words, data.Rows * (settings.MostBoxes - boxes.Count));
        var (shares, resampled) = Repeated(data, boxes[0], settings, meter, cancellation);
        return new(data, Items.From(boxes), Items.From(paths), settings)
        {
            Reproducibility = shares, Resampled = resampled, IsComplete = !isStopped && resampled == settings.Resamples,
        };

        PrimPath? Found(int[] rows)
        {
            try
            {
                return PrimPath.Of(data, rows, settings, cancellation);
            }
            catch (OperationCanceledException) when (boxes.Count > 0)
            {
                isStopped = true;
                return null;
            }
        }
    }

    /// <summary>Boxes in which an outcome lies below or above a limit.</summary>
    /// <param name="data">The data.</param>
    /// <param name="isOfInterest">Whether an outcome is of interest.</param>
    /// <param name="interest">The question in words, as the end of a sentence about runs: <c>lose more than 10 %</c>.</param>
    /// <param name="settings">How patiently; null: the defaults. Default null.</param>
    /// <param name="progress">
    /// Told how far the search is, in rows: each box and each resample goes through all of them. Null: nobody. Default null.
    /// </param>
    /// <param name="cancellation">
    /// Ends the search: the boxes and resamples finished so far are kept, and <see cref="IsComplete"/> is false.
    /// </param>
    /// <exception cref="ArgumentException">The data do not fit together, or no outcome is of interest.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first box was found.</exception>
    public static Prim Where(InputData data, Func<double, bool> isOfInterest, string interest, PrimSettings? settings = null,
        IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(isOfInterest);
        Items<double> found = Items.From(data.Outcome.Select(value => isOfInterest(value) ? 1.0 : 0));
        if (found.All(one => one == 0))
        {
            throw new ArgumentException($"No run {interest}, so there is no box to look for.", nameof(isOfInterest));
        }

        return Of(data with { Outcome = found }, settings, progress, cancellation) with { Interest = interest };
    }

    /// <summary>Another box of the first round, with the effect of each of its limits.</summary>
    /// <param name="step">Its number on the way, from 0 (all rows).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such box.</exception>
    public Box At(int step)
    {
        if (step < 0 || step >= Paths[0].Count)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, $"The way has boxes 0..{Paths[0].Count - 1}.");
        }

        int[] all = [.. Enumerable.Range(0, Data.Rows)];
        return Tested(Data, all, PrimPath.Of(Data, all, Settings, default).Steps[step]);
    }

    /// <summary>
    /// The boxes in sentences, with density, coverage and mass: shares of runs for questions of yes and no, else means and shares of a sum.
    /// </summary>
    public string Verdict
    {
        get
        {
            var isShare = Data.IsYesOrNo;
            var all = isShare ? $"{Level(Overall)} of all runs {Interest}"
                : $"The mean of {Data.OutcomeWords} is {Level(Overall)} in all runs";
            if (Boxes[0].Restrictions.Count == 0)
            {
                return $"{all}; no box of inputs {(isShare ? "holds more of them" : "has a higher one")}.";
            }

            var text = $"{all}. ";
            foreach (var (i, box) in Boxes.Index())
            {
                text += $"{(i == 0 ? "W" : "Elsewhere, w")}here {box.Words}, " + (isShare
                    ? $"{Level(box.Density)} of runs {Interest} (density); {(i == 0 ? "these are" : "that is")} "
                        + $"{ShareText.Of(box.Coverage)} of all that do (coverage)"
                    : $"it is {Level(box.Density)} (density); {(i == 0 ? "these runs have" : "those have")} "
                        + $"{ShareText.Of(box.Coverage)} of its sum (coverage)") + $", in {ShareText.Of(box.Mass)} of all runs. ";
            }

            if (!IsComplete) text += "The search was stopped: further boxes were not looked for, or limits not tried on resamples. ";
            var weak = Boxes.SelectMany(box => box.Restrictions).Where(one => one.QuasiP > 0.05).Select(one => one.Input.Name).ToArray();
            return text + (!isShare ? "Whether chance explains the limits is tested only for questions of yes and no."
                : weak.Length == 0 ? "Chance explains none of the limits."
                : $"Chance may explain the limit{(weak.Length == 1 ? "" : "s")} on {AnswerText.List(weak)}.");
        }
    }

    /// <summary>Limits in rows, box by box: what they are, the density without each, quasi p-value, reproducibility.</summary>
    public Table Table()
    {
        var rows = Boxes.SelectMany((box, i) => box.Restrictions.Select(one => (Items<string>)
        [
            one.ToString(), $"{i + 1}", Level(box.Density), Level(one.DensityWithout),
            double.IsNaN(one.QuasiP) ? "" : one.QuasiP < 0.001 ? "< 0.001" : $"{one.QuasiP:0.000}",
            Reproducibility.Count == 0 || i > 0 ? ""
                : ShareText.Of(Reproducibility[Data.Inputs.Index().First(x => x.Item == one.Input).Index]),
            one.Input.SourceWords,
        ]));
        return new(Data.IsYesOrNo ? $"Where runs {Interest}" : $"Where {Data.OutcomeWords} is high",
            ["limit", "box", "density", "without it", "quasi p", "in resamples", "sources"],
            Items.From(rows), [Verdict, $"Peeling {ReadableNumber.Digits(Settings.Peel)} of a box at a time, at least "
                + $"{ReadableNumber.Digits(Settings.LeastMass)} of all runs in a box; {Resampled} resamples."]);
    }

    /// <summary>A density: a share of runs, or a mean.</summary>
    private string Level(double density) => Data.IsYesOrNo ? ShareText.Of(density) : ReadableNumber.Digits(density);

    /// <summary>A box with the effect of each of its limits.</summary>
    private static Box Tested(InputData data, int[] rows, PrimStep step)
    {
        var box = step.ToBox(data);
        var isYesOrNo = data.IsYesOrNo;
        int[] restricted = [.. Enumerable.Range(0, data.Inputs.Count).Where(step.Limits.IsRestricted)];
        return box with
        {
            Restrictions = Items.From(box.Restrictions.Select((one, k) =>
            {
                int[] without = [.. rows.Where(row => step.Limits.HasBut(data, row, restricted[k]))];
                var density = without.Average(row => data.Outcome[row]);
                var hits = (int)step.Limits.Rows.Sum(row => data.Outcome[row]);
                return one with
                {
                    DensityWithout = density,
                    QuasiP = isYesOrNo ? PrimPruning.QuasiP(hits, step.Limits.Rows.Length, density) : double.NaN,
                };
            })),
        };
    }

    private static (Items<double> Shares, int Resampled) Repeated(
        InputData data, Box box, PrimSettings settings, ProgressMeter meter, CancellationToken cancellation)
    {
        var found = new bool[settings.Resamples][];
        Threads.RunUntil(settings.Resamples, resample =>
        {
            var drawn = data.Only(Resampling.Rows(settings.Seed, "box resample", resample, data.Rows));
            found[resample] = drawn.Outcome.All(value => value == 0) ? new bool[data.Inputs.Count]
                : PrimPath.Of(drawn, [.. Enumerable.Range(0, drawn.Rows)], settings, cancellation).Like(box.Coverage, box.Density)
                    .Restricted;
            meter.Add(Words, data.Rows);
        }, cancellation);
        bool[][] whole = [.. found.Where(one => one is not null)];
        return (whole.Length == 0 ? [] : Items.From(Enumerable.Range(0, data.Inputs.Count)
            .Select(j => whole.Count(one => one[j]) / (double)whole.Length)), whole.Length);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
