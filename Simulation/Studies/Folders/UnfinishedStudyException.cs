namespace Supply;

/// <summary>Parts of a study are missing: nothing is wrong with those that are there, and running the missing ones completes it.</summary>
public sealed class UnfinishedStudyException : Exception
{
    internal UnfinishedStudyException(string message) : base(message) { }
}
