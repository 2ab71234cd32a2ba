namespace Supply;

/// <summary>
/// What published claims leave of the uncertain numbers of a case, as rows; a scenario that is derived from the case carries it along.
/// Stages behind the engines know what is in it.
/// </summary>
internal abstract class CaseRows;
