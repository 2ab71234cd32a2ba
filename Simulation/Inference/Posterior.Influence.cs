using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Supply.Inference;

public sealed partial class Posterior
{
    /// <summary>
    /// This posterior with the influence of each witness: for each, the rows are moved to where they would be without the witness's
    /// claims.
    /// </summary>
    /// <param name="progress">Told which witness is left out. Null: nobody. Default null.</param>
    /// <param name="checkpoint">
    /// The file that takes the witnesses done so far; if it exists, the run resumes from it, to the same bits. Null: none. Default null.
    /// </param>
    /// <param name="moves">
    /// Moves at the last exponent at most, and half as many at those before it; at least 1. Default 20: the rows are close to where they
    /// go.
    /// </param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <exception cref="ArgumentException">The posterior was read from a file.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or belongs to another posterior.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Posterior LeaveOut(
        IProgress<string>? progress = null, string? checkpoint = null, int moves = 20, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moves, 1);
        var calibration = Calibration.Moving(moves);
        var influences = checkpoint is null ? [] : Done(checkpoint);
        foreach (var witness in Calibration.Claims.GroupBy(claim => claim.Witness).Skip(influences.Count))
        {
            progress?.Report(witness.Key);
            var moving = checkpoint is null ? null : checkpoint + ".moving";
            var without = (calibration with { Fitted = claim => Calibration.Fitted(claim) && claim.Witness != witness.Key })
                .From(this, null, moving, cancellation);
            influences.Add(new(witness.Key, [.. witness.Select(without.Foretell)],
                Calibration.Followed.ToDictionary(reading => reading.Id, reading => Spread.Of(without.Reading(reading.Id))),
                    without.Verdict));
            if (checkpoint is null) continue;
            Write(checkpoint, influences);
            for (var population = 0; population < calibration.Sampler.Populations; population++) File.Delete($"{moving}.{population}");
        }

        return new(Calibration, Target, z, Particles)
        {
            Verdict = Verdict, LogEvidence = LogEvidence, Provenance = Provenance, Influences = influences,
        };
    }

    /// <summary>The first twelve digits of a checksum of the rows and of what they are conditioned on.</summary>
    public string Checksum => Hash(Fingerprint(Target), z)[..12];

    /// <summary>The view of a claim that the fitted claims imply.</summary>
    public Foretold Foretell(Claim claim)
    {
        var prediction = Predict(claim);
        return new(claim.Id, Spread.Of(Shown(claim)),
            new(prediction.Low90, prediction.Low50, prediction.Median, prediction.High50, prediction.High90),
            prediction.Plausibility(claim), claim.HasTwoEnds ? prediction.Score(claim.Value) : double.NaN,
            claim.HasTwoEnds ? prediction.LogDensity(claim.Value) : double.NaN);
    }

    /// <summary>Identifies the rows: the calibration, and the particles themselves.</summary>
    private string Identity => Hash($"{Fingerprint(Target)} {Calibration.Sampler with { Threads = 1 }}", z);

    private static string Hash(string words, IEnumerable<float[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(words));
        foreach (var row in rows) hash.AppendData(MemoryMarshal.AsBytes(row.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private List<Influence> Done(string checkpoint)
    {
        if (!File.Exists(checkpoint)) return [];
        LeftOut? found;
        try
        {
            found = JsonSerializer.Deserialize<LeftOut>(File.ReadAllBytes(checkpoint), options);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"The checkpoint {checkpoint} is damaged. Move or delete it to start again.");
        }

        return found?.Identity == Identity ? found.Influences
            : throw new InvalidDataException(
                $"The checkpoint {checkpoint} belongs to another posterior. Move or delete it to start again.");
    }

    private void Write(string checkpoint, List<Influence> influences) =>
        WholeFile.Write(checkpoint, stream => JsonSerializer.Serialize(stream, new LeftOut(Identity, influences), options));

    private sealed record LeftOut(string Identity, List<Influence> Influences);
}
