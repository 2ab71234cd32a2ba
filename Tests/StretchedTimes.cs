using System.Collections;
using System.Reflection;

namespace Supply.Tests;

/// <summary>Makes samples of days fit for long steps: if a time may be shorter than a step, all times become longer in
/// proportion.</summary>
internal static class StretchedTimes
{
    private static readonly MethodInfo clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The same scenario without times between 0 and a step.</summary>
    public static Scenario Stretched(this Scenario scenario)
    {
        // One factor for all, because numbers of one name must stay the same wherever they are used.
        var step = scenario.Horizon.StepDays;
        var least = double.PositiveInfinity;
        Walk(scenario, step, days =>
        {
            var own = Compilation.NumberChecks.Least(days);
            if (own > 0) least = Math.Min(least, own);
            return days;
        });
        var by = least < step ? step / least * (1 + 1e-9) : 1;
        return by == 1 ? scenario : (Scenario)Walk(scenario, step, days => Scaled(days, by))!;
    }

    private static object? Walk(object? value, double step, Func<Uncertain, Uncertain> ofDays) => value switch
    {
        null or Horizon or Moment or string => value,
        Days days => Days.Of(ofDays(days.Value)),
        NoiseValue noise => noise with { CorrelationDays = Math.Max(step, noise.CorrelationDays) },
        Response one => Parts(one with { TrailingDays = Math.Max((int)Math.Ceiling(step), one.TrailingDays) }, step, ofDays),
        StrikeHazard hazard when step > 1 => hazard with { EventsPerYear = Scaled(hazard.EventsPerYear, 1 / step) },
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Items<>) =>
            List(value, type, step, ofDays),
        _ when value.GetType().Namespace is "Supply" && !value.GetType().IsEnum => Parts(value, step, ofDays),
        _ => value,
    };

    private static object Parts(object value, double step, Func<Uncertain, Uncertain> ofDays)
    {
        var copy = clone.Invoke(value, null)!;
        for (var type = value.GetType(); type != typeof(object) && type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                field.SetValue(copy, Walk(field.GetValue(value), step, ofDays));
            }
        }

        return copy;
    }

    private static object List(object list, Type type, double step, Func<Uncertain, Uncertain> ofDays)
    {
        var item = type.GetGenericArguments()[0];
        object?[] walked = [.. ((IEnumerable)list).Cast<object?>().Select(one => Walk(one, step, ofDays))];
        var items = Array.CreateInstance(item, walked.Length);
        walked.CopyTo(items, 0);
        var from = typeof(Items).GetMethods().Single(method => method.Name == "From" && method.IsGenericMethod).MakeGenericMethod(item);
        return from.Invoke(null, [items])!;
    }

    private static Uncertain Scaled(Uncertain number, double by) => number switch
    {
        ExactlyValue one => one with { Value = one.Value * by },
        UniformValue one => one with { Low = one.Low * by, High = one.High * by },
        TriangularValue one => one with { Low = one.Low * by, Mode = one.Mode * by, High = one.High * by },
        PertValue one => one with { Low = one.Low * by, Mode = one.Mode * by, High = one.High * by },
        NormalValue one => one with { Mean = one.Mean * by, Sd = one.Sd * by },
        LogNormalValue one => one with { Low = one.Low * by, High = one.High * by },
        OneOfValue one => one with { Cases = Items.From(one.Cases.Select(oneCase => oneCase with { Value = Scaled(oneCase.Value, by) })) },
        ProductValue one => one with { Left = Scaled(one.Left, by) },
        _ => throw new NotSupportedException(number.ToString()),
    };
}
