using System.Text.RegularExpressions;
using Supply.Plots;
using Supply.Tests.Engines;

namespace Supply.Tests.House;

/// <summary>Readers of figures and messages meet words for every kind of change and part, never the name of a C# type.</summary>
public partial class NobodyForgottenWordsTests
{
    private static readonly (Change Change, string Label)[] labels = [.. RichFamily.Scenarios.SelectMany(Labels)];

    public static TheoryData<string> Changes => [.. Kinds.NamesOf(typeof(Change))];

    public static TheoryData<string> Parts => [.. Kinds.NamesOf(typeof(Part))];

    [Theory, MemberData(nameof(Changes))]
    public void Change_HasWordsAboveItsLineInAFigure(string kind)
    {
        var mine = labels.Where(pair => pair.Change.GetType().Name == kind).Select(pair => pair.Label).Distinct().ToArray();
        mine.ShouldNotBeEmpty();
        mine.ShouldAllBe(label => label.Length > 0 && label != kind && !InnerCapital().IsMatch(label));
    }

    /// <summary>A change that begins after the horizon is a problem; its place names the change.</summary>
    [Theory, MemberData(nameof(Changes))]
    public void Change_HasWordsInAMessage(string kind)
    {
        var (scenario, change) = RichFamily.Scenarios.SelectMany(scenario => scenario.Changes, (scenario, change) => (scenario, change))
            .First(pair => pair.change.GetType().Name == kind);
        var late = change with { From = Moment.AtStep(scenario.Horizon.Steps + 9), Until = null };
        var problems = Should.Throw<ScenarioException>(() => (scenario with { Changes = [late] }).Check()).Problems;
        problems.Select(problem => problem.Place).ShouldAllBe(place => place.Length > 0 && !InnerCapital().IsMatch(place));
    }

    /// <summary>A change of the wrong kind of part is a problem; the message says what the part is.</summary>
    [Theory, MemberData(nameof(Parts))]
    public void Part_HasWordsInAMessage(string kind)
    {
        var (scenario, name) = RichFamily.Scenarios.SelectMany(scenario => scenario.Networks, (scenario, network) => (scenario, network))
            .SelectMany(pair => pair.network.Parts, (pair, part) => (pair.scenario, pair.network, part))
            .Where(one => one.part.GetType().Name == kind)
            .Select(one => (one.scenario, $"{one.network.Name}/{one.part.Name}")).First();
        var from = Moment.AtStep(1);
        Change wrong = kind == nameof(Stockpile) ? new RouteClosure(name, from) : new DepotStrike(name, from, Fraction.Of(0.5));
        var problem = Should.Throw<ScenarioException>(() => (scenario with { Changes = [wrong] }).Check()).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldStartWith($"\"{name}\" is ");
        InnerCapital().IsMatch(problem.Message).ShouldBeFalse(problem.Message);
    }

    /// <summary>Each change alone, and the label above the dashed line in a figure that compares it with the bare scenario.</summary>
    private static IEnumerable<(Change, string)> Labels(Scenario scenario)
    {
        var bare = scenario with { Changes = Items<Change>.Empty };
        Scenario[] each = [.. scenario.Changes.Select((change, i) => bare.With($"{i}", change))];
        var study = new Ensemble(1, Record: new Metrics { Every = 1 }.And(Metric.FiredPerDay)).Run([bare, .. each]);
        return each.Select(one => (one.Changes[0], FanChart.Of(study, Metric.FiredPerDay, bare, one).Panels[0].Annotations
            .OfType<VerticalMark>().Single(mark => mark.Style == LineStyle.Dashed).Label));
    }

    [GeneratedRegex(@"\p{Ll}\p{Lu}")]
    private static partial Regex InnerCapital();
}
