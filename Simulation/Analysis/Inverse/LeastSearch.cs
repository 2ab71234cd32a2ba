using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Supply.Engines;
using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Finds least settings: every replication has its own setting, as a number given to it in one program.</summary>
internal sealed class LeastSearch
{
    private const int Scanned = 9;
    private const string WishDraw = "wish raised to the goal";
    private const double MostRaised = 10;

    // The answers of a run, as they are kept.
    private const char Met = '1';
    private const char Missed = '0';
    private const char Undefined = 'u';

    /// <summary>Sums of rounds over a window close to this, so that a goal that is met exactly is met.</summary>
    private const double Rounding = 1e-11;

    private readonly LeastGround ground;
    private readonly SettableLever lever;
    private readonly Dictionary<double, Simulator> ofDates = [];
    private readonly Simulator? simulator;
    private readonly Outcome[] outcomes;
    private readonly int replications;
    private readonly FireGoal[] goals;

    /// <param name="ground">The scenario and the replications.</param>
    /// <param name="lever">The lever.</param>
    /// <param name="goals">The goals, which share programs.</param>
    /// <exception cref="ArgumentException">Goals are out of range; all faults are listed.</exception>
    /// <exception cref="ScenarioException">The changes of the lever have problems.</exception>
    public LeastSearch(LeastGround ground, SettableLever lever, FireGoal[] goals)
    {
        (this.ground, this.lever, this.goals) = (ground, lever, goals);
        replications = ground.Draws.Length;
        outcomes = [.. goals.SelectMany(Outcomes).Distinct()];
        Check();
        if (!lever.IsDate) simulator = Compiled(lever.Low);
    }

    /// <summary>All that decides what the runs of a search answer, as a SHA-256.</summary>
    public string Identity(double precision)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            double[] settings = lever.IsDate ? [lever.Low, lever.High] : [lever.Low];
            foreach (var setting in settings)
            {
                writer.Write(new ScenarioFile(ground.Baseline) { Scenarios = [Built(setting)] }.ToJson());
            }

            foreach (var goal in goals)
            {
                writer.Write($"{goal.Metric.Explicit} {goal.Window} {goal.Window.From} {goal.Window.To}");
                writer.Write(goal.Level);
                writer.Write(goal.Part);
            }

            foreach (var number in new[] { lever.Low, lever.High, precision }) writer.Write(number);
            writer.Write(ground.Ensemble.Seed);
            writer.Write(ground.Ensemble.InSteps);
            writer.Write(Release.Numbers);
            ground.Parameters.Write(writer);
            foreach (var draw in ground.Draws) writer.Write(draw);
        }

        return Convert.ToHexStringLower(SHA256.HashData(memory.ToArray()));
    }

    /// <summary>Compiles the first and the last date of a lever of dates; one of numbers has one program, which is compiled.</summary>
    /// <exception cref="ScenarioException">The changes of the lever have problems.</exception>
    public void CheckDates()
    {
        if (!lever.IsDate) return;
        foreach (var end in new[] { lever.Low, lever.High }) ofDates[end] = Compiled(end);
    }

    /// <param name="goal">One of the goals.</param>
    /// <param name="precision">The width of the interval in which each setting lies.</param>
    /// <param name="kept">The answers of runs that there are.</param>
    /// <param name="ran">Told how many runs have ended.</param>
    /// <param name="cancellation">Ends the search after the runs that are going on.</param>
    public LeastSetting Find(FireGoal goal, double precision, KeptAnswers kept, Action<int> ran, CancellationToken cancellation)
    {
        var (fired, required) = (Place(goal.Metric, goal), Place(Required(goal.Metric), goal));
        var rows = Enumerable.Range(0, replications).ToArray();

        // The wish with the lever at its least; raising it by this factor brings its mean to the goal.
        double[] raised = [.. kept.Next(line => AreFactors(line, rows.Length), () =>
        {
            cancellation.ThrowIfCancellationRequested();
            var wishes = Run(rows, [.. rows.Select(_ => lever.Low)], [.. rows.Select(_ => 1.0)]).Values[required];
            return string.Join(' ', wishes.Select(wish => (wish > 0 ? Math.Clamp(goal.Level / wish, 1, MostRaised) : 1)
                .ToString("R", CultureInfo.InvariantCulture)));
        }).Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

        bool[] Meets(int[] some, double[] settings)
        {
            var answer = kept.Next(line => line.Length == some.Length && line.All(one => one is Met or Missed or Undefined), () =>
            {
                cancellation.ThrowIfCancellationRequested();
                var (values, sound) = Run(some, settings, [.. some.Select(row => raised[row])]);
                return string.Concat(values[fired].Select((value, i) => !sound[i] || double.IsNaN(value) ? Undefined
                    : value >= goal.Part * goal.Level * (1 - Rounding) ? Met : Missed));
            });
            ran(some.Length);
            for (var i = 0; i < some.Length; i++)
            {
                if (answer[i] == Undefined) undefined.Add(some[i]);
            }

            return [.. answer.Select(one => one == Met)];
        }

        undefined.Clear();
        double[] tried = [.. Enumerable.Range(0, Scanned).Select(k => Rounded(lever.Low + (k * (lever.High - lever.Low) / (Scanned - 1))))];
        var scan = tried.Select(setting => Meets(rows, [.. rows.Select(_ => setting)])).ToArray();
        var kinds = rows.Select(row => Kind([.. scan.Select(one => one[row])])).ToArray();
        double[] low = new double[replications], high = new double[replications];
        foreach (var row in rows)
        {
            var first = Array.FindIndex(scan, one => one[row]);
            (low[row], high[row]) = first < 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (tried[Math.Max(0, first - 1)],
                tried[first]);
        }

        while (true)
        {
            // Between two days, and between two neighbours among the numbers, there is nothing left to try.
            int[] open = [.. rows.Where(row => high[row] - low[row] > precision && !undefined.Contains(row)
                && Middle(low[row], high[row]) is var between && between > low[row] && between < high[row])];
            if (open.Length == 0) break;
            double[] middle = [.. open.Select(row => Middle(low[row], high[row]))];
            var met = Meets(open, middle);
            for (var i = 0; i < open.Length; i++)
            {
                if (met[i]) high[open[i]] = middle[i];
                else low[open[i]] = middle[i];
            }
        }

        return new(lever, goal, Items.From(rows.Select(row => undefined.Contains(row) ? LeastKind.Undefined : kinds[row])),
            Items.From(rows.Select(row => undefined.Contains(row) ? double.NaN : high[row])), precision)
        {
            Steps = ground.Steps,
        };
    }

    private readonly HashSet<int> undefined = [];

    private static LeastKind Kind(bool[] met)
    {
        var first = Array.IndexOf(met, true);
        return first < 0 ? LeastKind.None : met.AsSpan(first).Contains(false) ? LeastKind.NotMonotone
            : first == 0 ? LeastKind.AlreadyMet : LeastKind.Found;
    }

    private double Rounded(double setting) => lever.IsDate ? Math.Floor(setting + 0.5) : setting;

    private double Middle(double low, double high) => Rounded(low + ((high - low) / 2));

    /// <summary>Whether a line that was kept has a factor on each wish.</summary>
    private static bool AreFactors(string line, int count)
    {
        var words = line.Split(' ');
        return words.Length == count && words.All(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor is >= 1 and <= MostRaised);
    }

    private (double[][] Values, bool[] Sound) Run(int[] rows, double[] settings, double[] raised)
    {
        if (!lever.IsDate) return simulator!.Run(Given(rows, settings, raised));
        var values = outcomes.Select(_ => new double[rows.Length]).ToArray();
        var sound = new bool[rows.Length];
        foreach (var group in Enumerable.Range(0, rows.Length).GroupBy(i => settings[i]).OrderBy(group => group.Key))
        {
            if (!ofDates.TryGetValue(group.Key, out var own)) ofDates[group.Key] = own = Compiled(group.Key);
            int[] places = [.. group];
            var found = own.Run(Given([.. places.Select(i => rows[i])], null, [.. places.Select(i => raised[i])]));
            for (var k = 0; k < places.Length; k++)
            {
                sound[places[k]] = found.Sound[k];
                for (var o = 0; o < values.Length; o++) values[o][places[k]] = found.Values[o][k];
            }
        }

        return (values, sound);
    }

    /// <summary>The numbers of some replications of the study, with their settings and the draws that they had there.</summary>
    private ParameterMatrix Given(int[] rows, double[]? settings, double[] raised)
    {
        var known = ground.Parameters;
        var columns = known.Keys.Select((_, i) => rows.Select(row => known[row, i]).ToArray()).ToList();
        List<string> keys = [.. known.Keys, WishDraw];
        columns.Add(raised);
        if (settings is not null)
        {
            keys.Add(SettableLever.Key);
            columns.Add(settings);
        }

        return new(keys, columns) { Draws = [.. rows.Select(row => ground.Draws[row])] };
    }

    private Simulator Compiled(double setting)
    {
        var scenario = Built(setting);

        // A study from priors has no need of the posterior, which may be one that cannot be used.
        if (ground.IsGiven && scenario.Rows is ConditionedRows rows && ground.Source == rows.Words)
        {
            scenario = rows.Opened(scenario);
        }

        return new(scenario, outcomes, ground.Ensemble, replications * Scanned);
    }

    private Scenario Built(double setting)
    {
        var forces = ground.Baseline.Networks.SelectMany(network => network.Parts.OfType<Consumer>()
            .Where(_ => goals.All(goal => goal.Metric.Side is null || goal.Metric.Side == network.Name))
            .Select(force => ground.Baseline.Networks.Count > 1 ? $"{network.Name}/{force.Name}" : force.Name));
        var wish = Uncertain.Uniform(0, MostRaised).Named(WishDraw);
        return ground.Baseline.With(lever.Name,
            [.. lever.Changes(setting), .. forces.Select(force => new RequirementChange(force, lever.From, wish))]);
    }

    private void Check()
    {
        var faults = new List<string>();
        var horizon = ground.Baseline.Horizon;
        foreach (var goal in goals)
        {
            if (!(goal.Level > 0) || !double.IsFinite(goal.Level)) faults.Add($"The goal is {goal.Level} rounds a day; it must be "
                + $"above 0.");
            if (!(goal.Part is > 0 and <= 1)) faults.Add($"The part that counts as reached is {goal.Part}; it must lie above 0 and be "
                + $"at most 1.");
            if (goal.Metric.Quantity != Quantity.Fired || goal.Metric.Aggregate != Aggregate.PerDay || goal.Metric.Origin is not null)
            {
                faults.Add($"The goal is on \"{goal.Metric}\"; it must be on rounds fired per day, whatever their origin.");
            }

            if (!lever.IsDate && horizon.DaysTo(goal.Window.From) < horizon.DaysTo(lever.From))
            {
                faults.Add($"The window of the goal begins on {goal.Window.From}, before the lever acts ({lever.From}).");
            }
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults.Distinct()));
    }

    private static Outcome[] Outcomes(FireGoal goal) => [new(goal.Metric, goal.Window), new(Required(goal.Metric), goal.Window)];

    private static Metric Required(Metric fired) => fired with { Quantity = Quantity.Required };

    private int Place(Metric metric, FireGoal goal) => Array.IndexOf(outcomes, new(metric, goal.Window));
}
