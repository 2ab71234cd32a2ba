namespace Supply;

/// <summary>The events of a step in their order, with what is known before the first step and after the last.</summary>
public enum StepEvent
{
    /// <summary>The numbers that are constant within a replication, and the states that do not start at 0.</summary>
    BeforeFirstStep,

    /// <summary>Dated changes take effect.</summary>
    Changes,

    /// <summary>Rounds under way arrive.</summary>
    Arrivals,

    /// <summary>Lines produce, works refurbish, suppliers produce and are paid.</summary>
    Making,

    /// <summary>Depots are struck, guns are lost.</summary>
    Strikes,

    /// <summary>Orders, and dispatch by routes.</summary>
    Dispatch,

    /// <summary>The requirements of consumers.</summary>
    Requirement,

    /// <summary>The fire that rationing and guns allow.</summary>
    Rationing,

    /// <summary>Consumers fire.</summary>
    Expenditure,

    /// <summary>The new values of states, and what is recorded.</summary>
    Recording,

    /// <summary>The books, which must balance to 0.</summary>
    AfterLastStep,
}
