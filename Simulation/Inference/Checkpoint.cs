using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Supply.Inference;

/// <summary>
/// The state of a population in a file: the words "SUPPLY SMC", a version, the fingerprint of target and settings, the population, and the
/// SHA-256 of all that. Values of x follow from z and are not stored. Populations do not know of each other, so they may run apart, and
/// a run that finds the files of all of them only joins them.
/// </summary>
internal sealed class Checkpoint(
    string path, SequentialMonteCarlo settings, TemperedDensity landscape, Target? from, Population? start, int index)
{
    private const string Magic = "SUPPLY SMC";
    private const int Version = 4;
    private readonly byte[] fingerprint = Fingerprint(settings, landscape.Target, from, start);

    /// <summary>The population so far; null if there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or belongs to another run.</exception>
    public Population? Read()
    {
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        var body = bytes.AsSpan(0, Math.Max(0, bytes.Length - 32));
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
        {
            throw Wrong("is damaged: its checksum does not match its content");
        }
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body.Length));
        try
        {
            return Read(reader);
        }
        catch (Exception unfit) when (unfit is EndOfStreamException or FormatException or ArgumentException or ArithmeticException
            or IndexOutOfRangeException)
        {
            throw Wrong("does not hold what a checkpoint holds");
        }
    }

    private Population Read(BinaryReader reader)
    {
        if (reader.ReadString() != Magic) throw Wrong("is not a sampler checkpoint");
        var version = reader.ReadInt32();
        if (version != Version)
        {
            throw Wrong($"has version {version}, and this library reads version {Version}, which stores what each population has learnt "
                + "of its simulations term by term");
        }
        if (!reader.ReadBytes(32).AsSpan().SequenceEqual(fingerprint)) throw Wrong("belongs to another target or other settings");
        if (reader.ReadInt32() != index) throw Wrong("belongs to another population");
        var population = ReadOne(reader);
        return reader.BaseStream.Position == reader.BaseStream.Length && IsSound(population) ? population
            : throw Wrong("does not hold what a checkpoint holds");
    }

    /// <summary>Replaces the file; even if this is interrupted, either the old or the new file is there.</summary>
    public void Write(Population population)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(fingerprint);
        writer.Write(index);
        WriteOne(writer, population);
        writer.Flush();
        var body = stream.ToArray();
        WholeFile.Write(path, file =>
        {
            file.Write(body);
            file.Write(SHA256.HashData(body));
        });
    }

    private InvalidDataException Wrong(string what) => new($"The checkpoint {path} {what}. Move or delete it to start again.");

    // The threads are left out, and which populations run: they do not change the results.
    private static byte[] Fingerprint(SequentialMonteCarlo settings, Target target, Target? from, Population? start)
    {
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{settings with { Threads = 1, OnlyPopulation = null }}\n");
        foreach (var one in new[] { target, from })
        {
            if (one is null) continue;
            words.Append(CultureInfo.InvariantCulture, $"{one.HeavyCount} {one.PayloadLength} {one.Fingerprint}\n");
            foreach (var marginal in one.Marginals)
            {
                words.Append(CultureInfo.InvariantCulture, $"{marginal.Name}: {marginal.Description}\n");
            }
        }

        // A bridge starts from particles; other particles make another run.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(words.ToString()));
        if (start is not null) hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(start.Particles.AllZ.AsSpan()));
        return hash.GetHashAndReset();
    }

    private static void WriteOne(BinaryWriter writer, Population population)
    {
        writer.Write(population.Exponent);
        writer.Write(population.IsDone);
        writer.Write(population.LogEvidence);
        writer.Write(population.Iteration);
        writer.Write(population.Exponents);
        writer.Write(population.Sweeps);
        writer.Write(population.Simulations);
        writer.Write(population.Failed);
        writer.Write(population.Impossible);
        Write(writer, population.Steps);
        Write(writer, population.Proposed);
        Write(writer, population.Accepted);
        Write(writer, population.Correlations);
        Write(writer, population.Inherited);
        writer.Write(population.Surrogate is not null);
        population.Surrogate?.Write(writer);
        Write(writer, population.Particles.AllZ);
        Write(writer, population.Particles.AllPayload);
        Write(writer, population.Particles.DrawNumber);
        Write(writer, population.Particles.Level);
        writer.Write(population.Ancestors.Count);
        foreach (var ancestors in population.Ancestors) Write(writer, ancestors);
        writer.Write(population.Motion is not null);
        if (population.Motion is not { } motion) return;
        foreach (var reference in motion.References) reference.Write(writer);
        motion.Memory.Write(writer);
        writer.Write(motion.Moves);
        writer.Write(motion.Renewal);
    }

    private static bool IsSound(Population population) =>
        population is { Exponent: >= 0 and <= 1, Exponents: >= 0, Sweeps: >= 0, Simulations: >= 0, Failed: >= 0, Impossible: >= 0 }
        && !double.IsNaN(population.LogEvidence) && population.Particles.AllZ.All(double.IsFinite)
        && population.Ancestors.All(generation => generation.All(one => one >= 0 && one < population.Particles.Count));

    private Population ReadOne(BinaryReader reader)
    {
        var particles = new Particles(settings.ParticlesPerPopulation, landscape.Dimension, landscape.Target.PayloadLength);
        var population = new Population(index, particles)
        {
            Exponent = reader.ReadDouble(),
            IsDone = reader.ReadBoolean(),
            LogEvidence = reader.ReadDouble(),
            Iteration = reader.ReadUInt32(),
            Exponents = reader.ReadInt32(),
            Sweeps = reader.ReadInt32(),
            Simulations = reader.ReadInt64(),
            Failed = reader.ReadInt64(),
            Impossible = reader.ReadInt64(),
        };
        Read(reader, population.Steps);
        Read(reader, population.Proposed);
        Read(reader, population.Accepted);
        Read(reader, population.Correlations);
        Read(reader, population.Inherited);
        if (reader.ReadBoolean())
        {
            population.Surrogate = new(landscape);
            population.Surrogate.Read(reader);
        }

        Read(reader, particles.AllZ);
        Read(reader, particles.AllPayload);
        Read(reader, particles.DrawNumber);
        Read(reader, particles.Level);
        var generations = reader.ReadInt32();
        if (generations < 0) throw Wrong("does not hold what a checkpoint holds");
        for (var k = 0; k < generations; k++)
        {
            population.Ancestors.Add(new int[particles.Count]);
            Read(reader, population.Ancestors[k]);
        }

        if (reader.ReadBoolean())
        {
            ReferenceDistribution[] references = [ReferenceDistribution.Read(reader), ReferenceDistribution.Read(reader)];
            population.Motion = new(references, StartMemory.Read(reader)) { Moves = reader.ReadInt32(), Renewal = reader.ReadInt32() };
        }

        for (var i = 0; i < particles.Count; i++)
            for (var j = 0; j < landscape.Dimension; j++) particles.X(i)[j] = landscape[j].Value(particles.Z(i)[j]);
        return population;
    }

    private static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged =>
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));

    private static void Read<T>(BinaryReader reader, T[] values) where T : unmanaged =>
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
}
