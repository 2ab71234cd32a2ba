namespace Supply.Analysis;

/// <summary>The rules that designs of all kinds share.</summary>
internal static class DesignChecks
{
    public const int MostPoints = 1 << 24;

    public static void Inputs(Items<SensitivityInput> inputs, int most, List<string> faults)
    {
        if (inputs.Count == 0) faults.Add("There are no inputs; at least 1 is needed.");
        int[] members = [.. inputs.SelectMany(input => input.Members)];
        foreach (var twice in members.GroupBy(one => one).Where(group => group.Count() > 1))
        {
            faults.Add($"Dimension {twice.Key} belongs to {twice.Count()} inputs; it must belong to one.");
        }

        foreach (var empty in inputs.Where(input => input.Members.Count == 0)) faults.Add($"\"{empty.Name}\" has no members.");
        foreach (var name in inputs.GroupBy(input => input.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            faults.Add($"Two inputs are named \"{name}\".");
        }

        if (members.Length > 0 && (members.Min() < 0 || members.Max() >= members.Length))
        {
            faults.Add($"Members lie in {members.Min()}..{members.Max()}; with {members.Length} dimensions they must be "
                + $"0..{members.Length - 1}.");
        }

        if (members.Length > most) faults.Add($"There are {members.Length} dimensions; a design has at most {most}.");
    }

    /// <summary>Inputs named after their numbers, one dimension each.</summary>
    public static Items<SensitivityInput> Numbered(int count) =>
        Items.From(Enumerable.Range(0, Math.Max(0, count)).Select(i => new SensitivityInput($"x{i + 1}", [i], [])));
}
