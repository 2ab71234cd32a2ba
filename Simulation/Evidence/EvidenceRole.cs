namespace Supply.Evidence;

/// <summary>How the baseline uses a published figure.</summary>
public enum EvidenceRole
{
    /// <summary>The baseline cites or names the row, so agreement proves nothing; disagreement shows which inputs overrule it.</summary>
    Input,

    /// <summary>The baseline has not used it; agreement is evidence.</summary>
    HeldOut,
}
