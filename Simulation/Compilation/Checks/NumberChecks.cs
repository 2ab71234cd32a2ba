using Supply.Files;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks uncertain numbers: well defined, within the limits of their places, and one name for one draw.</summary>
internal sealed class NumberChecks(TimeChecks times, Problems problems)
{
    // Deeper or larger numbers come from a loop that runs away, and the recursion below would end in a crash.
    private const int DeepestNumber = 100;
    private const int LargestNumber = 10_000;

    private const double LeastProbability = 0.01;

    private readonly Dictionary<string, (Uncertain Number, string Place)> draws = [];
    private readonly Dictionary<string, (string Key, string Place)> names = [];

    private readonly HashSet<Uncertain> unsound = new(ReferenceEqualityComparer.Instance);

    public TimeChecks Times => times;

    public Problems Problems => problems;

    /// <summary>Adds the problems that show only when all numbers have been seen.</summary>
    public void Close() => NameChecks.Unique(names.Keys, "Scenario", "uncertain number", problems);

    /// <summary>True unless a number was found not to be well defined; then its bounds mean nothing.</summary>
    public bool Trusts(params ReadOnlySpan<Uncertain> numbers)
    {
        foreach (var number in numbers)
        {
            if (unsound.Contains(number)) return false;
        }

        return true;
    }

    /// <summary>Checks a number against the limits of its place.</summary>
    public void Check(string place, string what, Uncertain number, NumberRule rule)
    {
        if (TooLarge(number))
        {
            problems.Add(place, $"{what} is a number of more than {LargestNumber} parts, or nested more than {DeepestNumber} deep; make it "
                + "simpler.");
            unsound.Add(number);
        }
        else if (!Sound(place, what, number, rule.Varies))
        {
            unsound.Add(number);
        }
        else
        {
            Limits(place, what, number, rule);
        }
    }

    private void Limits(string place, string what, Uncertain number, NumberRule rule)
    {
        if (rule.IsSwitch)
        {
            if (!IsSwitch(number)) problems.Add(place, $"{what} is {number}; it must be 0, 1 or a one-of of these.");
            return;
        }

        var (bounds, isExact) = (Bounds.Of(number), number is ExactlyValue);
        var (verb, unit) = (isExact ? "is" : "may reach", rule.Behind);
        var limits = rule.Most < NumberRule.Largest ? $"it must lie in 0..{MessageText.Number(rule.Most)}" : null;
        if (bounds.Low < rule.Least && !(Varies(number) && Least(number) >= rule.Least))
        {
            Problem($"{verb} {Value(bounds.Low, rule.Least)}{unit}; {limits ?? $"it must be {LeastWords(rule)}"}.{Tails(number)}");
        }

        if (bounds.High > rule.Most && !Varies(number))
        {
            Problem($"{verb} {Value(bounds.High, rule.Most)}{unit}; {limits ?? "it must be at most 1e15"}.{Tails(number)}");
        }
        if (rule.Exact && !isExact) Problem("is uncertain; it must be an exact number.");
        if (rule.MostLeast is { } longest && bounds.Low > longest)
        {
            Problem($"is {(isExact ? "" : "at least ")}{MessageText.Reach(bounds.Low, longest)}{unit}; it must be at most "
                + $"{MessageText.Number(longest)}{unit}, a hundred years.");
        }

        if (rule.AtLeastAStep && times.TooShort(Least(number)) is { } hint)
        {
            Problem($"{verb.Replace("reach", "be", StringComparison.Ordinal)} {MessageText.Days(Least(number))}, {hint}");
        }

        if (rule.MostWritten is { } most && Greatest(number) is var written && written > most && written <= NumberRule.Largest)
        {
            Problem($"{verb} {MessageText.Number(written)}; it must lie in 0..{MessageText.Number(most)}, where 1 changes nothing. "
                + $"Is it a percentage? For {MessageText.Number(written)} % write {MessageText.Number(written / 100)}.");
        }

        void Problem(string message) => problems.Add(place, $"{what} {message}");

        static string LeastWords(NumberRule rule) =>
            rule.Least == 0 ? "at least 0" : $"at least {NumberRule.WhyLeast.Replace(",", rule.Behind + ",", StringComparison.Ordinal)}";

        string Value(double value, double limit) => isExact ? MessageText.Number(value) : MessageText.Reach(value, limit);
    }

    private static bool IsSwitch(Uncertain number) => number is ExactlyValue { Value: 0 or 1 }
        || number is OneOfValue one && one.Cases.All(oneCase => IsSwitch(oneCase.Value));

    /// <summary>The greatest value as the analyst wrote it: without the tails of a distribution, and without drift and noise.</summary>
    public static double Greatest(Uncertain number) => number switch
    {
        ExactlyValue one => one.Value,
        UniformValue one => one.High,
        TriangularValue one => one.High,
        PertValue one => one.High,
        NormalValue one => one.Mean,
        LogNormalValue one => one.High,
        OneOfValue one => one.Cases.Max(oneCase => Greatest(oneCase.Value)),
        ProductValue one => Greatest(one.Left) * Greatest(one.Right),
        _ => 1,
    };

    /// <summary>The least value as the analyst wrote it: without the tails of a distribution, and without drift and noise.</summary>
    public static double Least(Uncertain number) => number switch
    {
        NormalValue one => one.Mean,
        LogNormalValue one => one.Low,
        OneOfValue one => one.Cases.Where(oneCase => oneCase.Weight > 0).Select(oneCase => Least(oneCase.Value))
            .Where(least => least > 0).DefaultIfEmpty(0).Min(),
        ProductValue one => Least(one.Left) * Least(one.Right),
        DriftValue or NoiseValue => 1,
        _ => Bounds.Of(number).Low,
    };

    /// <summary>A sentence part if one of the values is not a number that can be computed with, else null.</summary>
    public static string? Finite(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (NumberRule.Fault(value) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>The number is well defined in itself.</summary>
    private bool Sound(string place, string what, Uncertain number, bool varies)
    {
        Named(place, what, number);
        string? fault = number switch
        {
            ExactlyValue one => Finite(one.Value),
            UniformValue one => Finite(one.Low, one.High) ?? Order("low", one.Low, "high", one.High),
            TriangularValue one => Finite(one.Low, one.Mode, one.High) ?? Order("low", one.Low, "mode", one.Mode)
                ?? Order("mode", one.Mode, "high", one.High),
            PertValue one => Finite(one.Low, one.Mode, one.High) ?? Order("low", one.Low, "mode", one.Mode)
                ?? Order("mode", one.Mode, "high", one.High),
            NormalValue one => Finite(one.Mean, one.Sd) ?? AtLeastZero("standard deviation", one.Sd),
            LogNormalValue one => Finite(one.Low, one.High, one.Probability) ?? LogNormal(one),
            OneOfValue one => Cases(one),
            DriftValue one => Varying(varies) ?? Finite(one.SdPerYear) ?? AtLeastZero("standard deviation per year", one.SdPerYear)
                ?? Drift(one),
            NoiseValue one => Varying(varies) ?? Finite(one.Sd, one.CorrelationDays) ?? AtLeastZero("standard deviation", one.Sd)
                ?? (one.Sd <= NumberRule.WidestFactor ? null : $"has a standard deviation of {MessageText.Number(one.Sd)}; it may be "
                    + $"{NumberRule.WidestFactor} at most, a factor of about 150 either way")
                ?? (one.CorrelationDays >= NumberRule.LeastDivisor
                    ? null : $"has a correlation of {MessageText.Number(one.CorrelationDays)} days; it must be at least "
                    + NumberRule.WhyLeast.Replace(",", " days,", StringComparison.Ordinal))
                ?? (times.TooShort(one.CorrelationDays) is { } hint
                    ? $"has a correlation of {MessageText.Number(one.CorrelationDays)} days, {hint.TrimEnd('.')}" : null),
            _ => null,
        };
        if (fault is not null)
        {
            problems.Add(place, $"{what} {fault}.");
            return false;
        }

        return number switch
        {
            DriftValue drift => times.Kind(place, what + " drift", drift.From) && Ends(place, what, drift),
            ProductValue product => Sound(place, what, product.Left, varies) & Sound(place, what, product.Right, varies),
            OneOfValue oneOf => oneOf.Cases.Select(one => Sound(place, $"{what} in case \"{one.Label}\"", one.Value, varies)).ToArray()
                .All(sound => sound),
            _ => true,
        };
    }

    private void Named(string place, string what, Uncertain number)
    {
        if (number.Key is not { } key) return;
        var name = number.Name ?? key;
        NameChecks.Called(name, place, $"the draw of {what}", problems);
        if (number is ExactlyValue or ProductValue)
        {
            problems.Add(place, $"{what} is named \"{name}\", but only a drawn number can be: name the uncertain number itself.");
            return;
        }

        var here = $"{place}, {what}";
        if (!names.TryAdd(name, (key, here)) && names[name].Key != key)
        {
            problems.Add(place, $"{what} is named \"{name}\" but keeps the draws of its first name, \"{key}\", unlike {names[name].Place}; "
                + "give it a name of its own.");
        }

        var plain = number with { Source = null, Name = null };
        if (draws.TryAdd(key, (plain, here))) return;
        var (first, where) = draws[key];
        var same = (first, plain) switch
        {
            (OneOfValue a, OneOfValue b) =>
                a.Cases.Select(one => (one.Label, one.Weight)).SequenceEqual(b.Cases.Select(one => (one.Label, one.Weight))),
            _ => first == plain,
        };
        if (!same) problems.Add(place, $"{what} is named \"{name}\" but has another distribution than in {where}; one name is one draw.");
    }

    private static string? Order(string low, double lowValue, string high, double highValue) =>
        lowValue <= highValue
            ? null : $"has {low} {MessageText.Number(lowValue)} above {high} {MessageText.Number(highValue)}; exchange them";

    private static string? AtLeastZero(string what, double value) =>
        value >= 0 ? null : $"has a {what} of {MessageText.Number(value)}; it must be at least 0";

    private static string? LogNormal(LogNormalValue number) =>
        number.Low <= 0 ? $"is log-normal from {MessageText.Number(number.Low)}; a log-normal number must be above 0"
        : number.Probability is < LeastProbability or >= 1
            ? $"is log-normal with probability {MessageText.Number(number.Probability)}; it must "
            + $"be {MessageText.Number(LeastProbability)} or more and below 1"
        : Order("low", number.Low, "high", number.High);

    private static string? Varying(bool varies) =>
        varies ? null : "varies from step to step (drift or noise); only rates, factors and the cover of rationing may";

    private bool Ends(string place, string what, DriftValue drift)
    {
        if (drift.Until is not { } until) return true;
        if (!times.Kind(place, what + " drift's end", until)) return false;
        if (times.InOrder(drift.From, until)) return true;
        problems.Add(place, $"{what} drifts until {until}; it must be after {drift.From}, from which it drifts.");
        return false;
    }

    private string? Drift(DriftValue number) => number.SdPerYear * times.Years <= NumberRule.WidestFactor ? null
        : $"drifts by {MessageText.Number(number.SdPerYear)} a year, "
            + $"{MessageText.Reach(number.SdPerYear * times.Years, NumberRule.WidestFactor)} over the horizon; "
            + $"it may come to {NumberRule.WidestFactor} at most, a factor of about 150 either way";

    private static string? Cases(OneOfValue number)
    {
        if (number.Cases.Count == 0) return "is one of no cases; it needs at least one";
        var weights = number.Cases.Select(one => one.Weight).ToArray();
        if (!weights.All(weight => weight is >= 0 and <= NumberRule.Largest) || !(weights.Sum() > 0))
        {
            return $"has the weights {string.Join(", ", weights.Select(MessageText.Number))}; each must lie in 0..1e15, and one above 0";
        }

        var labels = number.Cases.Select(one => one.Label).ToArray();
        return labels.Any(string.IsNullOrWhiteSpace) ? "has a case with a blank label"
            : labels.GroupBy(label => label).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? $"has {twice.Count()} cases labelled \"{twice.Key}\"; labels must be unique"
            : labels.FirstOrDefault(label => NameChecks.Parted(label) is not null) is { } parted
                ? $"has a case labelled \"{parted}\"{NameChecks.Parted(parted)![..^1]}"
            : null;
    }

    private static string Tails(Uncertain number) => number is NormalValue
        ? $" A normal number reaches {MessageText.Number(Bounds.NormalReach)} standard deviations either way; "
            + "take a uniform or triangular one, or a smaller deviation."
        : "";

    private static bool Varies(Uncertain number) => number switch
    {
        DriftValue or NoiseValue => true,
        ProductValue product => Varies(product.Left) || Varies(product.Right),
        OneOfValue oneOf => oneOf.Cases.Any(one => Varies(one.Value)),
        _ => false,
    };

    private static bool TooLarge(Uncertain number)
    {
        var open = new Stack<(Uncertain Number, int Depth)>([(number, 0)]);
        for (var seen = 0; open.TryPop(out var at); seen++)
        {
            if (seen > LargestNumber || at.Depth > DeepestNumber) return true;
            if (at.Number is ProductValue product)
            {
                open.Push((product.Left, at.Depth + 1));
                open.Push((product.Right, at.Depth + 1));
            }

            if (at.Number is not OneOfValue oneOf) continue;
            foreach (var one in oneOf.Cases) open.Push((one.Value, at.Depth + 1));
        }

        return false;
    }
}
