using System.Text.RegularExpressions;
using Supply.Compilation;
using Supply.Tests.Engines;
using Supply.Tests.Schema;

namespace Supply.Tests.House;

/// <summary>
/// Every number that a shape lets a scenario state is used by an equation in some scenario of the samples: a property without an equation
/// would silently do nothing.
/// </summary>
public partial class NumbersUsedTests
{
    /// <summary>Numbers that no equation asks for, each for its reason.</summary>
    private static readonly Dictionary<(string Noun, string Key), string> elsewhere = new()
    {
        [("route", "review")] = "Days between reviews are exact and decide at compile time in which steps a rule looks.",
    };

    private static readonly HashSet<string> properties =
        [.. Property().Matches(SchemaWriter.Write()).Select(match => match.Groups[1].Value)];

    private static readonly ILookup<(string Noun, string Key), bool> uses = RichFamily.Scenarios
        .SelectMany(Compiler.NumberUses).ToLookup(use => (use.Noun, Bare(use.Key)), use => use.Used);

    [Fact]
    public void Numbers_AreUsed() =>
        uses.Where(use => !use.Any(used => used)).Select(use => use.Key).Except(elsewhere.Keys).ShouldBeEmpty();

    [Fact]
    public void Exceptions_AreStillNeeded() =>
        elsewhere.Keys.Where(key => uses[key].Any(used => used) || !uses.Contains(key)).ShouldBeEmpty();

    [Fact]
    public void Numbers_AreSeen()
    {
        uses.Count.ShouldBeGreaterThan(50);
        (string, string)[] some = [("route", "loss"), ("supplier", "account/payments"), ("dispersal", "exposure"), ("network", "effects")];
        some.ShouldBeSubsetOf(uses.Select(use => use.Key));
    }

    /// <summary>The key without calibres, goods, dates and numbers.</summary>
    private static string Bare(string key) => string.Join('/', key.Split('/').Where(properties.Contains));

    [GeneratedRegex("\"([a-z][A-Za-z]*)\": \\{")]
    private static partial Regex Property();
}
