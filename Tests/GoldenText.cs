using System.Runtime.CompilerServices;

namespace Supply.Tests;

/// <summary>Texts kept next to the tests. They are written only with UPDATE_GOLDEN=1 in the environment.</summary>
internal static class GoldenText
{
    /// <summary>The folder of the tests' sources.</summary>
    public static string Root { get; } = Folder();

    /// <summary>Whether kept texts are written again instead of compared.</summary>
    public static bool IsRenewed { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void ShouldMatch(string relativePath, string actual)
    {
        var path = Path.Combine(Root, relativePath);
        if (IsRenewed) File.WriteAllText(path, actual);
        File.Exists(path).ShouldBeTrue($"{relativePath} is missing; UPDATE_GOLDEN=1 writes it.");
        actual.ShouldBe(File.ReadAllText(path), relativePath);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
