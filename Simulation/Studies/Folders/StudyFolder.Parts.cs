using Supply.Engines;
using Supply.Outputs;
using Supply.Studies;

namespace Supply;

// The files of parts: which there are, which are missing, and what goes to the sink.
public sealed partial class StudyFolder
{
    /// <summary>The replications of a part: whole panels, as evenly as they can be dealt.</summary>
    private (int First, int End) Range(int which, int all)
    {
        var panels = ((long)ensemble.Replications + Recorder.PanelSize - 1) / Recorder.PanelSize;
        int Limit(int k) => (int)Math.Min(panels * k / all * Recorder.PanelSize, ensemble.Replications);
        return (Limit(which - 1), Limit(which));
    }

    /// <summary>A panel that ends with the study has a file of its own, which a larger study does without.</summary>
    private static IEnumerable<(int First, int End)> Units((int First, int End) range)
    {
        var whole = range.End / Recorder.PanelSize * Recorder.PanelSize;
        if (whole > range.First) yield return (range.First, whole);
        if (whole < range.End) yield return (Math.Max(whole, range.First), range.End);
    }

    /// <summary>The replications of a range that no part has.</summary>
    private IEnumerable<(int First, int End)> Holes((int First, int End) range, IEnumerable<PartFile> parts)
    {
        var at = range.First;
        foreach (var one in parts.Where(one => one.Serves(ensemble.Replications) && one.IsIn(range)).OrderBy(one => one.First))
        {
            if (one.First > at) yield return (at, one.First);
            at = Math.Max(at, one.End);
        }

        if (at < range.End) yield return (at, range.End);
    }

    /// <summary>The numbers of the parts in which replications are missing or damaged.</summary>
    private Items<int> WithHoles(int parts, List<PartFile> found)
    {
        PartFile[] whole = [.. found.Where(one => one.Serves(ensemble.Replications) && one.IsWhole())];
        return Items.From(Enumerable.Range(1, parts).Where(part => Holes(Range(part, parts), whole).Any()));
    }

    private string PartPath(int first, int end) => Path.Combine(folder, Parts, PartFile.NameOf(first, end));

    /// <summary>The files of parts, in order, whatever is in them.</summary>
    private string[] Files()
    {
        var path = Path.Combine(folder, Parts);
        return Directory.Exists(path)
            ? [.. Directory.GetFiles(path, "*" + PartFile.Ending).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>The parts of the study; those that cannot be read are left out, because they are run again.</summary>
    private List<PartFile> Found(StudyIdentity identity) =>
        [.. Files().Select(PartFile.TryOpen).OfType<PartFile>().Select(part => Own(part, identity))];

    private static PartFile Own(PartFile part, StudyIdentity identity)
    {
        if (part.Identity.Sha256 == identity.Sha256) return part;
        throw new InvalidDataException($"{part.Path} is of another study: it has "
            + $"{string.Join(", ", part.Identity.Differences(identity))}. Move it away.");
    }

    /// <summary>
    /// The whole parts in a range. Damaged ones are deleted there, because their replications may be run again in other pieces, which would
    /// then be there twice.
    /// </summary>
    private List<PartFile> WithoutDamage(StudyIdentity identity, (int First, int End) range)
    {
        var whole = new List<PartFile>();
        foreach (var path in Files())
        {
            if (PartFile.TryOpen(path) is { } part)
            {
                if (!Own(part, identity).IsIn(range) || !part.Serves(ensemble.Replications)) continue;
                if (part.IsWhole()) whole.Add(part);
                else Delete(path);
            }
            else if (PartFile.RangeOf(Path.GetFileNameWithoutExtension(path)) is { } named && PartFile.Overlap(named, range))
            {
                Delete(path);
            }
        }

        return whole;
    }

    /// <summary>Deletes the files of a damaged part, unless another process has run it again meanwhile.</summary>
    private void Delete(string path) => Locked(() =>
    {
        if (PartFile.TryOpen(path) is { } part && part.IsWhole()) return;
        File.Delete(path);
        File.Delete(Path.ChangeExtension(path, RowsFile.Ending));
    });

    /// <summary>Gives the files of a part their names.</summary>
    private void Keep(StudyIdentity identity, int first, int done, DraftFile? rows, DraftFile sums) =>
        Locked(() =>
        {
            // Another process may have run the same meanwhile: what is there already is left as it is.
            if (Found(identity).Any(one => one.Serves(ensemble.Replications) && one.IsIn((first, done)) && one.IsWhole())) return;
            var stem = PartPath(first, done);
            rows?.Name(stem + RowsFile.Ending);
            sums.Name(stem + PartFile.Ending);
        });

    /// <summary>
    /// Gives parts of a range to the sink, if it does not have them. First it gives up those that the study does without: the last one
    /// before the study grew, and those that were run again in other pieces.
    /// </summary>
    private void Pour(PreparedStudy prepared, StudyIdentity identity, (int First, int End) range)
    {
        // In this order, because other processes give parts away when they have run them, and may have made the study larger.
        string[] poured = [.. sink!.Parts(folder)];
        var replications = Math.Max(ensemble.Replications, Manifest.Read(folder)?.Replications ?? 0);
        PartFile[] parts = [.. Found(identity).Where(one => one.Identity.KeepsRows && one.Serves(replications))];
        foreach (var name in poured.Where(name => IsStale(name, parts, replications))) sink.Remove(folder, name);
        foreach (var one in parts.Where(one => one.IsIn(range)))
        {
            var name = Path.GetFileNameWithoutExtension(one.Name);
            if (sink.Has(folder, name)) continue;
            var empty = prepared.Cells.Select(cells => new ScenarioSums(cells.Count, isExact: false)).ToArray();
            sink.Write(folder, name, Joined(prepared, [one], empty, $"Part {name}."));
        }
    }

    /// <summary>Whether a name is that of a part which the study does not have, and which another has the place of or will have.</summary>
    private static bool IsStale(string name, PartFile[] parts, int replications) =>
        PartFile.RangeOf(name) is { } range && !parts.Any(one => (one.First, one.End) == range)
            && ((range.End < replications && range.End % Recorder.PanelSize != 0) || parts.Any(one => one.IsIn(range)));
}
