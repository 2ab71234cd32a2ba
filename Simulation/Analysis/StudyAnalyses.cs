using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Analyses of a study: why, where it flips, how much is enough, and what to find out next.</summary>
public static class StudyAnalyses
{
    // Programs of dates are compiled one by one: a lever of dates is searched to a sixty-fourth of its range.
    private const double DateParts = 64;

    // Halved this often, any range ends at two neighbouring numbers.
    private const double MostHalves = 1100;

    extension(Study study)
    {
        /// <summary>Inputs and an outcome, row by row, for analyses of the runs that there are.</summary>
        /// <param name="metric">A metric recorded as a scalar.</param>
        /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
        /// <param name="window">The window; null: the first that was declared. Default null.</param>
        /// <param name="relative">Whether a difference is divided by the baseline's value. Default false.</param>
        /// <exception cref="ArgumentException">The metric was not recorded, or it is not finite in any replication.</exception>
        public InputData Data(Metric metric, Scenario? scenario = null, TimeWindow? window = null, bool relative = false) =>
            InputData.Of(study, metric, scenario, window, relative);

        /// <summary>
        /// Sobol indices of the uncertain inputs, by runs of their own with the seed, threads and engine of this study: of a metric in the
        /// baseline, or of its difference from the baseline.
        /// </summary>
        /// <param name="metric">The metric.</param>
        /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
        /// <param name="window">The window; null: the first of the study. Default null.</param>
        /// <param name="settings">The design; null: the defaults. Default null.</param>
        /// <param name="progress">Told how far the runs are. Null: nobody. Default null.</param>
        /// <param name="cancellation">Ends the runs early: the indices then say so, and are those of the finished base points.</param>
        /// <exception cref="ArgumentException">
        /// The inputs of the study were given, a setting is out of range, too few points are complete, or the checkpoint is of other
        /// runs.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The metric or window has problems.</exception>
        public SobolIndices Sobol(Metric metric, Scenario? scenario = null, TimeWindow? window = null, SensitivitySettings? settings = null,
            IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
        {
            settings ??= new();
            var runs = new DesignRuns(study, metric, scenario, window, settings);
            var design = runs.Sobol();
            return SobolIndices.Of(design, runs.Run(design, place => place, progress, cancellation)) with
            {
                OutcomeWords = runs.OutcomeWords,
                IsNoiseCommon = settings.Noise == StepNoise.Common,
            };
        }

        /// <summary>
        /// Finds what <c>study.Sobol</c> would refuse, without a run: settings, names of groups and correlations, and a checkpoint that is
        /// a folder, is damaged, holds other runs or cannot be written. Where there is no checkpoint it is begun. A study of one
        /// replication is enough for that.
        /// </summary>
        /// <param name="metric">The metric.</param>
        /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
        /// <param name="window">The window; null: the first of the study. Default null.</param>
        /// <param name="settings">The design; null: the defaults. Default null.</param>
        /// <exception cref="ArgumentException">
        /// The inputs of the study were given, a setting is out of range, or the checkpoint is of other runs.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The metric or window has problems.</exception>
        /// <exception cref="IOException">The checkpoint cannot be written.</exception>
        public void CheckSobol(
            Metric metric, Scenario? scenario = null, TimeWindow? window = null, SensitivitySettings? settings = null)
        {
            var runs = new DesignRuns(study, metric, scenario, window, settings ?? new());
            runs.Begin(runs.Sobol());
        }

        /// <summary>
        /// Finds what <c>study.Morris</c> would refuse, without a run, as <c>study.CheckSobol</c> does for Sobol indices.
        /// </summary>
        /// <param name="metric">The metric.</param>
        /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
        /// <param name="window">The window; null: the first of the study. Default null.</param>
        /// <param name="settings">The design; null: the defaults. Default null.</param>
        /// <exception cref="ArgumentException">
        /// The inputs of the study were given, a setting is out of range, or the checkpoint is of other runs.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The metric or window has problems.</exception>
        /// <exception cref="IOException">The checkpoint cannot be written.</exception>
        public void CheckMorris(
            Metric metric, Scenario? scenario = null, TimeWindow? window = null, SensitivitySettings? settings = null)
        {
            var runs = new DesignRuns(study, metric, scenario, window, settings ?? new());
            runs.Begin(runs.Morris());
        }

        /// <summary>A screening of the uncertain inputs by elementary effects, by runs of their own.</summary>
        /// <param name="metric">The metric.</param>
        /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
        /// <param name="window">The window; null: the first of the study. Default null.</param>
        /// <param name="settings">The design; null: the defaults. Default null.</param>
        /// <param name="progress">Told how far the runs are. Null: nobody. Default null.</param>
        /// <param name="cancellation">Ends the runs early: the effects then say so, and are those of the finished trajectories.</param>
        /// <exception cref="ArgumentException">
        /// The inputs of the study were given, a setting is out of range, too few trajectories are complete, or the checkpoint is of other
        /// runs.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The metric or window has problems.</exception>
        public MorrisEffects Morris(Metric metric, Scenario? scenario = null, TimeWindow? window = null, SensitivitySettings? settings =
            null,
            IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
        {
            settings ??= new();
            var runs = new DesignRuns(study, metric, scenario, window, settings);
            var (levels, design) = ((double)settings.Levels, runs.Morris());

            // The middles of equal parts of the probability: no input is at the end of its tail.
            return MorrisEffects.Of(design, runs.Run(design, place => ((place * (levels - 1)) + 0.5) / levels, progress, cancellation)) with
            {
                OutcomeWords = runs.OutcomeWords,
            };
        }

        /// <summary>The least setting of a lever with which a goal holds, replication by replication: the inverse question.</summary>
        /// <param name="lever">The lever.</param>
        /// <param name="goal">The goal.</param>
        /// <param name="probability">The probability with which it must hold, above 0 and up to 1. Default 0.8.</param>
        /// <param name="precision">
        /// The width of the interval in which a setting lies, in its unit, above 0; of dates it is at least a day, and no setting is
        /// searched closer than numbers are to one another. Null: a millionth of the range, of dates a sixty-fourth. Default null.
        /// </param>
        /// <param name="checkpoint">
        /// A file that keeps what finished runs answered: interrupted, the same call goes on from there, with the same bits. Null: answers
        /// are kept in memory only. Default null.
        /// </param>
        /// <param name="progress">Told how far the runs are. Null: nobody. Default null.</param>
        /// <param name="cancellation">Ends the search.</param>
        /// <exception cref="ArgumentException">
        /// Goal, lever or probability are out of range, all of which are listed; or the checkpoint is of another search.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The changes of the lever have problems.</exception>
        /// <exception cref="OperationCanceledException">Cancelled.</exception>
        public LeastSetting Least(SettableLever lever, FireGoal goal, double probability = 0.8, double? precision = null,
            string? checkpoint = null, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
        {
            var all = study.Least(lever, [goal], probability, precision, checkpoint, progress, cancellation);
            return all.Count == 1 ? all[0] : throw new OperationCanceledException(cancellation);
        }

        /// <summary>The least setting for each of several goals: a curve.</summary>
        /// <param name="lever">The lever.</param>
        /// <param name="goals">The goals.</param>
        /// <param name="probability">The probability with which each must hold, above 0 and up to 1. Default 0.8.</param>
        /// <param name="precision">
        /// The width of the interval in which a setting lies, in its unit, above 0; of dates it is at least a day, and no setting is
        /// searched closer than numbers are to one another. Null: a millionth of the range, of dates a sixty-fourth. Default null.
        /// </param>
        /// <param name="checkpoint">
        /// A file that keeps what finished runs answered: interrupted, the same call goes on from there, with the same bits. Null: answers
        /// are kept in memory only. Default null.
        /// </param>
        /// <param name="progress">Told how far the runs are. Null: nobody. Default null.</param>
        /// <param name="cancellation">Ends the search.</param>
        /// <returns>The answers in the order of the goals; if cancelled, those finished so far.</returns>
        /// <exception cref="ArgumentException">
        /// A goal, the lever or the probability is out of range, all of which are listed; or the checkpoint is of another search.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The changes of the lever have problems.</exception>
        public Items<LeastSetting> Least(SettableLever lever, IReadOnlyList<FireGoal> goals, double probability = 0.8,
            double? precision = null, string? checkpoint = null, IProgress<RunProgress>? progress = null,
            CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(lever);
            ArgumentNullException.ThrowIfNull(goals);
            var width = Width(lever, probability, precision);
            var search = new LeastSearch(LeastGround.Of(study), lever, [.. goals]);
            var steps = 9 + (int)Math.Ceiling(Math.Clamp(Math.Log2((lever.High - lever.Low) / 8 / width), 0, MostHalves));
            var meter = new ProgressMeter(progress, (long)study.Ensemble.Replications * steps * goals.Count);
            var kept = new KeptAnswers(checkpoint, () => search.Identity(width));
            var found = new List<LeastSetting>();
            foreach (var goal in goals)
            {
                try
                {
                    found.Add(search.Find(goal, width, kept, count => meter.Add(goal.ToString(), count), cancellation) with
                    {
                        Probability = probability,
                    });
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    break;
                }
            }

            return Items.From(found);
        }

        /// <summary>
        /// Why a change does what it does: the inputs on which its effect hinges, the worlds in which it costs more than a limit, and the
        /// number most worth finding out; from the runs that there are, of priors or of a posterior.
        /// </summary>
        /// <param name="scenario">A scenario of this study.</param>
        /// <param name="metric">A metric recorded as a scalar, of which less is worse. Default <see cref="Metric.FiredPerDay"/>.</param>
        /// <param name="window">The window; null: the first that was declared. Default null.</param>
        /// <param name="limit">The loss that counts as much, as a part of the baseline's value, above 0 and below 1. Default 0.1.</param>
        /// <param name="settings">How patiently boxes are looked for; null: the defaults. Default null.</param>
        /// <param name="progress">
        /// Told how far each of its searches is, in replications that it goes through: boxes, groups of runs, the value of knowing. Null:
        /// nobody. Default null.
        /// </param>
        /// <param name="cancellation">Ends the searches.</param>
        /// <exception cref="OperationCanceledException">Cancelled before the last of them was finished.</exception>
        /// <exception cref="ArgumentException">The metric was not recorded, is never defined, or the limit is out of range.</exception>
        /// <exception cref="KeyNotFoundException">The scenario was not run; the message names the scenarios that were.</exception>
        public Why Why(Scenario scenario, Metric? metric = null, TimeWindow? window = null, double limit = 0.1, PrimSettings? settings =
            null, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(scenario);
            return Supply.Analysis.Why.Of(study, scenario, metric ?? Metric.FiredPerDay, window, limit, settings, progress,
                cancellation);
        }

        /// <summary>The value of knowing inputs better, for a decision between the scenarios of this study.</summary>
        /// <param name="metric">The metric by which scenarios are chosen, recorded as a scalar.</param>
        /// <param name="isHighest">Whether the scenario with the highest mean is chosen; else the lowest. Default true.</param>
        /// <param name="window">The window; null: the first that was declared. Default null.</param>
        /// <param name="cost">The cost of each scenario by its name, in the unit of the metric. Null: none. Default null.</param>
        /// <param name="progress">Told how far it is, in rows: each input goes through all of them. Null: nobody. Default null.</param>
        /// <param name="cancellation">
        /// Ends the search: the inputs finished so far are kept, and <see cref="Supply.Analysis.ValueOfKnowing.IsComplete"/> is false.
        /// </param>
        /// <exception cref="ArgumentException">
        /// There are fewer than two scenarios, or the metric was not recorded or never defined.
        /// </exception>
        public ValueOfKnowing ValueOfKnowing(
            Metric metric, bool isHighest = true, TimeWindow? window = null, IReadOnlyDictionary<string, double>? cost = null,
            IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(metric);
            window = study.Baseline.WindowOf(window);
            var all = study.Scenarios.Select(result => result.Scalar(metric, window)).ToArray();
            int[] kept = [.. Enumerable.Range(0, study.Ensemble.Replications).Where(i => all.All(one => double.IsFinite(one[i])))];
            if (kept.Length == 0) throw new ArgumentException($"\"{metric}\" is defined in no replication of all scenarios.",
                nameof(metric));
            var inputs = study.Scenarios.SelectMany(result => UncertainInputs.Of(study, result, kept)).DistinctBy(input => input.Key);
            var columns = inputs.Select(input => new InputColumn(input.Name.Name, Items.From(input.Values))
            {
                Cases = input.Name.Cases, Key = input.Key, Sources = input.Name.Sources,
            });
            var decisions = study.Scenarios.Zip(all, (result, values) => new Decision(result.Scenario.Name, Items.From(kept.Select(i =>
                (isHighest ? values[i] : -values[i]) - (cost?.GetValueOrDefault(result.Scenario.Name) ?? 0)))));
            return Supply.Analysis.ValueOfKnowing.Of(Items.From(columns), [.. decisions], progress: progress,
                cancellation: cancellation) with
            {
                Words = $"\"{metric}\"", Measure = metric.Measure.OfDifferences,
            };
        }

        /// <summary>How policies fare over all replications: regret, and the share of replications in which goals are met.</summary>
        /// <param name="goals">The goals; at least one, each on a metric recorded as a scalar.</param>
        /// <param name="policies">Scenarios of this study; none: all. </param>
        /// <exception cref="ArgumentException">There are no goals, or a metric was not recorded.</exception>
        /// <exception cref="KeyNotFoundException">A policy was not run; the message names the scenarios that were.</exception>
        public Robustness Robustness(IReadOnlyList<PolicyGoal> goals, params Scenario[] policies) =>
            Supply.Analysis.Robustness.Of(study, goals, policies);

        /// <summary>Whether the replications are enough: how far another seed would move medians, bands and differences.</summary>
        /// <param name="metrics">Metrics recorded as scalars; none: all scalars of the record.</param>
        public Enough Enough(params Metric[] metrics) => Supply.Analysis.Enough.Of(study, metrics);
    }

    /// <summary>The width of the interval in which a setting is searched.</summary>
    internal static double Width(SettableLever lever, double probability, double? precision)
    {
        if (!(probability is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies above 0 and is at most 1.");
        }

        var range = lever.High - lever.Low;
        var width = precision ?? (lever.IsDate ? Math.Ceiling(range / DateParts) : range * 1e-6);
        if (!(width > 0)) throw new ArgumentOutOfRangeException(nameof(precision), precision, "A precision must be above 0.");

        // There is no date between two days.
        return lever.IsDate ? Math.Max(1, width) : width;
    }
}
