using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public class ShippedPosteriorTests
{
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
