namespace Supply;

/// <summary>
/// The uncertain numbers of an ensemble that are constant within a replication: a row for each replication, a column for each parameter.
/// Values are in the unit of the description; the value of a one-of is the index of its case, that of a drift its standard normal slope.
/// </summary>
public sealed class ParameterMatrix
{
    private readonly double[][] columns;

    /// <summary>A matrix of given values.</summary>
    /// <param name="keys">The address of each parameter, see <see cref="Keys"/>.</param>
    /// <param name="columns">For each parameter one value per replication; all of the same length, all finite.</param>
    /// <exception cref="ArgumentException">Lengths differ, a key occurs twice, or a value is not finite.</exception>
    public ParameterMatrix(IReadOnlyList<string> keys, IReadOnlyList<double[]> columns) : this(keys, keys, columns) { }

    internal ParameterMatrix(IReadOnlyList<string> keys, IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        (Keys, Names, this.columns) = ([.. keys], [.. names], [.. columns]);
        if (keys.Count != columns.Count) throw new ArgumentException($"{keys.Count} keys, but {columns.Count} columns.", nameof(columns));
        if (keys.Distinct().Count() != keys.Count) throw new ArgumentException("A key occurs twice.", nameof(keys));
        for (var i = 0; i < keys.Count; i++)
        {
            if (columns[i].Length != Replications)
            {
                throw new ArgumentException($"\"{keys[i]}\" has {columns[i].Length} values, \"{keys[0]}\" {Replications}.",
                    nameof(columns));
            }
            var bad = Array.FindIndex(columns[i], value => !double.IsFinite(value));
            if (bad >= 0)
            {
                throw new ArgumentException($"\"{keys[i]}\" is {columns[i][bad]} in replication {bad}; it must be finite.",
                    nameof(columns));
            }
        }
    }

    /// <summary>The stable addresses of the parameters.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names of the parameters in tables.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// For each row the number of the replication whose draws it uses, including those of each step. Null: the number of the row. Default
    /// null.
    /// </summary>
    /// <exception cref="ArgumentException">Their number differs from that of the rows.</exception>
    public IReadOnlyList<uint>? Draws
    {
        get;
        init => field = value is null || value.Count == Replications ? value
            : throw new ArgumentException($"{value.Count} draw numbers for {Replications} rows.", nameof(value));
    }

    /// <summary>Number of rows.</summary>
    public int Replications => columns.Length == 0 ? 0 : columns[0].Length;

    /// <summary>
    /// The rows again and again, up to this number; each has the draws of its own number, so that what varies from step to step
    /// differs where a row returns.
    /// </summary>
    internal ParameterMatrix Repeated(int replications) =>
        new(Keys, Names, [.. columns.Select(column => Enumerable.Range(0, replications).Select(i => column[i % column.Length]).ToArray())]);

    /// <summary>The value of a parameter in a replication, both counted from 0.</summary>
    public double this[int replication, int parameter] => columns[parameter][replication];

    /// <summary>All values of the parameter with a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no parameter with this key.</exception>
    public IReadOnlyList<double> Column(string key) =>
        Keys.Index().Where(pair => pair.Item == key).Select(pair => columns[pair.Index]).FirstOrDefault()
        ?? throw new KeyNotFoundException($"No parameter has the key \"{key}\".");
}
