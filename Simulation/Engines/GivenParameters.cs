using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// Given parameters laid over the drawn ones of a program; those that the program does not have belong to other scenarios.
/// </summary>
internal sealed class GivenParameters
{
    private readonly ParameterMatrix matrix;
    private readonly (int Column, int Row)[] replaced;

    public GivenParameters(StepProgram program, ParameterMatrix matrix)
    {
        this.matrix = matrix;
        var rows = program.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Row);
        replaced = [.. matrix.Keys.Index().Where(key => rows.ContainsKey(key.Item)).Select(key => (key.Index, rows[key.Item]))];
    }

    /// <summary>
    /// Every given parameter must be one of some scenario and lie within the range of its number: a scenario is checked, and its delays
    /// are sized, for the values its numbers can take.
    /// </summary>
    /// <param name="programs">The programs of all scenarios.</param>
    /// <param name="matrix">The given parameters.</param>
    /// <param name="whole">Whether these are all programs, so that a key found in none of them is a mistake.</param>
    /// <exception cref="ArgumentException">Keys are unknown, or values are out of range; all are listed.</exception>
    public static void Check(IEnumerable<StepProgram> programs, ParameterMatrix matrix, bool whole = true)
    {
        var known = programs.SelectMany(program => program.Parameters).ToLookup(parameter => parameter.Key);
        var faults = new List<string>();
        foreach (var key in matrix.Keys)
        {
            if (whole && !known.Contains(key))
            {
                faults.Add($"No scenario has a parameter \"{key}\".{Nearest.Hint(key, [.. known.Select(one => one.Key)])}");
            }
            foreach (var (low, high) in known[key].Select(parameter => parameter.Reach).Distinct())
            {
                var bad = matrix.Kept(key).Index().Where(pair => !(pair.Item >= low && pair.Item <= high)).ToArray();
                if (bad is [var (replication, value), ..])
                {
                    faults.Add($"\"{key}\" is {MessageText.Number(value)} in replication {replication}; its number lies in "
                        + $"{MessageText.Number(low)}..{MessageText.Number(high)}.");
                }
            }
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    /// <summary>Replaces the replication numbers used for draws by those that the rows give.</summary>
    public unsafe void Number(uint* replications, int width, uint first)
    {
        if (matrix.Draws is not { } draws) return;
        for (var lane = 0; lane < width && first + lane < draws.Count; lane++) replications[lane] = draws[(int)first + lane];
    }

    public void Load(Block block, uint first)
    {
        foreach (var (column, row) in replaced)
        {
            for (var lane = 0; lane < block.Width; lane++)
            {
                var replication = (int)first + lane;
                if (replication < matrix.Replications) block.Set(row, lane, matrix[replication, column]);
            }
        }
    }
}
