using Supply.Files;
using Supply.Programs;

namespace Supply.Equations;

/// <summary>The numbers and rates of a noun as equations ask for them: by the keys that its shape gives them.</summary>
/// <param name="address">The address of the noun, before the keys in the addresses of draws.</param>
/// <param name="listed">Its numbers and rates.</param>
internal sealed class NumbersByKey(string address, Listed listed)
{
    private readonly Dictionary<string, Uncertain> numbers = listed.Numbers.ToDictionary(number => number.Key, number => number.Value);

    private readonly HashSet<string> asked = [];

    /// <summary>All keys of its numbers, each with whether an equation has asked for it, alone or as part of a rate.</summary>
    public IEnumerable<(string Key, bool Asked)> Uses => listed.Numbers.Select(number => (number.Key,
        asked.Any(one => number.Key == one || number.Key.StartsWith(one + "/", StringComparison.Ordinal))));

    /// <summary>The value of a number in a replication.</summary>
    /// <exception cref="KeyNotFoundException">The noun has no number with this key.</exception>
    public Term Number(string key, NumberTerms terms) => terms.Of(Find(numbers, key), AddressOf(key));

    /// <summary>A rate, or rate over time, per step.</summary>
    /// <exception cref="KeyNotFoundException">The noun has no rate with this key.</exception>
    public Term PerStep(string key, NumberTerms terms) => terms.PerStep(Find(listed.Paths, key), AddressOf(key));

    /// <summary>The value of a number before it becomes a term, for its bounds.</summary>
    /// <exception cref="KeyNotFoundException">The noun has no number with this key.</exception>
    public Uncertain Value(string key) => Find(numbers, key);

    /// <summary>The address of a draw.</summary>
    public string AddressOf(string key) => $"{address}/{key}";

    private T Find<T>(Dictionary<string, T> known, string key)
    {
        asked.Add(key);
        return known.TryGetValue(key, out var found) ? found : throw Unknown(key, known.Keys);
    }

    private KeyNotFoundException Unknown(string key, IEnumerable<string> known) =>
        new($"\"{address}\" has no number \"{key}\"; its shape gives it {string.Join(", ", known)}.");
}
