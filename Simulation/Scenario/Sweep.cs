using System.Globalization;

namespace Supply;

/// <summary>One scenario for each target share and meaning, for example from 0 to 60 percent.</summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">The first day on which the shares hold.</param>
/// <param name="Shares">The target shares, each 0..1; below 1 if added.</param>
/// <param name="Meanings">The meanings of the shares for the other sources.</param>
public sealed record Sweep(Origin Origin, Moment From, Items<double> Shares, Items<ShareMeaning> Meanings)
{
    /// <summary>The scenarios, by meaning and then by share, named like <c>DPRK 20 % added</c>.</summary>
    /// <param name="baseline">The scenario that each of them changes.</param>
    public Items<Scenario> Expand(Scenario baseline) => Items.From(
        from meaning in Meanings
        from share in Shares
        select At(baseline, share, meaning));

    /// <summary>The scenario of one share and meaning; a study finds its result by this scenario, see <see cref="Study.Swept"/>.</summary>
    /// <param name="baseline">The scenario that it changes.</param>
    /// <param name="share">The target share, 0..1.</param>
    /// <param name="meaning">Its meaning for the other sources.</param>
    public Scenario At(Scenario baseline, double share, ShareMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return baseline.With(NameOf(share, meaning), new TargetShare(Origin, From, Fraction.Of(share), meaning));
    }

    private string NameOf(double share, ShareMeaning meaning) => string.Create(
        CultureInfo.InvariantCulture,
        // 0.07 times 100 is not quite 7; ten decimals hide that and nothing else.
        $"{Origin} {Math.Round(share * 100, 10)} % {(meaning == ShareMeaning.Added ? "added" : "substituted")}");

    /// <summary>For people, for example <c>DPRK from 2025-01-01: 0 %, 20 %, 40 %, added and substituted</c>.</summary>
    public override string ToString() => $"{Origin} from {From}: {string.Join(", ", Shares.Select(share => Fraction.Of(share)))}, "
        + string.Join(" and ", Meanings.Select(meaning => meaning == ShareMeaning.Added ? "added" : "substituted"));
}
