using System.Text.RegularExpressions;

namespace Supply.Tests.Laws;

/// <summary>A generated scenario and the number it was generated from. Its text is the whole description.</summary>
public sealed record Sample(int Number, Scenario Scenario)
{
    public Network Network => Scenario.Networks[0];

    /// <summary>Everything the suppliers send is planned, so that shares of the plan can be set.</summary>
    public bool IsPlanned => Parts<Supplier>().All(one => one.Offers[0].Orders is not null);

    public IEnumerable<T> Parts<T>() where T : Part => Network.Parts.OfType<T>();

    /// <summary>This sample with another network.</summary>
    public Sample With(Network network) => this with { Scenario = Scenario with { Networks = [network] } };

    /// <summary>The sample with one change left out, for finding a smaller one that fails as well.</summary>
    public IEnumerable<Sample> Smaller() => Scenario.Changes.Select(change => this with
    {
        Scenario = Scenario with { Changes = Items.From(Scenario.Changes.Where(other => !ReferenceEquals(other, change))) },
    });

    public override string ToString() => Regex.Replace(
        $"sample {Number}: {Scenario.Horizon.Steps} steps of {Scenario.Horizon.StepDays} days\n  "
        + string.Join("\n  ", Network.Parts.Cast<object>().Concat(Scenario.Changes)),
        @"(?<=[{ ])(Name = , |Key = [^,}]*, |Source = , |Factors = \[\], )", "");
}
