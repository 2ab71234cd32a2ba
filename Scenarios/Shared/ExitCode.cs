/// <summary>How a script ends; docs/running.md has the same table.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Mistake = 2;

    public const int Disk = 74;

    public const int ToBeContinued = 75;

    public const int HungUp = 129;

    public const int Interrupted = 130;

    public const int Terminated = 143;
}
