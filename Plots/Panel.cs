using Supply.Plots.Scott;

namespace Supply.Plots;

/// <summary>One pair of axes with the layers drawn on it.</summary>
/// <param name="X">The horizontal axis: dates, numbers or categories.</param>
/// <param name="Y">The vertical axis: always numbers.</param>
/// <param name="Layers">The layers, the first at the back; at least one.</param>
public sealed record Panel(Axis X, Axis Y, IReadOnlyList<Layer> Layers)
{
    /// <summary>The layers, the first at the back; at least one.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = CopiedList.Of(Layers, nameof(Layers));

    /// <summary>The panel's own title. Default: none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Marks and shades behind the layers. Default: none.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init => field = CopiedList.Of(value, nameof(Annotations)); } = [];

    /// <summary>
    /// The panel as a plot of ScottPlot by itself, with title, axes and legend, for a control on a desktop. A date is at its day number,
    /// see <see cref="Axis.At"/>, and a value on a logarithmic axis at its power of ten; ticks follow when the view moves.
    /// </summary>
    /// <exception cref="ArgumentException">The panel is not valid; lists every problem.</exception>
    public ScottPlot.Plot ToPlot() => PlainPlot.Of(this);
}
