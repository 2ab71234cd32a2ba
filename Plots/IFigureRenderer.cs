namespace Supply.Plots;

/// <summary>Turns a figure into text in some picture format; the one seam between figures and drawing libraries.</summary>
public interface IFigureRenderer
{
    /// <summary>
    /// Draws a figure. Implementations call <see cref="Figure.Validate"/> first and give the same text for the same figure.
    /// </summary>
    /// <param name="figure">The figure to draw.</param>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    string Render(Figure figure);
}
