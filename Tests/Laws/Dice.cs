namespace Supply.Tests.Laws;

/// <summary>Choices that follow from a number alone, the same in every process and version (SplitMix64).</summary>
internal sealed class Dice(int number)
{
    private ulong state = (ulong)number;

    /// <summary>A number in 0..1, without 1.</summary>
    public double Unit()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>A whole number in low..high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Unit() * (high - low + 1));

    /// <summary>A number in low..high, in sixteenths so that messages are short.</summary>
    public double Number(double low, double high) => Math.Round((low + (high - low) * Unit()) * 16) / 16;

    public bool Chance(double probability) => Unit() < probability;

    public T Of<T>(params T[] items) => items[Whole(0, items.Length - 1)];

    public T[] Shuffled<T>(IEnumerable<T> items) =>
        [.. items.Select(item => (item, key: Unit())).OrderBy(pair => pair.key).Select(pair => pair.item)];
}
