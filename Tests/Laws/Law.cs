using FsCheck;
using FsCheck.Fluent;

namespace Supply.Tests.Laws;

/// <summary>States a law over generated scenarios. The seed is fixed; a failure prints the smallest sample found that breaks it.</summary>
internal static class Law
{
    private const ulong Seed = 2026;
    private const ulong Gamma = 7;

    public static void ForAll(int samples, Action<Sample> law) => ForAll(samples, GeneratedScenarios.Of, law);

    /// <param name="samples">How many to try.</param>
    /// <param name="make">The sample of a number.</param>
    /// <param name="law">Throws if the law does not hold.</param>
    public static void ForAll(int samples, Func<int, Sample> make, Action<Sample> law)
    {
        Check(samples, Arb.From(Gen.Choose(0, 1_000_000).Select(make), sample => sample.Smaller()), law);
    }

    /// <summary>The same over anything that can be generated.</summary>
    public static void Check<T>(int cases, Arbitrary<T> arbitrary, Action<T> law)
    {
        var tried = 0;
        Prop.ForAll<T>(arbitrary, one =>
        {
            tried++;
            law(one);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Seed, Gamma));

        // A replay that also names a size is one case, and would pass as quietly as all of them.
        tried.ShouldBe(cases);
    }
}
