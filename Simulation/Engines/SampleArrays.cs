namespace Supply.Engines;

/// <summary>Arrays that one scenario passes on to the next, so that memory does not grow with the number of scenarios.</summary>
internal sealed class SampleArrays
{
    private readonly Dictionary<int, Stack<double[]>> free = [];
    private readonly List<double[]> taken = [];

    public double[] Take(int length)
    {
        var array = free.TryGetValue(length, out var some) && some.TryPop(out var one) ? one
            : GC.AllocateUninitializedArray<double>(length);
        taken.Add(array);
        return array;
    }

    /// <summary>Makes all arrays available again.</summary>
    public void Release()
    {
        foreach (var array in taken)
        {
            if (!free.TryGetValue(array.Length, out var some)) free[array.Length] = some = new();
            some.Push(array);
        }

        taken.Clear();
    }
}
