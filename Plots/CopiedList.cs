namespace Supply.Plots;

/// <summary>Copies a caller's list, so that a figure cannot change after it was made.</summary>
internal static class CopiedList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? values, string name) =>
        values is null ? throw new ArgumentNullException(name) : [.. values];
}
