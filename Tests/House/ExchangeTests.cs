using System.Reflection;

namespace Supply.Tests.House;

/// <summary>Two arguments of one call with different meanings cannot be exchanged: no type converts to both of them.</summary>
public class ExchangeTests
{
    private static readonly Type[] units =
        [typeof(Days), typeof(Rounds), typeof(Units), typeof(Fraction), typeof(Money), typeof(Factor), typeof(Ratio), typeof(Rate)];

    [Fact]
    public void NothingBecomesAQuantityUnasked() => units.ShouldAllBe(unit => Sources(unit).Single() == unit
        && unit.GetConstructors().All(constructor => constructor.GetParameters().Length != 1));

    [Fact]
    public void ArgumentsWithUnitsCannotBeExchanged()
    {
        var calls = typeof(Scenario).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetConstructors().Concat<MethodBase>(type.GetMethods(BindingFlags.Public
                | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)));
        calls.SelectMany(Exchangeable).ShouldBeEmpty();
    }

    private static IEnumerable<string> Exchangeable(MethodBase call)
    {
        var types = call.GetParameters().Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            .Where(type => !type.IsByRef && type != typeof(object) && !type.IsGenericParameter).Distinct().ToArray();
        return from one in types
               from other in types
               where one != other && units.Contains(one) && Sources(one).Intersect(Sources(other)).Any()
               select $"{call.DeclaringType!.Name}.{call.Name}: {one.Name} and {other.Name}";
    }

    /// <summary>The types whose values can be given where this type is expected.</summary>
    private static IEnumerable<Type> Sources(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name == "op_Implicit" && method.ReturnType == type)
        .Select(method => method.GetParameters()[0].ParameterType).Append(type);
}
