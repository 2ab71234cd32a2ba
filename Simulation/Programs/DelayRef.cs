namespace Supply.Programs;

/// <summary>A delay in whole steps: of one lag per replication, or of a lag for each step, what arrives at once being added up.</summary>
/// <param name="Index">Its place in the program.</param>
/// <param name="Name">Its name in the listing.</param>
/// <param name="Lag">Whole steps, at least 1 and at most <paramref name="MaxLag"/>.</param>
/// <param name="MaxLag">The longest lag that can be drawn.</param>
internal sealed record DelayRef(int Index, string Name, Term Lag, int MaxLag)
{
    /// <summary>Whether the lag is that of what is put in in this step, and differs from step to step.</summary>
    public bool PerShipment { get; init; }

    /// <summary>The value that comes out in this step.</summary>
    public Term Due => Lag.Builder.Delayed(this);

    /// <summary>Puts in what comes out a lag later; once in a step.</summary>
    public void Push(Term value) => Lag.Builder.Push(this, value);
}
