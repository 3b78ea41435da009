using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.State.Files;

/// <summary>Folders below <c>$OKSTRA_HOME/scratch</c>: the only ones okstra removes.</summary>
/// <param name="home">Where they are.</param>
/// <param name="writer">Makes them.</param>
public sealed class ScratchFolder(HomeLayout home, StateWriter writer)
{
    /// <summary>Makes the folder, open to the user alone.</summary>
    public string Create(string path)
    {
        writer.CreateFolder(Checked(path));
        return path;
    }

    /// <summary>Removes the folder with everything in it; links are removed, not followed. A missing folder is all right.</summary>
    public void Remove(string path)
    {
        if (Directory.Exists(Checked(path)))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string Checked(string path)
    {
        var full = Path.GetFullPath(path);
        return full.StartsWith(home.Scratch + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException($"'{path}' is not below {home.Scratch}", nameof(path));
    }
}
