using Okstra.Benchmarks;

// A benchmark measures; a test asserts. Each prints its figures and the ratio that counts.
return args switch
{
    ["provisioning", .. var rest] => await ProvisioningBenchmark.RunAsync(rest),
    ["usage", .. { Length: 1 or 2 } rest] => UsageBenchmark.Run(rest),
    ["usage-truth", .. { Length: > 0 } corpora] => UsageTruth.Run(corpora),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project bench/Okstra.Benchmarks -c Release -- <benchmark>; they are: provisioning [files] [rounds], usage <corpus> [rounds], usage-truth <corpus>…");
    return 64;
}
