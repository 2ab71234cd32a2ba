using Supply.Compilation;

namespace Supply;

/// <summary>Metrics by name. They need the names of a scenario, so they are read where a scenario is checked.</summary>
public static class NamedMetrics
{
    extension(Metrics)
    {
        /// <summary>
        /// Metrics by name, as tables call them and files hold them: a quantity, then in any order what narrows it, for example
        /// <c>fired per day, 152 mm, DPRK</c>. Where a name means several things, <c>on</c> a network, <c>at</c> a part,
        /// <c>of</c> a calibre or <c>from</c> an origin say which.
        /// </summary>
        /// <param name="names">The names.</param>
        /// <param name="scenario">The scenario whose networks, parts, calibres and origins are meant.</param>
        /// <exception cref="ScenarioException">Names cannot be read; holds every problem, with the nearest name.</exception>
        public static Items<Metric> Named(IEnumerable<string> names, Scenario scenario)
        {
            ArgumentNullException.ThrowIfNull(names);
            ArgumentNullException.ThrowIfNull(scenario);
            var problems = new Problems();
            var reader = new MetricParser(scenario, problems);
            var metrics = Items.From(names.Select(reader.Read).OfType<Metric>());
            problems.ThrowIfAny($"The list of metrics for scenario \"{scenario.Name}\"");
            return metrics;
        }
    }
}
