namespace Supply.Files;

/// <summary>
/// One property of a noun. All that reads, writes, describes, checks or lists files and scenarios takes its names from here.
/// </summary>
/// <param name="Name">Its name in a file.</param>
internal sealed record Property(string Name)
{
    /// <summary>
    /// Its part of the address of a draw; <c>{0}</c> stands for what the objects around it have contributed. Empty: it adds nothing.
    /// Default: its name behind theirs.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// Its name in messages and lists; <c>{0}</c> stands for the words of the object around it. Empty: it adds nothing. Default: its name
    /// in words, then <c>of</c> and theirs.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>True if its words stand without those of the object around it. Default false.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Its meaning, for descriptions of the file, where no documentation of a noun gives it. Default null.</summary>
    public string? Meaning { get; init; }

    public static implicit operator Property(string name) => new(name);
}

/// <summary>Names of properties that are more than their words.</summary>
internal static class PropertyNames
{
    /// <summary>A property with words or a key of its own.</summary>
    public static Property As(this string name, string? words = null, string? key = null, string? meaning = null) =>
        new(name) { Words = words, Key = key, Meaning = meaning };

    /// <summary>A property that adds nothing to words and key: what lies in it seems to lie in the object around it.</summary>
    public static Property Inline(this string name, string? meaning = null) => new(name) { Words = "", Key = "", Meaning = meaning };
}

/// <summary>How the items of a list are told apart.</summary>
/// <param name="Label">Name of the item at an index: a calibre, a good, a date; also its part of the address of a draw.</param>
internal sealed record Each<T>(Func<T, int, string> Label)
{
    /// <summary>Name of an item in messages; {0} are the words of the list, {1} is its label. Default "{0} of {1}".</summary>
    public string Words { get; init; } = "{0} of {1}";

    /// <summary>Name of the item at an index in the address of a draw, if it is not the label. Default null: the label.</summary>
    public Func<T, int, string>? Key { get; init; }

    /// <summary>True if the label of an item names a part whose key, not its name, is in the address of a draw. Default false.</summary>
    public bool ByPartKey { get; init; }

    /// <summary>
    /// Several items of one label, of which there may be one, and how to mend it; {1} is the label: "offers of {1}; it may have one. Add
    /// them up." Null: they may have one label. Default null.
    /// </summary>
    public string? Unique { get; init; }
}

/// <summary>Where a value stands: in words, and in the address of its draw.</summary>
/// <param name="Words">Its words, empty for a noun itself.</param>
/// <param name="Key">Its address below the noun, empty for a noun itself.</param>
internal readonly record struct Spot(string Words, string Key)
{
    public static Spot Top { get; } = new("", "");

    /// <summary>A property of what stands here.</summary>
    public Spot Of(Property property) => new(
        property.StandsAlone ? property.Words ?? PropertyWords.Of(property.Name)
            : property.Words is "" ? Words
            : property.Words is { } words && words.Contains("{0}", StringComparison.Ordinal)
                ? words.Replace("{0}", Words, StringComparison.Ordinal)
            : Words.Length == 0 ? property.Words ?? PropertyWords.Of(property.Name)
            : $"{property.Words ?? PropertyWords.Of(property.Name)} of {Words}",
        property.Key switch
        {
            "" => Key,
            null => Joined(Key, property.Name),
            var key when key.EndsWith("/{0}", StringComparison.Ordinal) => Joined(key[..^4], Key),
            var key => Joined(Key, key),
        });

    /// <summary>An item of the list that stands here.</summary>
    public Spot Item<T>(Each<T>? each, T item, int index, Func<string, string> keyOfPart)
    {
        if (each is null) return new($"{Words} {index + 1}", Joined(Key, PropertyWords.Number(index)));
        var label = each.Label(item, index);
        var key = each.Key is { } made ? made(item, index) : each.ByPartKey ? keyOfPart(label) : label;
        var words = Words.Length == 0 ? each.Words.Replace("{0} of ", "", StringComparison.Ordinal) : each.Words;
        return new(words.Replace("{0}", Words, StringComparison.Ordinal).Replace("{1}", label, StringComparison.Ordinal), Joined(Key, key));
    }

    private static string Joined(string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : $"{first}/{second}";
}
