namespace Supply.Programs;

/// <summary>The operation of an instruction on its operands. The scalar engine's loop defines the meaning of each.</summary>
internal enum Op
{
    /// <summary>The same number always.</summary>
    Constant,

    /// <summary>A number for each step, the same in every replication.</summary>
    Table,

    /// <summary>An uncertain number, drawn or given, constant within a replication.</summary>
    Parameter,

    /// <summary>The value of a state when the step begins.</summary>
    State,

    /// <summary>The value of a state after the last step.</summary>
    FinalState,

    /// <summary>The uniform draw at an address, step 0.</summary>
    Uniform,

    /// <summary>The standard normal draw at an address for this step.</summary>
    Normal,

    /// <summary>
    /// The value put into a delay a lag ago, or all that arrives now if each step has its own lag; 0 before the first arrival.
    /// </summary>
    Delayed,

    /// <summary>A point of a path, or a straight line between two, by the step.</summary>
    Lookup,

    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,

    /// <summary>1 if the first is below the second, else 0.</summary>
    Less,

    /// <summary>The second if the first is not 0, else the third; both are evaluated.</summary>
    Select,

    Sqrt,
    Exp,
    Log,
    InverseNormal,
    Floor,

    /// <summary>0 for anything below 1e-30, else the value.</summary>
    FlushTiny,

    /// <summary>The quantile of a distribution of its own at a standard normal number.</summary>
    Quantile,
}
