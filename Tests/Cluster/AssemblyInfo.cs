// Each test needs all processors.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
