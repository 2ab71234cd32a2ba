namespace Supply.Programs;

/// <summary>A number that lasts from step to step.</summary>
/// <param name="Index">Its place in the program.</param>
/// <param name="Name">Its name in the listing.</param>
/// <param name="Initial">Its value before step 0, a constant or known at set-up.</param>
internal sealed record StateRef(int Index, string Name, Term Initial)
{
    private ProgramBuilder Builder => Initial.Builder;

    /// <summary>Its value at this point of the step.</summary>
    public Term Now
    {
        get => Builder.Read(this);
        set => Builder.Set(this, value);
    }

    /// <summary>Its value after the last step.</summary>
    public Term AtEnd => Builder.AtEnd(this);
}
