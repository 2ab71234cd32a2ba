namespace Supply.Plots;

/// <summary>A figure somebody published. A value, a range, or one end of a range: Low alone is "at least", High alone "at most".</summary>
/// <param name="Id">Its row in the record, for example "E094".</param>
/// <param name="From">The first day it covers.</param>
/// <param name="To">The last day it covers, not before <paramref name="From"/>.</param>
/// <param name="Use">How it relates to the model.</param>
public sealed record PublishedFigure(string Id, DateOnly From, DateOnly To, FigureUse Use)
{
    /// <summary>The value, in the unit of the figure's vertical axis. Default null: a range or bound only.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the range. Default null.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range. Default null.</summary>
    public double? High { get; init; }
}
