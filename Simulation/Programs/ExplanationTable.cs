using System.Globalization;
using Supply.Programs;

namespace Supply;

/// <summary>A number for each step that is the same in all replications.</summary>
/// <param name="Name">Its name in expressions, for example <c>@3</c>.</param>
/// <param name="Values">One value for each step.</param>
public sealed record ExplanationTable(string Name, Items<double> Values)
{
    /// <summary>The table in runs, for example <c>@3 = 0 x 59, 1 x 31</c>; a long one without its middle.</summary>
    public override string ToString() =>
        $"{Name} = {RunLengths.Of(Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}";
}
