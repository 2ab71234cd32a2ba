using System.Collections;
using System.Reflection;

namespace Supply.Tests;

/// <summary>Makes samples of days fit for long steps: if a time may be shorter than a step, all times become longer in
/// proportion.</summary>
internal static class StretchedTimes
{
    private static readonly MethodInfo clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The same scenario without times between 0 and a step.</summary>
    public static Scenario Stretched(this Scenario scenario) => (Scenario)Walk(scenario, scenario.Horizon.StepDays)!;

    private static object? Walk(object? value, double step) => value switch
    {
        null or Horizon or Moment or string => value,
        Days days => Days.Of(Stretch(days.Value, step)),
        NoiseValue noise => noise with { CorrelationDays = Math.Max(step, noise.CorrelationDays) },
        Response one => Parts(one with { TrailingDays = Math.Max((int)Math.Ceiling(step), one.TrailingDays) }, step),
        StrikeHazard hazard when step > 1 => hazard with { EventsPerYear = Scaled(hazard.EventsPerYear, 1 / step) },
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Items<>) =>
            List(value, type, step),
        _ when value.GetType().Namespace is "Supply" && !value.GetType().IsEnum => Parts(value, step),
        _ => value,
    };

    private static object Parts(object value, double step)
    {
        var copy = clone.Invoke(value, null)!;
        for (var type = value.GetType(); type != typeof(object) && type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                field.SetValue(copy, Walk(field.GetValue(value), step));
            }
        }

        return copy;
    }

    private static object List(object list, Type type, double step)
    {
        var item = type.GetGenericArguments()[0];
        object?[] walked = [.. ((IEnumerable)list).Cast<object?>().Select(one => Walk(one, step))];
        var items = Array.CreateInstance(item, walked.Length);
        walked.CopyTo(items, 0);
        var from = typeof(Items).GetMethods().Single(method => method.Name == "From" && method.IsGenericMethod).MakeGenericMethod(item);
        return from.Invoke(null, [items])!;
    }

    // By its own least value, so that numbers of one name stay the same wherever they are used.
    private static Uncertain Stretch(Uncertain number, double step)
    {
        if (number is OneOfValue choice)
        {
            return choice with { Cases = Items.From(choice.Cases.Select(one => one with { Value = Stretch(one.Value, step) })) };
        }

        var least = Compilation.NumberChecks.Least(number);
        return least > 0 && least < step ? Scaled(number, step / least * (1 + 1e-9)) : number;
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
        ProductValue one => Uncertain.Exactly(by) * one,
        _ => throw new NotSupportedException(number.ToString()),
    };
}
