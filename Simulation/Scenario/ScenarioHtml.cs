using System.Globalization;

namespace Supply;

/// <summary>A scenario on a page: its changes in view, its parts behind a fold for each side.</summary>
internal static class ScenarioHtml
{
    private const int MostChanges = 50;
    private const int MostParts = 200;

    public static string Of(Scenario scenario) =>
        Html.Heading(scenario.Name) + Html.Paragraph(scenario.ToString())
        + (scenario.Changes.Count > 0 ? Html.List(First(scenario.Changes.Select(change => change.ToString()), MostChanges)) : "")
        + string.Concat(scenario.Networks.Select(network => Html.Folded(
            string.Create(CultureInfo.InvariantCulture, $"{network.Name}: {network.Parts.Count} parts"),
            Html.List(First(network.Parts.Select(part => part.ToString()), MostParts / scenario.Networks.Count)))));

    private static string[] First(IEnumerable<string> all, int most)
    {
        string[] texts = [.. all];
        return texts.Length <= most ? texts
            : [.. texts.Take(most), string.Create(CultureInfo.InvariantCulture, $"and {texts.Length - most} more")];
    }
}
