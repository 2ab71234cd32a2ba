using Supply.Compilation;

namespace Supply.Equations;

/// <summary>When an announced deal becomes orders.</summary>
internal static class AnnouncementEquations
{
    /// <summary>1 from the first step on or after announcement and slip, if the deal begins at all; else 0. 1 without an announcement.</summary>
    public static Term Begun(Supplier supplier, Side side)
    {
        var b = side.Builder;
        if (supplier.Announced is not { } announced) return b.One;
        var slip = side.Numbers.Of(announced.Slip.Value, side.Address(supplier, "announced/slip"));
        var start = b.Add(b.Constant(side.Horizon.DaysTo(announced.On)), slip);
        var now = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => step * side.Horizon.StepDays)]);
        var begun = b.Multiply(b.Rest(b.Less(now, start)), Happens(supplier, announced, side));
        begun.Label ??= side.Label("begun", supplier.Name);
        return begun;
    }

    private static Term Happens(Supplier supplier, Announcement announced, Side side)
    {
        var b = side.Builder;
        if (announced.Probability.Value is ExactlyValue { Value: 1 }) return b.One;
        var probability = side.Numbers.Of(announced.Probability.Value, side.Address(supplier, "announced/probability"));
        var address = side.Address(supplier, "announced/happens");
        return b.Less(b.Parameter(address, address, new(0, 1), uniform => uniform), probability);
    }
}
