using System.Globalization;
using System.Text;

namespace Supply;

/// <summary>One value of a scenario with its source.</summary>
/// <param name="Places">Where it occurs; a shared draw or a factor occurs at several places.</param>
/// <param name="Name">The name of the shared draw, or null.</param>
/// <param name="Value">The value in words and digits; a spread by its central 90 percent where it has no ends.</param>
/// <param name="Unit">Its unit; <c>factor of</c> a unit for the parts of a product; <c>weights</c> for those of alternatives.</param>
/// <param name="Source">Where it comes from; null if nobody said.</param>
public sealed record SourcedValue(Items<string> Places, string? Name, string Value, string Unit, Source? Source);

/// <summary>The bibliography of a scenario: every number with its source, and the published rows that the sources name.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Values">Every value, in the order of the description; equal values with equal sources are listed once.</param>
public sealed record SourceList(string Scenario, Items<SourcedValue> Values)
{
    /// <summary>Values from the published record.</summary>
    public IEnumerable<SourcedValue> Cited => Values.Where(value => value.Source is Cited);

    /// <summary>Values that somebody assumed, with a reason.</summary>
    public IEnumerable<SourcedValue> Assumed => Values.Where(value => value.Source is Assumed);

    /// <summary>Values without a source; none in a shipped baseline.</summary>
    public IEnumerable<SourcedValue> Unsourced => Values.Where(value => value.Source is null);

    /// <summary>Ids of the cited rows, in order, each once.</summary>
    public IReadOnlyList<string> RowIds =>
        [.. Cited.SelectMany(value => ((Cited)value.Source!).Rows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The bibliography as Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Sources of \"{Scenario}\"\n\n## Cited values\n\n");
        foreach (var value in Cited)
        {
            var source = (Cited)value.Source!;
            text.Append(CultureInfo.InvariantCulture,
                $"- {Heading(value)}. {source.Note} [{string.Join(", ", source.Rows)}; {source.Lineage}, grade {source.Grade}, as of "
                    + $"{source.AsOf:yyyy-MM-dd}]\n");
        }
        text.Append("\n## Assumptions\n\n");
        foreach (var value in Assumed)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Heading(value)}. {((Assumed)value.Source!).Reason}\n");
        }
        if (Unsourced.Any())
        {
            text.Append("\n## Without a source\n\n");
            foreach (var value in Unsourced) text.Append(CultureInfo.InvariantCulture, $"- {Heading(value)}\n");
        }
        text.Append("\n## Published rows\n\n");
        foreach (var id in RowIds) text.Append(CultureInfo.InvariantCulture, $"- {Row(id)}\n");
        return text.ToString();
    }

    private static string Heading(SourcedValue value)
    {
        var places = value.Places.Count <= 2
            ? string.Join("; ", value.Places)
            : string.Create(CultureInfo.InvariantCulture, $"{value.Places[0]} and {value.Places.Count - 1} more places");
        var name = value.Name is null ? "" : $" \"{value.Name}\"";
        return $"{places}:{name} {value.Value} ({value.Unit})";
    }

    private static string Row(string id) => Evidence.TryFind(id) is { } row
        ? string.Create(CultureInfo.InvariantCulture,
            $"{id}: {row.Organisation}, {row.Title}, {row.Published:yyyy-MM-dd}"
                + $"{(row.Verified ? "" : ", not seen at its source")}{(row.Url.Length > 0 ? ", " + row.Url : "")}")
        : $"{id}: not in the evidence that the library carries";
}

/// <summary>Lists the sources of scenarios.</summary>
public static class ScenarioSources
{
    /// <summary>The bibliography of a scenario; print it with <c>Console.WriteLine(scenario.Sources())</c>.</summary>
    public static SourceList Sources(this Scenario scenario) => new(scenario.Name, Items.From(
        ScenarioNumbers.Of(scenario).Where(number => !number.Left).SelectMany(ScenarioNumbers.Elements)
            .GroupBy(number => (number.Value, number.Unit))
            .Select(group => new SourcedValue(
                Items.From(group.Select(number => number.Place).Distinct(StringComparer.Ordinal)),
                group.Key.Value.Name, Words(group.Key.Value), group.Key.Unit, group.Key.Value.Source))));

    private static string Words(Uncertain value) => value switch
    {
        ExactlyValue exact => Digits(exact.Value),
        UniformValue uniform => $"{Digits(uniform.Low)} to {Digits(uniform.High)}, all equally likely",
        TriangularValue triangle => $"{Digits(triangle.Low)} to {Digits(triangle.High)}, most likely {Digits(triangle.Mode)}",
        PertValue pert => $"{Digits(pert.Low)} to {Digits(pert.High)}, most likely {Digits(pert.Mode)} (PERT)",
        NormalValue normal => $"{Digits(normal.Mean)} with standard deviation {Digits(normal.Sd)}",
        LogNormalValue log => $"{Digits(log.Low)} to {Digits(log.High)} with {Digits(100 * log.Probability)} percent probability",
        DriftValue drift => $"drift from {drift.From}{(drift.Until is { } until ? $" to {until}" : "")}, {Digits(drift.SdPerYear)} a year",
        NoiseValue noise => $"noise of {Digits(noise.Sd)} over {Digits(noise.CorrelationDays)} days",
        OneOfValue choice => "one of " + string.Join(", ", choice.Cases.Select(item => $"{item.Label} (weight {Digits(item.Weight)})")),
        ProductValue product => $"{Words(product.Left)} times {Words(product.Right)}",
        _ => throw new NotSupportedException($"{value.GetType().Name} has no words yet."),
    };

    private static string Digits(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);
}
