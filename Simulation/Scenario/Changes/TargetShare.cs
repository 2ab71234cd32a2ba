namespace Supply;

/// <summary>
/// The lever: orders placed with one origin are set so that it makes up a share of planned supply, for each calibre it
/// offers. While several of one origin act, the one that began last counts; shares of several origins are shares of one supply, and must
/// sum to less than 1. While the announced deal of the supplier is not in force, the share asks for nothing and cuts nobody.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">When it begins.</param>
/// <param name="Share">Target share of planned supply, 0..1; below 1 if added.</param>
/// <param name="Meaning">The effect on the other sources.</param>
public sealed record TargetShare(Origin Origin, Moment From, Fraction Share, ShareMeaning Meaning) : Change(From);
