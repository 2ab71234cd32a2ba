using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>The sampler as a test calls it: it ends when the test run is cancelled.</summary>
internal static class SamplerCalls
{
    public static ParticleSet Sampled(this SequentialMonteCarlo sampler, Target target, string? checkpoint = null) =>
        sampler.Sample(target, null, checkpoint, TestContext.Current.CancellationToken);

    public static ParticleSet Bridged(this SequentialMonteCarlo sampler, ParticleSet from, Target target) =>
        sampler.Bridge(from, target, null, null, TestContext.Current.CancellationToken);
}
