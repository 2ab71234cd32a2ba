using System.Reflection;
using System.Text;

namespace Supply.Tests.House;

/// <summary>
/// Text is the same in every culture: no code of the library writes a number or a date without saying that it is invariant. It is read
/// from the compiled code, so no spelling of it is missed.
/// </summary>
public class CultureTests
{
    // Looked up by name: the library has a type of this name of its own, which is invariant.
    private static readonly Type[] handlers =
    [
        typeof(string).Assembly.GetType("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", throwOnError: true)!,
        typeof(StringBuilder.AppendInterpolatedStringHandler),
    ];

    private static readonly HashSet<Type> ofCulture =
    [
        typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(nint), typeof(Int128), typeof(byte), typeof(ushort), typeof(uint),
        typeof(ulong), typeof(nuint), typeof(Half), typeof(float), typeof(double), typeof(decimal), typeof(DateOnly), typeof(TimeOnly),
        typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan),
    ];

    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    [Fact]
    public void Library_WritesNoNumberInTheCultureOfTheMachine() =>
        new[] { typeof(Ensemble).Assembly, typeof(Plots.Figure).Assembly, typeof(Data.ParquetSink).Assembly }
            .SelectMany(Faults).Order().ShouldBeEmpty();

    [Fact]
    public void Scan_SeesWhatItShould() => Faults(typeof(CultureTests).Assembly)
        .Where(fault => fault.StartsWith(nameof(CultureTests), StringComparison.Ordinal)).Order().ShouldBe(
            ["CultureTests.Appended writes Double", "CultureTests.Formatted writes Object", "CultureTests.Printed writes Double"]);

    private static IEnumerable<string> Faults(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
        from written in Written([.. TypeUses.Called(method)])
        select $"{TypeUses.Outermost(type).Name}.{Plain(method.Name)} writes {written.Name}";

    /// <summary>The types of numbers and dates that a method writes as the machine does.</summary>
    private static HashSet<Type> Written(MethodBase[] calls)
    {
        var isInvariant = true;
        var found = new HashSet<Type>();
        foreach (var call in calls)
        {
            var owner = call.DeclaringType!;
            if (handlers.Contains(owner))
            {
                if (call.IsConstructor) isInvariant = call.GetParameters().Any(one => one.ParameterType == typeof(IFormatProvider));
                else if (!isInvariant && call.IsGenericMethod && IsOfCulture(call.GetGenericArguments()[0]))
                {
                    found.Add(call.GetGenericArguments()[0]);
                }
            }
            else if (call.Name == nameof(ToString) && IsOfCulture(owner)
                && !call.GetParameters().Any(one => one.ParameterType == typeof(IFormatProvider)))
            {
                found.Add(owner);
            }
            else if (owner == typeof(string) && call.Name == nameof(string.Format)
                && call.GetParameters()[0].ParameterType == typeof(string))
            {
                found.Add(typeof(object));
            }
        }

        return found;
    }

    private static bool IsOfCulture(Type type) => ofCulture.Contains(Nullable.GetUnderlyingType(type) ?? type);

    private static string Plain(string name) =>
        name.Contains('>', StringComparison.Ordinal) ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name;

    /// <summary>Code that the scan must find, and code that it must not.</summary>
    private static class Samples
    {
        public static string Formatted(double value) => string.Format("is {0}", value);

        public static string Appended(double value) => new StringBuilder().Append($"is {value}").ToString();

        public static string Printed(double value) => value.ToString("0.0");

        public static string Invariant(double value) => FormattableString.Invariant($"is {value}");

        public static string Created(double value) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"is {value}");
    }
}
