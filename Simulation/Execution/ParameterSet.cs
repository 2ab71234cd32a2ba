using Supply.Compilation;

namespace Supply.Execution;

/// <summary>Given parameters laid over the drawn ones of a program.</summary>
internal sealed class ParameterSet
{
    private readonly ParameterMatrix matrix;
    private readonly int[] rows;

    /// <exception cref="ArgumentException">The program has no parameter of a given key, or a value lies beyond what it can be.</exception>
    public ParameterSet(StepProgram program, ParameterMatrix matrix)
    {
        this.matrix = matrix;
        var known = program.Parameters.ToDictionary(parameter => parameter.Key);
        var unknown = matrix.Keys.Where(key => !known.ContainsKey(key)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"The scenario has no parameters {string.Join(", ", unknown.Select(key => $"\"{key}\""))}.", nameof(matrix));
        }

        // A scenario is checked, and its delays are sized, for the values its numbers can take; no other may be given.
        foreach (var key in matrix.Keys)
        {
            var (low, high) = known[key].Reach;
            var bad = matrix.Column(key).Index().Where(pair => !(pair.Item >= low && pair.Item <= high)).ToArray();
            if (bad is [var (replication, value), ..])
            {
                throw new ArgumentException($"\"{key}\" is {Text.Number(value)} in replication {replication}; its number lies in {Text.Number(low)}..{Text.Number(high)}.", nameof(matrix));
            }
        }

        rows = [.. matrix.Keys.Select(key => known[key].Row)];
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
