using System.Globalization;
using Supply.Evidence;

namespace Supply;

/// <summary>Lists the sources of scenarios.</summary>
public static class ScenarioSources
{
    /// <summary>
    /// The bibliography of a scenario that cites rows of a record; print it with <c>Console.WriteLine(scenario.Sources(record))</c>.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">The record; a cited row that it lacks is named as missing.</param>
    public static SourceList Sources(this Scenario scenario, PublishedRecord record) => new(scenario.Name, Items.From(
        ScenarioNumbers.Of(scenario).Where(number => !number.Left).SelectMany(ScenarioNumbers.Elements)
            .GroupBy(number => (number.Value, number.Unit))
            .Select(group => new SourcedValue(
                Items.From(group.Select(number => number.Place).Distinct(StringComparer.Ordinal)),
                group.Key.Value.Name, Words(group.Key.Value), group.Key.Unit, group.Key.Value.Source))), record);

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
