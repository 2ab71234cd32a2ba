using System.Collections;
using System.Runtime.CompilerServices;

namespace Supply;

/// <summary>
/// An immutable list that compares by its contents, so that descriptions built from it compare by value.
/// Written with a collection expression: <c>[first, second]</c>.
/// </summary>
/// <typeparam name="T">The type of an item; its own equality decides.</typeparam>
[CollectionBuilder(typeof(Items), nameof(Items.Of))]
public sealed class Items<T> : IReadOnlyList<T>, IEquatable<Items<T>>
{
    private readonly T[] items;

    internal Items(T[] items) => this.items = items;

    /// <summary>The empty list.</summary>
    public static Items<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>A new list with <paramref name="more"/> after the items of this one.</summary>
    public Items<T> Add(params ReadOnlySpan<T> more) => new([.. items, .. more]);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>True if both lists hold equal items in the same order.</summary>
    public bool Equals(Items<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items in square brackets, for messages.</summary>
    public override string ToString() => "[" + string.Join(", ", items) + "]";
}

/// <summary>Makes <see cref="Items{T}"/>.</summary>
public static class Items
{
    /// <summary>The list of the given items; the compiler calls it for a collection expression.</summary>
    public static Items<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? Items<T>.Empty : new(items.ToArray());

    /// <summary>The list of the items of a sequence.</summary>
    public static Items<T> From<T>(IEnumerable<T> items) => new([.. items]);
}
