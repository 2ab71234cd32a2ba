namespace Supply;

/// <summary>The engine that runs the steps of an ensemble. All engines give the same bits.</summary>
public enum Engine
{
    /// <summary>
    /// The block engine for small ensembles; for larger ones the kernel engine takes over as soon as its machine code is ready. Where a
    /// process may not generate code, the block engine runs everything.
    /// </summary>
    Auto,

    /// <summary>Applies each operation to a block of replications at a time; starts at once.</summary>
    Block,

    /// <summary>Machine code made for the scenario; takes about a tenth of a second to make, then runs about twice as fast.</summary>
    Kernel,
}
