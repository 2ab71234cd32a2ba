using Supply.Cases;


namespace Supply;

public static partial class Baselines
{
    /// <summary>
    /// Ukraine from 24 February 2022 to the end of 2027, by day: own Soviet stock and production, deliveries of the United States,
    /// the European Union, the Czech initiative and other partners, and a force that rations what it gets. Nothing is fitted to
    /// the fire and fire ratios that the plausibility table checks.
    /// </summary>
    public static Scenario Ukraine2022 => field ??= Ukraine2022Case.Scenario;
}
