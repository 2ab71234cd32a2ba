using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>When an announced deal becomes orders.</summary>
internal static class AnnouncementEquations
{
    /// <summary>1 from the first step on or after announcement and slip, if the deal happens; else 0. 1 without an announcement.</summary>
    public static Term Begun(Supplier supplier, Side side)
    {
        if (supplier.Announced is not { } announced) return side.One;
        var start = side.Horizon.DaysTo(announced.On) + side.Number(supplier, "announced/slip");
        var now = side.Table(step => step * side.StepDays);
        return (Rest(now < start) * Happens(supplier, announced, side)).Named("begun", supplier);
    }

    private static Term Happens(Supplier supplier, Announcement announced, Side side)
    {
        if (announced.Probability.Value is ExactlyValue { Value: 1 }) return side.One;
        var probability = side.Number(supplier, "announced/probability");
        var address = side.Address(supplier, "announced/happens");
        return side.Builder.Parameter(address, address, new(0, 1), uniform => uniform, announced) < probability;
    }
}
