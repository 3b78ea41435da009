namespace Okstra.Processes.Git;

/// <summary>Keeps a task worktree from pushing by configuration that holds in it alone (design: git custody).</summary>
/// <remarks>
/// Every address is rewritten to a protocol nobody has: <c>pushInsteadOf ""</c> matches all of them, the addresses of remotes are named as well because the longest match wins over a
/// rewrite of the user's, and an explicit <c>pushurl</c>, which <c>pushInsteadOf</c> does not touch, is rewritten by <c>insteadOf</c>, or its receiving program replaced where the same address is fetched from. Fetching goes on as before. This stops mistakes, not malice.
/// </remarks>
public sealed class PushGuard(GitRepository repository)
{
    private const string Nowhere = "url.okstra-push-disabled://.";
    private const string PushUrl = ".pushurl";
    private const string Extension = "extensions.worktreeConfig";

    /// <summary>Disables pushing from a worktree.</summary>
    /// <param name="folder">The linked worktree, absolute.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>False when the repository's configuration does not allow settings for one worktree (a submodule's checkout keeps <c>core.worktree</c> in the shared file).</returns>
    public async Task<bool> DisableAsync(string folder, CancellationToken cancellationToken)
    {
        if (!await EnsureExtensionAsync(cancellationToken))
        {
            return false;
        }

        await SetAsync(folder, "pushInsteadOf", [], cancellationToken);
        var remotes = await repository.Git.RunAsync(folder, ["config", "-z", "--get-regexp", @"^remote\..*\.(url|pushurl)$"], cancellationToken);
        var addresses = Addresses(remotes.Output).ToList();
        foreach (var (name, address) in addresses)
        {
            if (!name.EndsWith(PushUrl, StringComparison.OrdinalIgnoreCase))
            {
                await SetAsync(folder, "pushInsteadOf", [address], cancellationToken);
            }
            else if (!address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && addresses.Any(other => other.Address == address && !other.Name.EndsWith(PushUrl, StringComparison.OrdinalIgnoreCase)))
            {
                // Somebody fetches from there; the program on the other side is what only a push asks for.
                await ConfigureAsync(folder, $"{name[..^PushUrl.Length]}.receivepack", "okstra-push-disabled", cancellationToken);
            }
            else
            {
                await SetAsync(folder, "insteadOf", [address], cancellationToken);
            }
        }

        return true;
    }

    /// <summary>A setting of one worktree; only after <see cref="DisableAsync"/> has made such settings possible.</summary>
    public Task<string> ConfigureAsync(string folder, string name, string value, CancellationToken cancellationToken) =>
        repository.Git.RequireAsync(folder, ["config", "--worktree", "--replace-all", name, value], "configure the worktree", cancellationToken);

    /// <summary>Our only change to the user's configuration: made once, checked first.</summary>
    private async Task<bool> EnsureExtensionAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(repository.CommonDirectory, "config");
        var known = await repository.Git.RunAsync(repository.CommonDirectory, ["config", "--file", file, "--type=bool", "--get", Extension], cancellationToken);
        if (known.Output == "true\n")
        {
            return true;
        }

        // With the extension these two would suddenly hold for every worktree.
        var special = await repository.Git.RunAsync(repository.CommonDirectory, ["config", "--file", file, "-z", "--get-regexp", @"^core\.(worktree|bare)$"], cancellationToken);
        if (special.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Any(entry => entry is not ("core.bare\nfalse" or "core.bare\nno" or "core.bare\n0")))
        {
            return false;
        }

        await repository.Git.RequireAsync(repository.CommonDirectory, ["config", "--file", file, Extension, "true"], "allow settings for one worktree", cancellationToken);
        return true;
    }

    private async Task SetAsync(string folder, string rule, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var value = addresses is [var address] ? address : "";
        var known = await repository.Git.RunAsync(folder, ["config", "--worktree", "-z", "--get-all", Nowhere + rule], cancellationToken);
        if (!known.Succeeded || !known.Output.Split('\0').SkipLast(1).Contains(value, StringComparer.Ordinal))
        {
            await repository.Git.RequireAsync(folder, ["config", "--worktree", "--add", Nowhere + rule, value], "disable pushing from the worktree", cancellationToken);
        }
    }

    /// <summary>Sample, each ended by NUL: <c>remote.origin.url\nhttps://example.org/p.git</c>.</summary>
    private static IEnumerable<(string Name, string Address)> Addresses(string output) =>
        from entry in output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        let line = entry.IndexOf('\n', StringComparison.Ordinal)
        where line > 0 && line < entry.Length - 1
        select (entry[..line], entry[(line + 1)..]);
}
