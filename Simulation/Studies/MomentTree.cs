namespace Supply.Studies;

/// <summary>
/// The moments of several quantities, panel by panel. Two panels are joined if they are the halves of one interval of panels whose length
/// is a power of two, then such intervals in the same way: what is joined with what depends on the panels alone, so that the same panels
/// have the same bits whoever ran them, in whatever order and parts.
/// </summary>
/// <param name="quantities">The number of quantities.</param>
internal sealed class MomentTree(int quantities)
{
    private readonly SortedDictionary<(long Start, int Level), Moments[]> nodes = [];

    /// <summary>Adds a panel.</summary>
    /// <param name="panel">Its number, from 0; each is added once.</param>
    /// <param name="moments">The moments of each quantity, which belong to the tree from now on.</param>
    public void Add(long panel, Moments[] moments) => Add(panel, 0, moments);

    /// <summary>Adds all panels of another tree, none of which is in this one.</summary>
    public void Add(MomentTree other)
    {
        foreach (var ((start, level), moments) in other.nodes) Add(start, level, [.. moments]);
    }

    /// <summary>The moments of all panels together.</summary>
    public Moments[] Total()
    {
        var total = new Moments[quantities];
        foreach (var node in nodes.Values)
        {
            for (var i = 0; i < quantities; i++) total[i] = total[i].With(node[i]);
        }

        return total;
    }

    /// <summary>Bytes of the tree of a number of panels that were added in order.</summary>
    public static long Bytes(int quantities, long panels) =>
        System.Runtime.CompilerServices.Unsafe.SizeOf<Moments>() * (long)quantities * System.Numerics.BitOperations.PopCount((ulong)panels);

    public void Write(BinaryWriter writer)
    {
        writer.Write(nodes.Count);
        foreach (var ((start, level), moments) in nodes)
        {
            writer.Write(start);
            writer.Write(level);
            foreach (var one in moments)
            {
                writer.Write7BitEncodedInt64(one.Count);
                writer.Write(one.Mean);
                writer.Write(one.Squares);
            }
        }
    }

    public static MomentTree Read(BinaryReader reader, int quantities)
    {
        var tree = new MomentTree(quantities);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (start, level, moments) = (reader.ReadInt64(), reader.ReadInt32(), new Moments[quantities]);
            for (var i = 0; i < quantities; i++) moments[i] = new(reader.Read7BitEncodedInt64(), reader.ReadDouble(), reader.ReadDouble());
            tree.Add(start, level, moments);
        }

        return tree;
    }

    private void Add(long start, int level, Moments[] moments)
    {
        while (nodes.Remove((start ^ (1L << level), level), out var other))
        {
            var isLater = (start & (1L << level)) != 0;
            var (left, right) = isLater ? (other, moments) : (moments, other);
            for (var i = 0; i < quantities; i++) left[i] = left[i].With(right[i]);
            (start, level, moments) = (start & ~(1L << level), level + 1, left);
        }

        nodes.Add((start, level), moments);
    }
}
