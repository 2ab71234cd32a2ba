using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using Supply.Benchmarks.Budget;
using Supply.Benchmarks.Peers;
using Supply.Benchmarks.Scaling;

return args switch
{
    ["budget", .. var options] => BudgetRunner.Run(options),
    ["peers", .. var options] => PeerRunner.Run(options),
    ["scaling", .. var options] => ScalingRunner.Run(options),
    _ => Benchmark(args),
};

// Separate, so that the runners start without loading the library.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Benchmark(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
    return 0;
}
