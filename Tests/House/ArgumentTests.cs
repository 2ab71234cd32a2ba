namespace Supply.Tests.House;

/// <summary>Numbers that are typed wrong are told in the words of whoever typed them.</summary>
[Collection(nameof(Scripts))]
public class ArgumentTests
{
    [Fact]
    public void NumbersOutsideTheirLimits_AreAllNamed()
    {
        var (exitCode, output, error) = Scripts.Run("Scenarios/both-sides.cs", "--answer", "x", "--dprk-effect", "-1");
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe("--answer is \"x\"; it must be a number in 0..1.\n--dprk-effect is \"-1\"; it must be a number in 0..1000.\n");
        var (_, help, _) = Scripts.Run("Scenarios/both-sides.cs", "--help");
        string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(
            "When deliveries stop or are halved (YYYY-MM-DD; from that day on)");
    }

    /// <summary>Four tenths of a percent are typed, and are not none.</summary>
    [Fact]
    public void SmallChance_IsToldAsItWasTyped()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/replacement.cs", "--short", "--replications", "5", "--china-chance", "0.4",
            "--tables", "--out", folder["a"]);
        exitCode.ShouldBe(0, error);
        output.ReplaceLineEndings(" ").ShouldContain("China begins with 0.4 % probability");
    }
}
