using System.Collections;
using System.Reflection;

namespace Supply.Tests.House;

/// <summary>
/// The kinds that descriptions are made of, found by reflection: each noun (<c>GunPark</c>), each word of a choice
/// (<c>UnderWay.Waits</c>), and each property that may be left out (<c>Route.Sailings</c>), which is there if it differs from what it
/// is when left out.
/// </summary>
internal static class Kinds
{
    /// <summary>All kinds that a description of this type can hold, now and after the next noun is added.</summary>
    public static IReadOnlySet<string> Possible(Type root) => Closure(root).SelectMany(Of).ToHashSet();

    /// <summary>The kinds that these descriptions hold.</summary>
    public static IReadOnlySet<string> In(IEnumerable<object> roots) => Graph(roots).SelectMany(Of).ToHashSet();

    /// <summary>Number properties (<c>Route.Loss</c>) that a description of this type can hold.</summary>
    public static IReadOnlySet<string> PossibleNumbers(Type root) =>
        Closure(root).SelectMany(Properties).Where(IsNumber).Select(Name).ToHashSet();

    /// <summary>Number properties that are uncertain somewhere in these descriptions, so that each of them is drawn.</summary>
    public static IReadOnlySet<string> DrawnNumbers(IEnumerable<object> roots) => Graph(roots)
        .SelectMany(one => Properties(one.GetType()).Where(IsNumber), (one, property) => (property, value: property.GetValue(one)))
        .Where(pair => pair.value is not null && Graph([pair.value]).Any(IsDrawn)).Select(pair => Name(pair.property)).ToHashSet();

    /// <summary>The names of the nouns of a kind.</summary>
    public static IEnumerable<string> NamesOf(Type kind) => Closure(kind).Where(kind.IsAssignableFrom).Select(type => type.Name).Order();

    /// <summary>The properties of a description of this type that are set apart from the constructor of their noun.</summary>
    public static IEnumerable<PropertyInfo> BesideConstructors(Type root) =>
        Closure(root).SelectMany(Properties).Where(IsBeside).DistinctBy(Name);

    public static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    /// <summary>Every noun, word and number in these descriptions, each object once.</summary>
    public static IReadOnlyList<object> Graph(IEnumerable<object> roots)
    {
        var (seen, found) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new List<object>());
        var open = new Stack<object>(roots);
        while (open.TryPop(out var one))
        {
            if (one is IEnumerable list and not string)
            {
                foreach (var item in list.Cast<object?>().OfType<object>()) open.Push(item);
            }
            else if (IsOurs(one.GetType()) && seen.Add(one))
            {
                found.Add(one);
                foreach (var property in Properties(one.GetType()).Where(Leads))
                {
                    if (property.GetValue(one) is { } value) open.Push(value);
                }
            }
        }

        return found;
    }

    /// <summary>The nouns that a description of this type can hold, and the enums.</summary>
    public static IReadOnlySet<Type> Closure(Type root)
    {
        var (seen, open) = (new HashSet<Type>(), new Stack<Type>([root]));
        while (open.TryPop(out var type))
        {
            if (!IsOurs(type) || !seen.Add(type)) continue;
            foreach (var kind in type.Assembly.GetTypes().Where(one => one.BaseType == type)) open.Push(kind);
            foreach (var property in Properties(type)) open.Push(Inner(property.PropertyType));
        }

        return seen.Where(type => !type.IsAbstract).ToHashSet();
    }

    private static IEnumerable<string> Of(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(word => $"{type.Name}.{word}")
        : Properties(type).Where(MayBeLeftOut).Select(Name).Prepend(type.Name);

    private static IEnumerable<string> Of(object one) => one is Enum
        ? [$"{one.GetType().Name}.{one}"]
        : Properties(one.GetType()).Where(MayBeLeftOut)
            .Where(property => !Same(property.GetValue(one), LeftOut(one, property))).Select(Name).Prepend(one.GetType().Name);

    private static bool IsOurs(Type type) => type.Namespace is "Supply" or "Supply.Plots" && !type.IsGenericType;

    /// <summary>The type of the items of a list, or what a nullable value is if it is not null.</summary>
    private static Type Inner(Type type) => type.IsGenericType && type.GetGenericArguments() is [var item] ? Inner(item) : type;

    // What is computed (a measure per day, of which there is a measure per day) describes nothing, and would lead on without an end.
    private static IEnumerable<PropertyInfo> Properties(Type type) => type.IsEnum
        ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => IsStated(property) && property.GetIndexParameters().Length == 0);

    private static bool IsStated(PropertyInfo property) => property.CanWrite
        || property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)
            is not null;

    private static bool Leads(PropertyInfo property) => IsOurs(Inner(property.PropertyType));

    private static bool IsNumber(PropertyInfo property) => Inner(property.PropertyType) is var type
        && (type == typeof(Uncertain) || type == typeof(RatePath) || HoldsNumber(type));

    /// <summary>Rounds, days, money: a noun around a number. A case has one as well, but is no number.</summary>
    private static bool HoldsNumber(Type type) => type != typeof(Alternative)
        && type.GetProperty("Value")?.PropertyType == typeof(Uncertain);

    private static bool IsDrawn(object one) => one is Uncertain and not (ExactlyValue or ProductValue);

    /// <summary>A property that is set apart from the constructor, is nullable, or is optional where the noun is made.</summary>
    private static bool MayBeLeftOut(PropertyInfo property) => IsBeside(property) || IsNullable(property) || Optional(property) is not null;

    // The attribute by its name, because ScottPlot brings a second one.
    private static bool IsBeside(PropertyInfo property) => property.CanWrite
        && !property.CustomAttributes.Any(one => one.AttributeType.Name == "RequiredMemberAttribute")
        && Array.TrueForAll(Parameters(property.DeclaringType!), parameter => !IsFor(parameter, property));

    private static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    /// <summary>The parameter of the method that makes the noun, if it may be left out there.</summary>
    private static ParameterInfo? Optional(PropertyInfo property) => Bases(property.DeclaringType!)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).SelectMany(method => method.GetParameters())
        .FirstOrDefault(parameter =>
            parameter.IsOptional && IsFor(parameter, property) && parameter.ParameterType == property.PropertyType);

    private static IEnumerable<Type> Bases(Type? type) => type is null || !IsOurs(type) ? [] : Bases(type.BaseType).Prepend(type);

    private static bool IsFor(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    private static object? LeftOut(object one, PropertyInfo property) =>
        IsBeside(property) ? property.GetValue(Bare(one))
        : IsNullable(property) ? null
        : Optional(property)!.DefaultValue ?? Nothing(property.PropertyType);

    private static object? Nothing(Type type) => (type.GetProperty("None") ?? type.GetProperty("Empty"))?.GetValue(null);

    /// <summary>The same noun made again, with only the arguments of its constructor.</summary>
    private static object Bare(object one) => Constructor(one.GetType())!.Invoke([.. Parameters(one.GetType())
        .Select(parameter => one.GetType().GetProperties().Single(property => IsFor(parameter, property)).GetValue(one))]);

    private static ParameterInfo[] Parameters(Type type) => Constructor(type)?.GetParameters() ?? [];

    /// <summary>The constructor that takes all that must be said; not the one that copies.</summary>
    private static ConstructorInfo? Constructor(Type type) => type
        .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
        .MaxBy(constructor => constructor.GetParameters().Length);

    private static bool Same(object? a, object? b) => Equals(a, b) || IsEmpty(a) && IsEmpty(b);

    private static bool IsEmpty(object? value) => value is IEnumerable list && !list.Cast<object>().Any();
}
