namespace Supply.Plots;

/// <summary>A picture as immutable data: what to show and how to name it, independent of how it is drawn.</summary>
/// <param name="Title">The message of the picture, in one sentence; required. Long titles wrap.</param>
/// <param name="Panels">The panels, row by row from the top left; at least one.</param>
public sealed record Figure(string Title, IReadOnlyList<Panel> Panels)
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

    /// <summary>Checks the whole figure; a renderer calls it before it draws.</summary>
    /// <exception cref="ArgumentException">Lists every problem with its place, value and limit.</exception>
    /// <exception cref="NothingToDrawException">The only problem is that no value of any panel is defined.</exception>
    public void Validate() => FigureProblems.Throw(this);

    /// <summary>The figure as an SVG document; the same figure always gives the same text.</summary>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem.</exception>
    public string ToSvg() => new SvgRenderer().Render(this);

    /// <summary>Writes the figure as UTF-8 text and creates missing folders; an existing file is replaced.</summary>
    /// <param name="path">The file to write, by convention ending in <c>.svg</c>.</param>
    /// <param name="renderer">How to draw. Default: <see cref="SvgRenderer"/>.</param>
    /// <exception cref="ArgumentException">The figure is not valid; lists every problem. Nothing is written.</exception>
    public void Save(string path, IFigureRenderer? renderer = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var text = (renderer ?? new SvgRenderer()).Render(this);
        WholeFile.Write(path, text);
    }
}
