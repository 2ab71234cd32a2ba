using Supply.Cases;
using Supply.Evidence;
using Supply.Inference;

namespace Supply;

public static partial class Baselines
{
    /// <summary>
    /// Russia from 24 February 2022 to the end of 2027, by day: own production and refurbishment, imports from the DPRK, Iran
    /// and Belarus, and a force that rations what is left. The published record ends with <see cref="PublishedRecord.Ends"/>
    /// of <see cref="Record"/>.
    /// In its priors nothing is fitted to the fire, share or stock figures that the plausibility table checks; the posterior, from which
    /// studies draw by default, is conditioned on them as claims.
    /// <para>
    /// Version 3: structures that the record does not settle are choices of their own (the order in which depots issue rounds, the mix of
    /// calibres, a wish or what supply allows, answers to full depots; <c>Decisions/0022</c> to <c>0027</c>). As in version 2, DPRK rounds
    /// come by ships that call and by rail, old lots first, against payment; lines take nitrocellulose and explosives; guns and barrels
    /// bound fire; after the record depots are struck at random. Left off, because there are no numbers for
    /// them: spread lead times, seasons, dispersal, falling yields, effects of rounds, costs, answers to an opponent, and any supplier
    /// that has not delivered. For the rows behind each, and why the others are off: <c>Decisions/0013-baseline-mechanisms.md</c>.
    /// </para>
    /// </summary>
    public static Scenario Russia2022 => field ??= Russia2022Case.Scenario("Russia 2022", Russia2022Case.Dprk, Russia2022Case.DprkRail) with
    {
        Rows = new PosteriorRows(() => Russia2022, Cases.Russia2022.Shipped),
    };

    /// <summary>
    /// As <see cref="Russia2022"/>, but with the Multilateral Sanctions Monitoring Team's nine million rounds from the DPRK in 2024. That
    /// is three times what the other witnesses say, so it is a case of its own and not an error bar.
    /// </summary>
    public static Scenario Russia2022Msmt =>
        field ??= Russia2022Case.Scenario("Russia 2022, MSMT deliveries", Russia2022Case.DprkMsmt, Russia2022Case.DprkRailMsmt);
}
