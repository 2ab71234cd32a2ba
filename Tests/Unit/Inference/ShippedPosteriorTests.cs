using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public class ShippedPosteriorTests
{
    /// <summary>A study takes the effect of noise from the file; here it is found again.</summary>
    [Fact]
    public void File_IsOfTheCase_NoiseIncluded()
    {
        var shipped = Supply.Cases.Russia2022.Posterior;
        var found = Posterior.Load(
            Path.Combine(House.Scripts.Root, "Simulation", "Cases", "Russia2022", "russia-2022.posterior"), shipped.Calibration);
        found.Target.Noise.ShouldBe(shipped.Target.Noise);
        found.Provenance.ShouldBe(shipped.Provenance);
        found.Count.ShouldBe(shipped.Count);
    }

    [Fact]
    public void FailedLoad_IsTriedAgain()
    {
        var loads = 0;
        var shipped = new ShippedPosterior("russia-2022.posterior", () =>
        {
            loads++;
            throw new IOException("a library is missing");
        });
        Should.Throw<IOException>(() => shipped.Posterior);
        Should.Throw<IOException>(() => shipped.Posterior);
        loads.ShouldBe(2);
    }
}
