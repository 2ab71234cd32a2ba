namespace Supply;

/// <summary>What runs the steps of an ensemble. The results have the same bits whichever it is.</summary>
public enum Engine
{
    /// <summary>
    /// The block engine for small ensembles; for larger ones the kernel engine takes over from it as soon as its machine code
    /// is made. Where a process may not make code, the block engine runs all.
    /// </summary>
    Auto,

    /// <summary>Each operation over a block of replications at a time; begins at once.</summary>
    Block,

    /// <summary>Machine code made for the scenario; takes about a tenth of a second to make, then runs about twice as fast.</summary>
    Kernel,
}
