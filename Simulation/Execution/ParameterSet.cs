using Supply.Compilation;

namespace Supply.Execution;

/// <summary>Given parameters laid over the drawn ones of a program.</summary>
internal sealed class ParameterSet
{
    private readonly ParameterMatrix matrix;
    private readonly int[] rows;

    /// <exception cref="ArgumentException">The program has no parameter of a given key.</exception>
    public ParameterSet(StepProgram program, ParameterMatrix matrix)
    {
        this.matrix = matrix;
        var known = program.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Row);
        var unknown = matrix.Keys.Where(key => !known.ContainsKey(key)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"The scenario has no parameters {string.Join(", ", unknown.Select(key => $"\"{key}\""))}.", nameof(matrix));
        }

        rows = [.. matrix.Keys.Select(key => known[key])];
    }

    public void Load(Block block, uint first)
    {
        for (var parameter = 0; parameter < rows.Length; parameter++)
        {
            for (var lane = 0; lane < block.Width; lane++)
            {
                var replication = (int)first + lane;
                if (replication < matrix.Replications) block.Set(rows[parameter], lane, matrix[replication, parameter]);
            }
        }
    }
}
