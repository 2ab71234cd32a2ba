using BenchmarkDotNet.Running;
using Supply.Benchmarks.Peers;

if (args is ["peers", .. var options]) return PeerRunner.Run(options);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
