namespace Supply;

/// <summary>
/// Takes the values of each replication of a study that runs into a folder, part by part, for other programs to read; see
/// <see cref="Ensemble.Into"/>.
/// </summary>
public interface IPartSink
{
    /// <summary>Whether a part has been written whole.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="part">The name of the part.</param>
    bool Has(string folder, string part);

    /// <summary>The names of the parts that have been written.</summary>
    /// <param name="folder">The folder of the study.</param>
    IEnumerable<string> Parts(string folder);

    /// <summary>Removes a part that the study does without since it has grown, or was run again in other pieces.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="part">The name of the part.</param>
    void Remove(string folder, string part);

    /// <summary>Writes a part, whole or not at all.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="part">The name of the part.</param>
    /// <param name="rows">Its scalars in each replication; series and distributions are those of the study, and not there.</param>
    void Write(string folder, string part, Study rows);
}
