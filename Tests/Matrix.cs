using System.Runtime.Intrinsics;
using Supply.Engines.Kernels;

namespace Supply.Tests;

/// <summary>
/// How much of the matrix of equal-bits checks the tests cover: engines, block widths, threads and generated networks. By default a part
/// that every change can wait for; everything with SUPPLY_TESTS=full, which <c>.ci/full</c> sets. The tests are the same ones. The width
/// of vectors belongs to the process: .NET reads DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0 when it
/// starts, so another width needs another run of the tests.
/// </summary>
internal static class Matrix
{
    public const string Setting = "SUPPLY_TESTS";

    private const string Full = "full";

    public static bool IsFull { get; } = Read(Environment.GetEnvironmentVariable(Setting));

    /// <summary>
    /// Widths around whole vectors and pairs of them; in full every width to beyond a default block, then odd and large ones.
    /// </summary>
    public static IReadOnlyList<int> BlockWidths { get; } = IsFull
        ? [.. Enumerable.Range(1, 130), 131, 257, 1000]
        : [2, 3, 7, 8, 9, 16, 33, 64, 127, 128, 130];

    /// <summary>
    /// Enough replications to fill a block of a width with some left over; the same for most widths, which share a reference.
    /// </summary>
    public static int Replications(int blockWidth) => blockWidth < Few ? Few : Many;

    /// <summary>Replications for block widths below it.</summary>
    public const int Few = 131;

    private const int Many = 1001;

    public static IReadOnlyList<int> Threads { get; } = [1, 2, 8];

    /// <summary>All engines; a process without vectors refuses the kernel engine, which a separate test checks.</summary>
    public static IReadOnlyList<Engine> Engines { get; } = KernelCompiler.IsSupported ? [Engine.Auto, Engine.Block, Engine.Kernel]
        : [Engine.Auto, Engine.Block];

    /// <summary>Groups of eight replications in a kernel: as many as it may choose itself.</summary>
    public static IReadOnlyList<int> KernelGroups { get; } = IsFull ? [1, 2, 3, 4, 5, 6] : [1, 2, 3];

    /// <summary>Bits in the vectors of this process, 0 for none.</summary>
    public static int VectorBits { get; } =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>How many cases of a kind to take.</summary>
    public static int Cases(int reduced, int full) => IsFull ? full : reduced;

    /// <summary>The most bits that the environment leaves to vectors.</summary>
    public static int AllowedVectorBits { get; } = Off("EnableHWIntrinsic") ? 0 : Off("EnableAVX2") ? 128 : Off("EnableAVX512") ? 256 : 512;

    private static bool Off(string knob) => Environment.GetEnvironmentVariable("DOTNET_" + knob) == "0";

    private static bool Read(string? value) => value switch
    {
        null or "" => false,
        Full => true,
        _ => throw new InvalidOperationException($"{Setting} is \"{value}\"; it must be \"{Full}\", or not be set."),
    };
}
