using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

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

        // Each witness has files of its own, because an end between the writing of what is done and the removal of what led there leaves
        // them behind.
        string? Moving(int number) => checkpoint is null ? null : string.Create(CultureInfo.InvariantCulture,
            $"{checkpoint}.moving.{number}");
        void Remove(int number)
        {
            for (var population = 0; population < calibration.Sampler.Populations; population++)
            {
                File.Delete(string.Create(CultureInfo.InvariantCulture, $"{Moving(number)}.{population}"));
            }
        }

        for (var number = 0; number < influences.Count; number++) Remove(number);
        foreach (var (number, witness) in Witnesses.Index().Skip(influences.Count))
        {
            progress?.Report(witness.Key);
            var without = (calibration with { Fitted = claim => Calibration.Fitted(claim) && claim.Witness != witness.Key })
                .From(this, null, Moving(number), cancellation);
            influences.Add(new(witness.Key, [.. witness.Select(without.Foretell)],
                Calibration.Followed.ToDictionary(reading => reading.Id, reading => Spread.Of(without.Reading(reading.Id))),
                    without.Verdict));
            if (checkpoint is null) continue;
            Write(checkpoint, influences);
            Remove(number);
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

    private IEnumerable<IGrouping<string, Claim>> Witnesses => Calibration.Claims.GroupBy(claim => claim.Witness);

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
        InvalidDataException Wrong(string what) => new($"The checkpoint {checkpoint} {what}. Move or delete it to start again.");
        LeftOut? found;
        try
        {
            found = JsonSerializer.Deserialize<LeftOut>(File.ReadAllBytes(checkpoint), strict);
        }
        catch (JsonException)
        {
            throw Wrong("is damaged");
        }

        if (found is not { Identity: not null, Influences: not null }) throw Wrong("does not hold what a checkpoint holds");
        if (found.Identity != Identity) throw Wrong("belongs to another posterior");
        if (!Fit(found.Influences)) throw Wrong("does not hold what a checkpoint holds");

        // Files that were written before they had a checksum are read without one.
        return found.Checksum is null || found.Checksum == Sum(found.Influences) ? found.Influences
            : throw Wrong("is damaged: its checksum does not match its content");
    }

    /// <summary>Whether these are the influences of the first witnesses.</summary>
    private bool Fit(List<Influence> influences)
    {
        var witnesses = Witnesses.ToArray();
        string[] followed = [.. Calibration.Followed.Select(reading => reading.Id)];
        return influences.Count <= witnesses.Length && influences.Zip(witnesses).All(pair =>
            pair.First is { Claims: { } claims, Readings: { } readings, Verdict: not null } && pair.First.Witness == pair.Second.Key
            && claims.All(claim => claim is { Said: not null, Predicted: not null })
            && claims.Select(claim => claim.Claim).SequenceEqual(pair.Second.Select(claim => claim.Id))
            && readings.Count == followed.Length && followed.All(id => readings.TryGetValue(id, out var spread) && spread is not null));
    }

    private void Write(string checkpoint, List<Influence> influences)
    {
        var done = new LeftOut(Identity, influences) { Checksum = Sum(influences) };
        WholeFile.Write(checkpoint, stream => JsonSerializer.Serialize(stream, done, strict));
    }

    private static string Sum(List<Influence> influences) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(influences, strict)));

    private static readonly JsonSerializerOptions strict = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private sealed record LeftOut(string Identity, List<Influence> Influences)
    {
        /// <summary>The SHA-256 of the influences; null in files that were written before they had one.</summary>
        public string? Checksum { get; init; }
    }
}
