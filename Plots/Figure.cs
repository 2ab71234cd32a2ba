using Supply.Plots.Files;
using Supply.Plots.Pens;

namespace Supply.Plots;

/// <summary>A picture as immutable data: what to show and how to name it, independent of how it is drawn.</summary>
/// <param name="Title">The message of the picture, in one sentence; required. Long titles wrap.</param>
/// <param name="Panels">The panels, row by row from the top left; at least one.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Figure(string Title, IReadOnlyList<Panel> Panels) : IShown
{
    /// <summary>The panels, row by row from the top left; at least one.</summary>
    public IReadOnlyList<Panel> Panels { get; init; } = CopiedList.Of(Panels, nameof(Panels));

    /// <summary>A line under the title: what is shown, for whom, how many runs. Default: none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The line at the foot: data, model version, window. Default: none.</summary>
    public string Source { get; init; } = "";

    /// <summary>A description for readers who cannot see the picture. Default: title, panels and axes in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Width in pixels, 240..4000. Default 760, meant for a page 17 cm wide; 400 suits a column of 8.5 cm.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Height in pixels, at most 8000. Default null: as high as the title, the panels and the source need.</summary>
    public int? Height { get; init; }

    /// <summary>Panels side by side, 1..6. Default null: as many as the width holds.</summary>
    public int? Columns { get; init; }

    /// <summary>The place of the names of the series. Default <see cref="LegendPlace.Auto"/>.</summary>
    public LegendPlace Legend { get; init; }

    /// <summary>Checks the whole figure; whatever draws it calls this first.</summary>
    /// <exception cref="ArgumentException">Lists every problem with its place, value and limit.</exception>
    /// <exception cref="NothingToDrawException">The only problem is that no value of any panel is defined.</exception>
    public void Validate() => FigureProblems.Throw(this);

    /// <summary>The figure as an SVG document; the same figure always gives the same text.</summary>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    public string ToSvg() => SvgDocument.Of(this);

    /// <summary>
    /// The figure as an HTML element with its description for readers who cannot see it; the picture in it is SVG, needs no other file and
    /// can be in a page as often as one likes.
    /// </summary>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    public string ToHtml() => HtmlFigure.Of(this);

    /// <summary>The figure as a PNG picture; the same figure gives the same bytes wherever the same version draws it.</summary>
    /// <param name="scale">Pixels of the picture for each pixel of the figure, above 0 and up to 8.</param>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    public byte[] ToPng(double scale = 2) => ToScottPlot().ToPng(scale);

    /// <summary>The figure as a page of ScottPlot, to add to and to restyle; each call gives a page of its own.</summary>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    public ScottPage ToScottPlot() => new(this);

    /// <summary>
    /// Writes the figure in the format of the file name's ending, .svg, .png, .jpg, .jpeg or .webp, and creates missing folders; an
    /// existing file is replaced. Pictures of pixels have two of them for each pixel of the figure.
    /// </summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="ArgumentException">
    /// The ending is another one, or the figure is not valid; lists every problem. Nothing is written.
    /// </exception>
    public void Save(string path) => FigureFile.Save(this, path);

    /// <summary>Writes the figure as a PNG picture and creates missing folders; an existing file is replaced.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="scale">Pixels of the picture for each pixel of the figure, above 0 and up to 8.</param>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem. Nothing is written.</exception>
    public void SavePng(string path, double scale = 2) => FigureFile.Write(path, ToPng(scale));

    string IShown.ToPlainText() => Title;
}
