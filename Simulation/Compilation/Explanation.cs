using System.Globalization;
using System.Text;

namespace Supply.Compilation;

/// <summary>Prints a program in the order of events: each named term with its expression, and each state's new value.</summary>
internal static class Explanation
{
    public static string Of(ProgramBuilder builder, Scenario scenario)
    {
        var text = new StringBuilder();
        Line(text, $"Scenario \"{scenario.Name}\": {builder.Steps} steps of {scenario.Horizon.StepDays} days, {builder.Parameters.Count} uncertain parameters, {builder.States.Count} states, {builder.Delays.Count} delays.");
        Line(text, "t is the step, @ marks a table by step, ~ a parameter drawn once per replication, ' the value after the step.");
        foreach (var (number, title) in Events.Titles.Index())
        {
            var lines = builder.Terms.Where(term => term.Label is not null && term.Event == number && term.Op != Op.Parameter).ToArray();
            if (lines.Length == 0 && number != Events.Recording) continue;
            Line(text, "");
            Line(text, $"{number} {title}");
            foreach (var term in lines) Line(text, $"  {term.Label} = {Expression(builder, term, top: true)}");
            if (number != Events.Recording) continue;
            foreach (var (state, value) in builder.StateUpdates()) Line(text, $"  {state.Name}' = {Expression(builder, value, top: false)}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => Line(text, line.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Expression(ProgramBuilder builder, Term term, bool top)
    {
        if (!top && term.Label is not null && term.Op != Op.Parameter) return term.Label;
        string Inner(Term? operand) => Expression(builder, operand!, top: false);
        return term.Op switch
        {
            Op.Constant => term.Value.ToString("R", CultureInfo.InvariantCulture),
            Op.Table => $"@{term.Index}(t)",
            Op.Parameter => "~" + builder.Parameters[term.Index].Name,
            Op.State => builder.States[term.Index].Name,
            Op.FinalState => builder.States[term.Index].Name + " at the end",
            Op.Uniform => $"uniform({builder.Draws[term.Index]})",
            Op.Normal => $"normal({builder.Draws[term.Index]}, t)",
            Op.Delayed when builder.Delays[term.Index] is { PerShipment: true } delay => $"{delay.Name}(all that arrives at t)",
            Op.Delayed => $"{builder.Delays[term.Index].Name}(t - {Inner(builder.Delays[term.Index].Lag)})",
            Op.Lookup => $"path({string.Join("; ", builder.Lookups[term.Index].Points.Select(Inner))})(t)",
            Op.Add => $"({Inner(term.A)} + {Inner(term.B)})",
            Op.Subtract => $"({Inner(term.A)} - {Inner(term.B)})",
            Op.Multiply => $"{Inner(term.A)} * {Inner(term.B)}",
            Op.Divide => $"{Inner(term.A)} / {Inner(term.B)}",
            Op.Less => $"({Inner(term.A)} < {Inner(term.B)})",
            Op.Select => $"({Inner(term.A)} ? {Inner(term.B)} : {Inner(term.C)})",
            _ => $"{char.ToLowerInvariant(term.Op.ToString()[0])}{term.Op.ToString()[1..]}({string.Join(", ", term.Operands().Select(Inner))})",
        };
    }
}
