namespace Supply.Programs;

/// <summary>When a term can be known: the latest of its operands decides.</summary>
internal enum Timing
{
    /// <summary>At compile time.</summary>
    Constant,

    /// <summary>At compile time, a value for each step.</summary>
    Table,

    /// <summary>Once per replication, before the parameters are fixed.</summary>
    Prior,

    /// <summary>Once per replication, from the parameters.</summary>
    Setup,

    /// <summary>From step to step, but from tables and what is known at set-up alone: computed in the steps in which it changes.</summary>
    Planned,

    /// <summary>In each step.</summary>
    Step,

    /// <summary>Once per replication, after the last step.</summary>
    Final,
}
