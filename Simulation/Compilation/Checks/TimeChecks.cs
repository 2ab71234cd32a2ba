using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks moments against the horizon, and the horizon itself. Where that is wrong, nothing is said about moments.</summary>
internal sealed class TimeChecks
{
    private const int MostSteps = 100_000;
    private const double ShortestStep = 0.001;
    private const double LongestStep = 366;
    private readonly Horizon horizon;
    private readonly Problems problems;
    private readonly bool sound;
    private readonly MovedTimes? moved;

    /// <param name="horizon">The horizon.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="moved">Takes what longer steps move, and lets times shorter than a step pass; null: they are problems.</param>
    public TimeChecks(Horizon horizon, Problems problems, MovedTimes? moved = null)
    {
        (this.horizon, this.problems, this.moved) = (horizon, problems, moved);
        sound = HorizonIsSound();
    }

    /// <summary>Years from the first to the last day; 0 if the horizon is wrong.</summary>
    public double Years => sound ? horizon.Steps * horizon.StepDays / 365.25 : 0;

    /// <summary>The number of steps, or null if the horizon is wrong.</summary>
    public int? Steps => sound ? horizon.Steps : null;

    /// <summary>The length of a step in days, or null if the horizon is wrong.</summary>
    public double? StepDays => sound ? horizon.StepDays : null;

    /// <summary>True if a moment can be compared with the horizon.</summary>
    public bool Fits(Moment moment) => sound && (moment.Date is null || horizon.Start is not null);

    /// <summary>Dates go with dated horizons, step indices with plain ones or both. False where nothing more can be said.</summary>
    public bool Kind(string place, string what, Moment moment)
    {
        if (!Comparable(place, what, moment)) return false;
        moved?.Date(moment, horizon);
        return true;
    }

    /// <summary>The horizon must be dated.</summary>
    public void Dated(string place, string what)
    {
        if (sound && horizon.Start is null) problems.Add(place, $"{what} a dated horizon; this one has plain steps.");
    }

    /// <summary>A step must start on or after the moment, and the moment must not lie before the first.</summary>
    public bool Begins(string place, string what, Moment moment)
    {
        if (!Inside(place, what, moment)) return false;
        if (horizon.StepAt(moment) < horizon.Steps)
        {
            moved?.Date(moment, horizon);
            return true;
        }

        problems.Add(place, $"{what} is {moment}, but the last step of {MessageText.Days(horizon.StepDays)} starts on "
            + $"{(Moment)horizon.StartOf(horizon.Steps - 1)!.Value}; a change acts from a step that starts on or after its date.");
        return false;
    }

    /// <summary>The moment must lie in the horizon.</summary>
    public bool Inside(string place, string what, Moment moment)
    {
        if (!Comparable(place, what, moment)) return false;
        var days = horizon.DaysTo(moment);
        if (days >= 0 && days < horizon.Steps * horizon.StepDays) return true;
        problems.Add(place, moment.Date is null
            ? $"{what} is {moment}; the horizon has the steps 0 to {horizon.Steps - 1}."
            : $"{what} is {moment}; the horizon runs from {(Moment)horizon.Start!.Value} to {(Moment)horizon.End!.Value}.");
        return false;
    }

    /// <summary>A change that acts from one moment until before another must act in some step.</summary>
    public void Until(string place, Moment from, Moment until)
    {
        if (!Kind(place, "until", until) || !Fits(from)) return;
        if (horizon.DaysTo(until) <= horizon.DaysTo(from))
        {
            problems.Add(place, $"until is {until}; it must be after {from}, when it begins.");
        }
        else if (horizon.StepAt(until) <= horizon.StepAt(from))
        {
            problems.Add(place, $"it would never act: no step starts from {from} until before {until}, since a step is "
                + $"{MessageText.Days(horizon.StepDays)} long. End it later.");
        }
    }

    /// <summary>A window must hold the start of a step.</summary>
    public void Window(string place, TimeWindow window)
    {
        if (!(Inside(place, "From", window.From) & Inside(place, "To", window.To))) return;
        if (horizon.DaysTo(window.To) < horizon.DaysTo(window.From))
        {
            problems.Add(place, $"it ends at {window.To}, before it begins at {window.From}.");
        }
        else if (horizon.StepAt(window.From) > horizon.DaysTo(window.To) / horizon.StepDays)
        {
            problems.Add(place,
                $"no step starts from {window.From} to {window.To}, since a step is {MessageText.Days(horizon.StepDays)} long. "
                + "Make it longer.");
        }
        else moved?.Window(window, horizon);
    }

    /// <summary>
    /// The end of a sentence that refuses a time in days; null if it is 0 or no shorter than a step. Steps of at most a day pass: dates
    /// know no shorter ones, and less than a day matters little here.
    /// </summary>
    public string? TooShort(double days)
    {
        if (!sound || !(days > 0) || days >= horizon.StepDays || horizon.StepDays <= 1) return null;
        if (moved is null) return $"less than a step of {MessageText.Days(horizon.StepDays)}; {Shorten(days)}.";
        moved.AnyShort = true;
        return null;
    }

    /// <summary>The advice where a step may have at most this number of days, above 0.</summary>
    public string Shorten(double days) => horizon.Start is null ? $"take steps of at most {MessageText.Days(MessageText.Down(days))}"
        : days >= 2 ? $"take steps of at most {MessageText.Days(Math.Floor(days))}" : "take steps of 1 day";

    /// <summary>The second moment must be later.</summary>
    public bool InOrder(Moment before, Moment after) => horizon.DaysTo(before) < horizon.DaysTo(after);

    private bool Comparable(string place, string what, Moment moment)
    {
        if (!sound) return false;
        if (moment.Date is null && moved is not null && horizon.Start is not null)
        {
            problems.Add(place, $"{what} is {moment}, a step of the scenario's own; write a date, which longer steps can be moved to.");
            return false;
        }

        if (moment.Date is null || horizon.Start is not null) return true;
        problems.Add(place, $"{what} is the date {moment}, but the horizon has no dates; write a step, 0 to {horizon.Steps - 1}.");
        return false;
    }

    private bool HorizonIsSound()
    {
        var before = problems.Count;
        if (horizon.Start is { } start && horizon.Steps < 1)
        {
            problems.Add("Horizon",
                $"no step of {MessageText.Days(horizon.StepDays)} fits between its first day, {(Moment)start}, and its last; "
                + "the last day must come after the first.");
        }
        else if (horizon.Steps is < 1 or > MostSteps)
        {
            problems.Add("Horizon",
                $"it has {horizon.Steps} steps; it must have 1 to {MostSteps}.{(horizon.Steps > MostSteps ? " Take longer steps." : "")}");
        }

        if (!(horizon.StepDays is >= ShortestStep and <= LongestStep))
        {
            problems.Add("Horizon",
                $"a step is {MessageText.Days(horizon.StepDays)}; it must be "
                + $"{MessageText.Number(ShortestStep)} to {MessageText.Number(LongestStep)} days.");
        }

        return problems.Count == before;
    }
}
