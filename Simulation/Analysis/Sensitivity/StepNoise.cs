namespace Supply.Analysis;

/// <summary>How a design treats what chance decides from step to step.</summary>
public enum StepNoise
{
    /// <summary>It is an input of its own, named <c>chance from step to step</c>.</summary>
    Input,

    /// <summary>It is the same in all runs: that of the first replication of the seed.</summary>
    Common,
}
