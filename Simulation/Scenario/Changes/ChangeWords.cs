using Supply.Files;

namespace Supply;

/// <summary>Changes in the analyst's words.</summary>
internal static class ChangeWords
{
    /// <summary>The kind, what it acts on and when it begins: <c>depot strike on "Rear depots" from 2025-06-01</c>.</summary>
    public static string Of(Change change) => $"{KindOf(change)}{Aim(change)} from {change.From}";

    /// <summary>The kind alone: <c>depot strike</c>.</summary>
    public static string KindOf(Change change) => ChangeShapes.KindOf(change).Words;

    private static string Aim(Change change) => $" {ChangeShapes.KindOf(change).Aim} {ChangeTarget.Change(change)}";
}
