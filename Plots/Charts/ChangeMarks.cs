namespace Supply.Plots;

/// <summary>A moment at which changes begin, and their names in a few words.</summary>
internal sealed record ChangeMark(Moment At, string Label);

/// <summary>Dated changes as marks. Every line has a name, or is counted in the name of the first of its kind.</summary>
internal static class ChangeMarks
{
    /// <summary>The marks in the order of the changes.</summary>
    public static IReadOnlyList<ChangeMark> Of(IEnumerable<Change> changes)
    {
        var marks = changes.GroupBy(change => change.From)
            .Select(mark => (At: mark.Key, Labels: mark.GroupBy(change => change.GetType()).Select(kind => Labels([.. kind])).ToArray()))
            .ToArray();
        var times = marks.SelectMany(mark => mark.Labels).CountBy(label => label).ToDictionary();
        var named = new HashSet<string>();
        return [.. marks.Select(mark => new ChangeMark(mark.At, string.Join("; ", mark.Labels.Where(named.Add)
            .Select(label => times[label] == 1 ? label : FormattableString.Invariant($"{label}, {times[label]} times")))))];
    }

    /// <summary>Changes of one kind on one day: their names up to two, else how many there are.</summary>
    private static string Labels(Change[] changes)
    {
        string[] labels = [.. changes.Select(Label).Distinct()];
        return labels.Length <= 2 ? string.Join(", ", labels) : changes[0] switch
        {
            Interdiction => $"{labels.Length} routes reduced",
            InputSanction => $"Sanctions on {labels.Length} inputs",
            CapacityChange { Onset: not null } => $"{labels.Length} lines ramp up",
            CapacityChange => $"Capacity of {labels.Length} lines",
            StrikeHazard => $"Strikes on {labels.Length} depots may come",
            DepotStrike => $"Strikes on {labels.Length} depots",
            _ => $"{labels[0]}, and {labels.Length - 1} of the kind",
        };
    }

    private static string Label(Change change) => change switch
    {
        ExportLimit { Limit.Value: var value } limit when value == Uncertain.Exactly(0) => $"{limit.Origin} deliveries stop",
        TargetShare target => $"{target.Origin} target share",
        Interdiction interdiction => $"{interdiction.Route} reduced",
        DepotStrike strike => $"Strike on {strike.Stockpile}",
        CapacityChange { Onset: not null } ramp => $"{ramp.Part} ramps up",
        CapacityChange capacity => $"{capacity.Part} capacity",
        OrderChange order => $"Orders from {order.Origin} change",
        OrderRate order => $"{order.Origin} orders set",
        RequiredRate required => $"{required.Consumer} requirement set",
        RequirementChange => "Requirement changes",
        SailingChange sailings => $"Calls of {sailings.Route}",
        StrikeHazard hazard => $"Strikes on {hazard.Stockpile} may come",
        DemandChange demand => $"{demand.Mechanism} changes",
        // Words of the change itself; its date is where the line stands.
        _ => StudyFigures.Capital(change.ToString()).Replace($" from {change.From}", "", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal),
    };
}
