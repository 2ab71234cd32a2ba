namespace Supply;

/// <summary>A distribution from which an amount is drawn in each step.</summary>
/// <param name="Name">Its quantile function in expressions, for example <c>quantile 2</c>, of a standard normal draw.</param>
/// <param name="Of">The distribution.</param>
public sealed record ExplanationQuantile(string Name, StepDraw Of)
{
    /// <summary>For people, for example <c>quantile 2 = Poisson with mean 4</c>.</summary>
    public override string ToString() => $"{Name} = {Of}";
}
