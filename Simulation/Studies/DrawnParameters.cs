using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>The uncertain numbers of replications, drawn without running them.</summary>
internal static class DrawnParameters
{
    private const int Width = 64;

    public static ParameterMatrix Of(StepProgram program, Ensemble ensemble, IReadOnlyList<(int First, int Count)> ranges)
    {
        var all = ranges.Sum(range => range.Count);
        double[][] columns = [.. program.Parameters.Select(_ => new double[all])];
        var given = ensemble.Parameters is { } matrix ? new GivenParameters(program, matrix) : null;
        using var block = new Block(program, Width, ensemble.Seed, ensemble.Design);
        var at = 0;
        foreach (var (first, count) in ranges)
        {
            for (var from = 0; from < count; from += Width)
            {
                var some = Math.Min(Width, count - from);
                block.Draw((uint)(first + from), given);
                for (var i = 0; i < columns.Length; i++) block.Row(program.Parameters[i].Row)[..some].CopyTo(columns[i].AsSpan(at));
                at += some;
            }
        }

        var draws = ensemble.Parameters?.Draws;
        return new([.. program.Parameters.Select(parameter => parameter.Key)], [.. program.Parameters.Select(parameter => parameter.Name)],
            columns)
        {
            Draws = draws is null || columns.Length == 0 ? null
                : [.. ranges.SelectMany(range => Enumerable.Range(range.First, range.Count), (_, row) => draws[row])],
        };
    }
}
