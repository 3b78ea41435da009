using Okstra.Benchmarks;

// A benchmark measures; a test asserts. Each prints its figures and the ratio that counts.
return args switch
{
    ["provisioning", .. var rest] => await ProvisioningBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project bench/Okstra.Benchmarks -c Release -- provisioning [files] [rounds]");
    return 64;
}
