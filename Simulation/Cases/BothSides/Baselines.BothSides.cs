namespace Supply;

public static partial class Baselines
{
    /// <summary>
    /// <see cref="Russia2022"/> and <see cref="Ukraine2022"/> in one scenario over the same days, so that the fire ratio is an outcome.
    /// Each side is as in its own case: the record does not say how far one side's wish follows the other's fire, so neither answers. A
    /// <see cref="Response"/> of a consumer adds that.
    /// </summary>
    public static Scenario BothSides => field ??= Russia2022 with
    {
        Name = "Both sides 2022",
        Rows = null,
        Networks = [.. Russia2022.Networks, .. Ukraine2022.Networks],
        Changes = [.. Russia2022.Changes, .. Ukraine2022.Changes],
    };
}
