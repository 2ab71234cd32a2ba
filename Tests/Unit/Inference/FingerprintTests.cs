using System.Globalization;
using System.Reflection;
using Supply.Inference;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Inference;

/// <summary>Fingerprints of checkpoints and posteriors are the same on every machine, and the same as they were.</summary>
public sealed class FingerprintTests : IDisposable
{
    private readonly CheckpointFiles files = new();

    public void Dispose() => files.Dispose();

    /// <summary>As the compiler wrote them when checkpoints were first kept: another text would make all of them useless.</summary>
    [Fact]
    public void Settings_AreWrittenAsTheyWere_OnAnyMachine()
    {
        const string usual = "SequentialMonteCarlo { ParticlesPerPopulation = 1024, Populations = 4, OnlyPopulation = , Seed = 2026, "
            + "Threads = 1, EffectiveShare = 0.7, Correlation = 0.25, LastCorrelation = 0.05, MostMoves = 40, MostLastMoves = 200, "
            + "LightMoves = 4, MostChained = 64, FreshDraws = 0.3, Acceptance = 0.25 }";
        var settings = new SequentialMonteCarlo { Threads = 1 };
        settings.ToString().ShouldBe(usual);
        Commas.During(settings.ToString).ShouldBe(usual);
        $"{settings with { OnlyPopulation = 3, FreshDraws = 1e-7 }}".ShouldBe(usual
            .Replace("OnlyPopulation = ,", "OnlyPopulation = 3,", StringComparison.Ordinal)
            .Replace("FreshDraws = 0.3", "FreshDraws = 1E-07", StringComparison.Ordinal));
    }

    /// <summary>A setting that is added is added to the text.</summary>
    [Fact]
    public void Settings_AreAllWritten()
    {
        var settings = new SequentialMonteCarlo { Threads = 7, OnlyPopulation = 2 };
        var members = typeof(SequentialMonteCarlo).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property =>
            $"{property.Name} = {Convert.ToString(property.GetValue(settings), CultureInfo.InvariantCulture)}");
        settings.ToString().ShouldBe($"SequentialMonteCarlo {{ {string.Join(", ", members)} }}");
    }

    [Fact]
    public void ErrorModel_IsWrittenAlike_OnAnyMachine()
    {
        var errors = new ErrorModel { SharedPart = 0.125 };
        Commas.During(errors.ToString).ShouldBe(errors.ToString());
    }

    [Fact]
    public void Checkpoint_OfAMachineWithCommas_IsReadOnOneWithoutThem()
    {
        var sampler = new SequentialMonteCarlo { ParticlesPerPopulation = 16, Populations = 1, Threads = 1 };
        var target = Target.Of([Marginal.Normal("a", 0, 1)], x => -0.5 * x[0] * x[0]);
        var there = Commas.During(() => sampler.Sampled(target, files.Name));
        var written = File.ReadAllBytes(files[0]);
        var here = sampler.Sampled(target, files.Name);
        here.Diagnostics.Simulations.ShouldBe(there.Diagnostics.Simulations);
        File.ReadAllBytes(files[0]).ShouldBe(written);
    }

    /// <summary>A culture would put names in an order of its own, and with them the coordinates of a posterior.</summary>
    [Fact]
    public void Names_AreOrderedByTheirCharacters() => Orders(typeof(Ensemble).Assembly)
        .Where(order => order.Namespace is "Supply.Inference" or "Supply.Analysis").Select(order => order.Place).ShouldBeEmpty();

    [Fact]
    public void Orders_AreFound() => Orders(typeof(FingerprintTests).Assembly).Select(order => order.Place)
        .Where(place => place.StartsWith(nameof(FingerprintTests), StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)
        .ShouldBe(["FingerprintTests.Pairs orders text", "FingerprintTests.Words orders text"]);

    private static IEnumerable<(string? Namespace, string Place)> Orders(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
        from call in TypeUses.Called(method).OfType<MethodInfo>()
        where call.DeclaringType == typeof(Enumerable) && orders.Contains(call.Name) && call.IsGenericMethod
            && !call.GetParameters().Any(one => one.ParameterType.IsGenericType
                && one.ParameterType.GetGenericTypeDefinition() == typeof(IComparer<>))
            && IsOfText(call.GetGenericArguments()[^1])
        select (type.Namespace, $"{TypeUses.Outermost(type).Name}.{Plain(method.Name)} orders text");

    private static bool IsOfText(Type type) =>
        type == typeof(string) || (type.IsGenericType && type.GetGenericArguments().Any(IsOfText));

    private static string Plain(string name) =>
        name.Contains('>', StringComparison.Ordinal) ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name;

    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly string[] orders = ["Order", "OrderDescending", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending"];

    /// <summary>Code that the search must find, and code that it must not.</summary>
    private static class Samples
    {
        public static string[] Words(string[] words) => [.. words.Order()];

        public static (string, int)[] Pairs((string, int)[] pairs) => [.. pairs.OrderBy(pair => pair)];

        public static string[] Sure(string[] words) => [.. words.OrderBy(word => word, StringComparer.Ordinal).ThenBy(word => word.Length)];
    }
}
