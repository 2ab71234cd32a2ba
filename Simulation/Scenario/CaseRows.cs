namespace Supply;

/// <summary>
/// The rows that published claims leave of the uncertain numbers of a case; a scenario that is derived from the case carries it along.
/// Stages behind the engines know what is in it.
/// </summary>
internal abstract class CaseRows;
