namespace Supply;

/// <summary>
/// The uncertain numbers of an ensemble that are constant within a replication: a row for each replication, a column for each parameter.
/// Values are in the unit of the description; the value of a one-of is the index of its case, that of a drift its standard normal slope.
/// </summary>
public sealed class ParameterMatrix
{
    private readonly double[][] columns;
    private readonly int? repeated;

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

    private ParameterMatrix(ParameterMatrix of, int replications) =>
        (Keys, Names, columns, repeated) = (of.Keys, of.Names, of.columns, of.columns.Length == 0 ? 0 : replications);

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
    public int Replications => repeated ?? Rows;

    /// <summary>Rows that are kept; row r of a repeated matrix is that of r modulo their number.</summary>
    internal int Rows => columns.Length == 0 ? 0 : columns[0].Length;

    /// <summary>
    /// The rows again and again, up to this number, without a copy of them; each has the draws of its own number, so that what varies from
    /// step to step differs where a row returns.
    /// </summary>
    /// <param name="replications">The number of rows wanted, at least 1; with fewer than there are, the first ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public ParameterMatrix Repeated(int replications)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        return new(this, replications);
    }

    /// <summary>For a number of replications that may be larger than its own: rows that come again do so, others stay.</summary>
    internal ParameterMatrix ForFirst(int replications) => repeated is null ? this : new(this, replications);

    /// <summary>The value of a parameter in a replication, both counted from 0.</summary>
    public double this[int replication, int parameter] => columns[parameter][replication % Rows];

    /// <summary>All values of the parameter with a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no parameter with this key.</exception>
    public IReadOnlyList<double> Column(string key) => Kept(key) is var column && repeated is not { } count ? column
        : [.. Enumerable.Range(0, count).Select(i => column[i % column.Length])];

    /// <summary>The values of a parameter, each row once.</summary>
    internal double[] Kept(string key) =>
        Keys.Index().Where(pair => pair.Item == key).Select(pair => columns[pair.Index]).FirstOrDefault()
        ?? throw new KeyNotFoundException($"No parameter has the key \"{key}\".");

    internal void Write(BinaryWriter writer)
    {
        writer.Write(repeated is not null);
        writer.Write(Keys.Count);
        writer.Write(Rows);
        for (var i = 0; i < Keys.Count; i++)
        {
            writer.Write(Keys[i]);
            writer.Write(Names[i]);
            foreach (var value in columns[i]) writer.Write(value);
        }

        writer.Write(Draws is not null);
        foreach (var draw in Draws ?? []) writer.Write(draw);
    }

    internal static ParameterMatrix Read(BinaryReader reader, int replications)
    {
        var (isRepeated, keys, names) = (reader.ReadBoolean(), new string[reader.ReadInt32()], new List<string>());
        var (rows, columns) = (reader.ReadInt32(), new double[keys.Length][]);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadString();
            names.Add(reader.ReadString());
            columns[i] = new double[rows];
            for (var row = 0; row < rows; row++) columns[i][row] = reader.ReadDouble();
        }

        var draws = reader.ReadBoolean() ? new uint[rows] : null;
        for (var row = 0; row < draws?.Length; row++) draws[row] = reader.ReadUInt32();
        var matrix = new ParameterMatrix(keys, names, columns) { Draws = draws };
        return isRepeated ? matrix.Repeated(replications) : matrix;
    }
}
