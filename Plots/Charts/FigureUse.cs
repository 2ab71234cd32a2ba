namespace Supply.Plots;

/// <summary>How a published figure relates to the model.</summary>
public enum FigureUse
{
    /// <summary>The model was given it, so agreement proves nothing.</summary>
    Input,

    /// <summary>The model has not seen it; agreement is evidence.</summary>
    HeldOut,
}
