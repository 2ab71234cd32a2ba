using System.Globalization;

namespace Supply;

/// <summary>One setting of a lever.</summary>
/// <param name="Value">Its place on the scale of the lever, in any unit; finite.</param>
/// <param name="Changes">Its dated changes; none: the setting is the baseline.</param>
public sealed record LeverSetting(double Value, Items<Change> Changes)
{
    /// <summary>For people, for example <c>1.5: capacity change of "Plant" from 2026-07-01</c>.</summary>
    public override string ToString() => $"{Value.ToString(CultureInfo.InvariantCulture)}: "
        + (Changes.Count == 0 ? "no changes" : string.Join("; ", Changes));
}
