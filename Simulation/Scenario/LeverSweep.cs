using System.Globalization;

namespace Supply;

/// <summary>
/// One scenario for each setting of a lever of any kind, for example of the capacity of a plant or of the date of a strike.
/// </summary>
/// <param name="Name">The lever, in the names of the scenarios and along the axis of figures, for example <c>plant capacity</c>.</param>
/// <param name="Settings">The settings, at least one; each value once.</param>
public sealed record LeverSweep(string Name, Items<LeverSetting> Settings)
{
    /// <summary>A sweep of numbers.</summary>
    /// <param name="name">The lever.</param>
    /// <param name="values">The values of the settings, each once.</param>
    /// <param name="changes">The changes at a value; none: the setting is the baseline.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static LeverSweep Of(string name, IEnumerable<double> values, Func<double, Change[]> changes)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(changes);
        LeverSetting[] settings = [.. values.Select(value => new LeverSetting(value, Items.Of<Change>(changes(value))))];
        return settings.Length > 0 ? new(name, Items.Of<LeverSetting>(settings))
            : throw new ArgumentException($"The sweep of \"{name}\" has no values; it needs at least 1.", nameof(values));
    }

    /// <summary>The scenarios in the order of the settings, named like <c>plant capacity 1.5</c>.</summary>
    /// <param name="baseline">The scenario that each of them changes.</param>
    public Items<Scenario> Expand(Scenario baseline) => Items.From(Settings.Select(setting => At(baseline, setting)));

    /// <summary>The settings in ascending order with their scenarios, for the question which is needed: <c>study.Needed(..)</c>.</summary>
    /// <param name="baseline">The scenario that each of them changes.</param>
    public IReadOnlyList<(double Setting, Scenario Scenario)> On(Scenario baseline) =>
        [.. Settings.OrderBy(setting => setting.Value).Select(setting => (setting.Value, At(baseline, setting)))];

    private Scenario At(Scenario baseline, LeverSetting setting)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return baseline.With(string.Create(CultureInfo.InvariantCulture, $"{Name} {Math.Round(setting.Value, 10)}"),
            [.. setting.Changes]);
    }

    /// <summary>For people, for example <c>plant capacity: 1, 1.5, 2</c>.</summary>
    public override string ToString() => $"{Name}: "
        + string.Join(", ", Settings.Select(setting => setting.Value.ToString(CultureInfo.InvariantCulture)));
}
