using Okstra.Testing;

namespace Okstra.Cli.Tests.Support;

/// <summary>A small real repository with a planted bug, a brief and a home, all in one temp folder.</summary>
internal sealed class SampleProject : IDisposable
{
    public const string Source = "def total(items):\n    result = 0\n    for item in items:\n        result = item.price\n    return result\n";

    private readonly TempFolder _folder = new();

    private SampleProject()
    {
        Root = _folder.CreateFolder("shop");
        Home = _folder.CreateFolder("home");
        Brief = _folder.Write("bug.md", "# Totals are wrong\n\nThe total of a cart is the price of its last item.\n\n```\n  File \"/srv/shop/cart.py\", line 4, in total\n    result = item.price\n```\n");
        Okstra = new OkstraProcess(Home, Root);
    }

    public string Root { get; }

    public string Home { get; }

    public string Brief { get; }

    public OkstraProcess Okstra { get; }

    public string TempPath => _folder.Path;

    public string OkstraHome => Path.Combine(Home, ".okstra");

    public string StateRoot => Path.Combine(Root, ".okstra");

    /// <summary>A repository with one commit.</summary>
    public static SampleProject Committed()
    {
        var project = new SampleProject();
        TestRepository.Create(project.Root, ("shop/cart.py", Source), ("README.md", "# shop\n"));
        return project;
    }

    /// <summary>A plain folder with the same files.</summary>
    public static SampleProject OutsideGit()
    {
        var project = new SampleProject();
        project._folder.Write("shop/shop/cart.py", Source);
        return project;
    }

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Arguments of an offline run of this project's brief.</summary>
    public string[] Run(params IEnumerable<string> more) => ["run", "--task-type", "error-analysis", "--brief", Brief, .. more];

    public void Dispose() => _folder.Dispose();
}
