using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// The parameters of a program as functions of their uniform draws, evaluated operation by operation with the same bits as an engine:
/// inference uses them to move a parameter along its own prior.
/// </summary>
internal static class PriorQuantiles
{
    /// <summary>For each parameter of a program its quantile function: its value at a probability between 0 and 1.</summary>
    public static Func<double, double>[] Of(StepProgram program)
    {
        var made = program.Prior.ToDictionary(instruction => instruction.Result);
        var constants = program.Constants.ToDictionary(constant => constant.Row, constant => constant.Value);
        var source = program.ParameterCopies.ToDictionary(copy => copy.To, copy => copy.From);
        return [.. program.Parameters.Select(parameter => Function(source[parameter.Row], made, constants))];
    }

    private static Func<double, double> Function(int result, Dictionary<int, Instruction> made, Dictionary<int, double> constants)
    {
        // The slice of the program behind the parameter, its rows renumbered in the order in which they are computed.
        var places = new Dictionary<int, int>();
        var start = new List<double>();
        var steps = new List<Instruction>();
        int Place(int row)
        {
            if (places.TryGetValue(row, out var place)) return place;
            if (!made.TryGetValue(row, out var instruction))
            {
                start.Add(constants[row]);
                return places[row] = start.Count - 1;
            }

            if (instruction.Op != Op.Uniform)
            {
                var operands = Operands(instruction.Op);
                instruction = instruction with
                {
                    A = Place(instruction.A),
                    B = operands > 1 ? Place(instruction.B) : 0,
                    C = operands > 2 ? Place(instruction.C) : 0,
                };
            }

            start.Add(0);
            steps.Add(instruction with { Result = start.Count - 1 });
            return places[row] = start.Count - 1;
        }

        var last = Place(result);
        var (opening, slice) = (start.ToArray(), steps.ToArray());
        return uniform =>
        {
            Span<double> values = stackalloc double[opening.Length];
            opening.CopyTo(values);
            foreach (ref readonly var step in slice.AsSpan())
            {
                values[step.Result] = step.Op == Op.Uniform ? uniform
                    : Scalar.Apply(step.Op, values[step.A], values[step.B], values[step.C]);
            }

            return values[last];
        };
    }

    private static int Operands(Op op) => op switch
    {
        Op.Sqrt or Op.Exp or Op.Log or Op.InverseNormal or Op.Floor or Op.FlushTiny => 1,
        Op.Select => 3,
        _ => 2,
    };
}
