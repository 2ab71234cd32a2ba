namespace Supply.Tests.Runs;

/// <summary>Scenario files of a depot, a plant and guns, which run in a moment.</summary>
internal static class SmallFile
{
    /// <summary>Writes one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">Rounds wanted a day; null: there are no guns.</param>
    /// <param name="scenarios">Scenarios in addition to the baseline.</param>
    /// <param name="days">Days of the horizon, at least 153.</param>
    public static string Write(string path, double? required = 5000, int scenarios = 0, int days = 366)
    {
        Part[] guns = required is { } rounds ? [new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(rounds))])] : [];
        var baseline = new Scenario("Case", new Network("Side",
        [
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100_000))]),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(2000, 4000))), .. guns,
        ]), Horizon.Dated(new(2024, 1, 1), new DateOnly(2024, 1, 1).AddDays(days - 1)));
        new ScenarioFile(baseline)
        {
            Scenarios = Items.From(Enumerable.Range(1, scenarios)
                .Select(i => baseline.With($"S{i}", new CapacityChange("Plant", new(2024, 6, 1), 0.01 * i)))),
        }.Save(path);
        return path;
    }
}
