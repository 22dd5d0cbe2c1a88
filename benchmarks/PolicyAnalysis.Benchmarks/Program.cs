using PolicyAnalysis.Benchmarks.Archive;

return args is ["archive", .. var rest] ? ArchiveBenchmark.Run(rest) : 0;
