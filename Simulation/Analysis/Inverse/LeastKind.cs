namespace Supply.Analysis;

/// <summary>How the question for the least setting was answered in one replication.</summary>
public enum LeastKind
{
    /// <summary>There is a least setting.</summary>
    Found,

    /// <summary>The goal holds at the setting that helps least.</summary>
    AlreadyMet,

    /// <summary>The goal holds at none of the settings that were tried.</summary>
    None,

    /// <summary>The goal holds at a setting and not at a larger one: the setting given is the first at which it holds.</summary>
    NotMonotone,

    /// <summary>The rounds fired are undefined, or the replication failed.</summary>
    Undefined,
}
